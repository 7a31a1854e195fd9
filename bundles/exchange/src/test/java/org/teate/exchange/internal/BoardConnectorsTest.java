// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.junit.After;
import org.junit.Test;
import org.teate.access.Actor;
import org.teate.access.Forbidden;
import org.teate.exchange.Choice;
import org.teate.exchange.Health;
import org.teate.exchange.PluggedConnector;
import org.teate.exchange.PluggedConnector.State;
import org.teate.exchange.Swap;
import org.teate.ports.Message;
import org.teate.ports.OutOfService;
import org.teate.ports.Reachable;
import org.teate.ports.Teller;

public class BoardConnectorsTest {

    private final DerbyTransactions transactions = new DerbyTransactions();
    private final Office office = new Office();
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-24T03:00:00Z"), ZoneId.of("Asia/Tokyo"));
    private Switchboard switchboard;
    private BoardConnectors connectors = started();

    /** The service as it is after a start of the server, with nothing plugged in. */
    private BoardConnectors started() {
        Choices choices = new Choices(transactions);
        choices.read();
        switchboard = new Switchboard(choices, clock);
        JdbcOutbox outbox = new JdbcOutbox(transactions, office, clock);
        JdbcTrials trials = new JdbcTrials(transactions, switchboard, office, office, clock);
        return new BoardConnectors(transactions, switchboard, choices, outbox, trials, office, office, clock);
    }

    @After
    public void close() {
        switchboard.close();
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
