// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.After;
import org.junit.Test;
import org.teate.access.Actor;
import org.teate.access.Forbidden;
import org.teate.exchange.Choice;
import org.teate.exchange.Health;
import org.teate.exchange.Migration;
import org.teate.exchange.PluggedConnector;
import org.teate.exchange.PluggedConnector.State;
import org.teate.exchange.Prospect;
import org.teate.exchange.Swap;
import org.teate.ports.Message;
import org.teate.ports.OutOfService;
import org.teate.ports.Reachable;
import org.teate.ports.Teller;

public class BoardConnectorsTest {

    private final DerbyTransactions transactions = new DerbyTransactions();
    private final Office office = new Office();
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-24T03:00:00Z"), ZoneId.of("Asia/Tokyo"));
    private final MigrationTable migrations = new MigrationTable();
    private final MigrationWorker worker = new MigrationWorker();
    private Switchboard switchboard;
    private BoardConnectors connectors = started();

    /** The service as it is after a start of the server, with nothing plugged in. */
    private BoardConnectors started() {
        Choices choices = new Choices(transactions);
        choices.read();
        switchboard = new Switchboard(choices, clock);
        JdbcOutbox outbox = new JdbcOutbox(transactions, office, clock);
        JdbcTrials trials = new JdbcTrials(transactions, switchboard, office, office, clock);
        MigrationSets sets = new MigrationSets(List.of());
        MigrationRuns runs = new MigrationRuns(transactions, switchboard, sets, worker, office, office, office, clock);
        MigrationRegister register = new MigrationRegister(runs, sets, outbox, office, clock);
        return new BoardConnectors(transactions, switchboard, choices, register, outbox, trials, office, office, clock);
    }

    @After
    public void close() throws InterruptedException {
        switchboard.close();
        worker.close();
    }

    private static class Welfare implements Teller {

        @Override
        public String system() {
            return "welfare";
        }

        @Override
        public void tell(Message message) {
            throw new OutOfService("closed");
        }
    }

    private static final class Reaching extends Welfare implements Reachable {

        RuntimeException trouble;

        @Override
        public void reach() {
            if (trouble != null) {
                throw trouble;
            }
        }
    }

    private static Reference reference(int ranking, String generation) {
        return new Reference(ranking, ranking, Teller.class, "org.teate.connectors.welfare." + generation);
    }

    private void plugBoth() {
        switchboard.plug(reference(2, "current"), new Welfare());
        switchboard.plug(reference(1, "next"), new Reaching());
    }

    private State state(String name) {
        return connectors.list().stream()
                .filter(connector -> connector.name().equals(name))
                .map(PluggedConnector::state)
                .findFirst()
                .orElseThrow();
    }

    @Test
    public void whatIsPluggedInIsListedWithWhatHasGoneThrough() {
        plugBoth();
        Socket<Teller> current = switchboard.tellers().get(0);
        assertEquals("welfare", current.call(Teller::system));
        assertThrows(
                OutOfService.class,
                () -> current.call(teller -> {
                    teller.tell(new Message("k", "welfare", "s", "kind", ""));
                    return teller;
                }));

        PluggedConnector listed = connectors.list().get(0);

        assertEquals("welfare-current", listed.name());
        assertEquals("welfare", listed.system());
        assertEquals(State.IN_USE, listed.state());
        assertEquals(State.STANDBY, connectors.list().get(1).state());
        PluggedConnector.Port port = listed.ports().get(0);
        assertEquals("Teller", port.name());
        assertEquals(clock.instant(), port.since());
        assertEquals(1, port.answered());
        assertEquals(1, port.outOfService());
        assertEquals(0, port.failed());
        assertEquals(0, port.inside());
        assertTrue(port.longest().toNanos() > 0);
    }

    @Test
    public void aPromotedConnectorIsInUseAlsoAfterARestart() {
        plugBoth();

        Swap swap = connectors.promote("welfare-next", "試行で差異なし");

        Choice choice = ((Swap.Swapped) swap).choice();
        assertEquals("welfare-current", choice.former());
        assertEquals("operator", choice.by());
        assertEquals(State.IN_USE, state("welfare-next"));
        assertEquals(State.STANDBY, state("welfare-current"));
        assertEquals("connector.promote", office.deeds.get(0).action());
        assertEquals("試行で差異なし", office.deeds.get(0).reason());

        connectors = started();
        plugBoth();

        assertEquals(State.IN_USE, state("welfare-next"));
    }

    @Test
    public void aConnectorWhoseCutOverWasNotAcceptedIsNotPromoted() {
        plugBoth();

        enter("20261124-01", Migration.Kind.CUT_OVER, Migration.State.DRAFTED);
        assertEquals(
                "welfare-nextへの本番移行20261124-01が「決裁待ち」のため、切り替えられません。決裁して完了させるか、差し戻してください。",
                whyNotPromoted("welfare-next"));
        move("20261124-01", Migration.State.RUNNING);
        assertEquals(
                "cut off, as this server is not at it",
                "welfare-nextへの本番移行20261124-01が「中断」のため、切り替えられません。移行を再開して完了させるか、本番移行を新しく起案して完了させてください。",
                whyNotPromoted("welfare-next"));
        move("20261124-01", Migration.State.DIFFERENT);
        assertTrue(whyNotPromoted("welfare-next").contains("20261124-01が「不一致」のため"));
        assertEquals(List.of(), office.deeds);

        move("20261124-01", Migration.State.ACCEPTED);

        assertTrue(connectors.promote("welfare-next", "移行が完了した") instanceof Swap.Swapped);
    }

    @Test
    public void theProspectOfAPromotionIsToldBeforehand() {
        plugBoth();
        JdbcOutbox outbox = new JdbcOutbox(transactions, office, clock);
        transactions.required(database -> {
            outbox.put(new Message("k1", "welfare", "s", "kind", ""));
            return "k1";
        });
        assertEquals(new Prospect(Optional.empty(), 1), connectors.prospect("welfare-next"));

        enter("20261124-01", Migration.Kind.CUT_OVER, Migration.State.DRAFTED);
        assertEquals(
                whyNotPromoted("welfare-next"),
                connectors.prospect("welfare-next").obstacle().orElseThrow());

        office.actor = new Actor("clerk", "担当者", Set.of(), "test");
        assertThrows(Forbidden.class, () -> connectors.prospect("welfare-next"));
    }

    @Test
    public void nobodyIsPromotedWhileTheServerIsAtTheCutOver() throws InterruptedException {
        plugBoth();
        enter("20261124-01", Migration.Kind.CUT_OVER, Migration.State.RUNNING);
        CountDownLatch end = new CountDownLatch(1);
        worker.begin("20261124-01", stopped -> awaitUninterrupted(end), work -> work);

        String why = whyNotPromoted("welfare-next");
        move("20261124-01", Migration.State.ACCEPTED);
        Swap duringComparison = connectors.promote("welfare-next", "移行が完了した");
        end.countDown();

        assertEquals("welfare-nextへの本番移行20261124-01が「移行中」のため、切り替えられません。終わるまで待ってください。", why);
        assertTrue("what was accepted stays so while it is compared", duringComparison instanceof Swap.Swapped);
    }

    @Test
    public void onlyTheLastCutOverThatWasNotSentBackBarsAConnector() {
        plugBoth();
        enter("20261124-01", Migration.Kind.CUT_OVER, Migration.State.DIFFERENT);
        enter("20261124-02", Migration.Kind.CUT_OVER, Migration.State.SENT_BACK);
        enter("20261124-03", Migration.Kind.REHEARSAL, Migration.State.ACCEPTED);
        assertTrue(whyNotPromoted("welfare-next").contains("20261124-01"));

        enter("20261124-04", Migration.Kind.CUT_OVER, Migration.State.ACCEPTED);
        enter("20261124-05", Migration.Kind.REHEARSAL, Migration.State.DIFFERENT);

        assertTrue(connectors.promote("welfare-next", "移行が完了した") instanceof Swap.Swapped);
    }

    @Test
    public void whatBarsAPromotionDoesNotBarTheWayBack() {
        plugBoth();
        connectors.promote("welfare-next", "切替");
        enter("20261124-01", Migration.Kind.CUT_OVER, "welfare-current", Migration.State.DIFFERENT);

        assertTrue(whyNotPromoted("welfare-current").contains("20261124-01"));
        assertTrue(connectors.rollback("welfare", "差異が見つかった") instanceof Swap.Swapped);
    }

    private String whyNotPromoted(String connector) {
        return ((Swap.NotSwapped) connectors.promote(connector, "切替")).reason();
    }

    private void enter(String number, Migration.Kind kind, Migration.State state) {
        enter(number, kind, "welfare-next", state);
    }

    private void enter(String number, Migration.Kind kind, String connector, Migration.State state) {
        Migration migration = new Migration(
                number,
                connector,
                kind,
                state,
                LocalDate.of(2026, 11, 24),
                0,
                "operator",
                clock.instant(),
                Optional.empty(),
                "",
                List.of());
        transactions.required(database -> {
            migrations.insert(
                    database, new MigrationTable.Stored(migration, "welfare", OptionalLong.empty(), Optional.empty()));
            return number;
        });
    }

    private void move(String number, Migration.State state) {
        transactions.required(database -> {
            migrations.move(database, number, state, "");
            return number;
        });
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    public void aRollbackChoosesTheFormerOneAndCanBeRolledBackItself() {
        plugBoth();
        connectors.promote("welfare-next", "切替");

        connectors.rollback("welfare", "差異が見つかった");

        assertEquals(State.IN_USE, state("welfare-current"));
        assertEquals("connector.rollback", office.deeds.get(1).action());

        connectors.rollback("welfare", "直った");

        assertEquals(State.IN_USE, state("welfare-next"));
        assertEquals(3, connectors.choices("welfare", 10).size());
        assertEquals("welfare-next", connectors.choices("welfare", 10).get(0).connector());
    }

    @Test
    public void whatIsNotPluggedInOrInUseAlreadyIsNotPromoted() {
        plugBoth();

        assertTrue(connectors.promote("welfare-old", "誤り") instanceof Swap.NotSwapped);
        assertTrue(connectors.promote("welfare-next", "切替") instanceof Swap.Swapped);
        assertTrue(connectors.promote("welfare-next", "もう一度") instanceof Swap.NotSwapped);
        assertTrue(connectors.rollback("bank", "戻す") instanceof Swap.NotSwapped);
        assertEquals(1, connectors.choices("welfare", 10).size());
        assertEquals(1, office.deeds.size());
    }

    @Test
    public void whoChoosesTheOneInUseHoldsItThereAndHasNothingToGoBackTo() {
        plugBoth();
        assertEquals(
                "",
                ((Swap.Swapped) connectors.promote("welfare-current", "固定"))
                        .choice()
                        .former());

        switchboard.plug(reference(9, "newest"), new Welfare());

        assertEquals(State.IN_USE, state("welfare-current"));
        assertTrue(connectors.rollback("welfare", "戻す") instanceof Swap.NotSwapped);
    }

    @Test
    public void whereTheChosenOneIsAbsentTheOtherIsInUse() {
        plugBoth();
        connectors.promote("welfare-next", "切替");

        switchboard.unplug(reference(1, "next"));

        assertEquals(State.ABSENT, state("welfare-next"));
        assertEquals(State.IN_USE, state("welfare-current"));

        switchboard.plug(reference(1, "next"), new Reaching());

        assertEquals(State.IN_USE, state("welfare-next"));
    }

    @Test
    public void whatIsRolledBackIsNotInForce() {
        plugBoth();

        assertThrows(
                IllegalStateException.class,
                () -> transactions.required(db -> {
                    connectors.promote("welfare-next", "移行の一部");
                    throw new IllegalStateException("the cut-over fails");
                }));

        assertEquals(State.IN_USE, state("welfare-current"));
    }

    @Test
    public void aConnectorIsAskedWhetherItReachesItsSystem() {
        Reaching next = new Reaching();
        switchboard.plug(reference(1, "next"), next);

        assertEquals(Health.State.REACHED, connectors.check("welfare-next").state());

        next.trouble = new OutOfService("証明書の期限が切れています");
        Health health = connectors.check("welfare-next");

        assertEquals(Health.State.NOT_REACHED, health.state());
        assertEquals("証明書の期限が切れています", health.text());
        assertEquals(health, connectors.list().get(0).health().orElseThrow());
        assertEquals(Health.State.UNKNOWN, connectors.check("bank-zengin").state());
    }

    @Test
    public void whoMayNotSwapIsRefused() {
        plugBoth();
        office.actor = new Actor("clerk", "担当者", Set.of(), "test");

        assertThrows(Forbidden.class, () -> connectors.promote("welfare-next", "切替"));
        assertThrows(Forbidden.class, () -> connectors.rollback("welfare", "切替"));
        assertThrows(Forbidden.class, () -> connectors.list());
    }

    @Test
    public void aSwapNeedsAReason() {
        plugBoth();

        assertThrows(IllegalArgumentException.class, () -> connectors.promote("welfare-next", " "));
    }
}
