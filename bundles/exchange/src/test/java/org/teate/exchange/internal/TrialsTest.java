// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.teate.access.Actor;
import org.teate.access.Forbidden;
import org.teate.access.Permission;
import org.teate.exchange.Trial;
import org.teate.exchange.Trial.Counts;
import org.teate.exchange.Trial.Group;
import org.teate.exchange.Trial.Kind;
import org.teate.exchange.TrialOutcome;
import org.teate.exchange.TrialSample;
import org.teate.kernel.AddresseeNumber;
import org.teate.ports.OutOfService;
import org.teate.ports.welfare.WelfareLedger;

public class TrialsTest {

    private static final AddresseeNumber PERSON = AddresseeNumber.of("000000000000001");
    private static final String NEXT = "welfare-next";

    private final DerbyTransactions transactions = new DerbyTransactions();
    private final Office office = new Office();
    private final Hands hands = new Hands();
    private final Welfare current = new Welfare();
    private final Welfare next = new Welfare();
    private volatile String chosen = "welfare-current";
    private final Switchboard switchboard = new Switchboard(name -> name.value().equals(chosen), hands);
    private final Map<String, Object> registered = new HashMap<>();
    private JdbcTrials trials;
    private WelfareLedger line;

    @Before
    public void open() {
        switchboard.open((BundleContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {BundleContext.class}, (context, method, arguments) -> {
                    registered.put((String) arguments[0], arguments[1]);
                    return Proxy.newProxyInstance(
                            getClass().getClassLoader(),
                            new Class<?>[] {ServiceRegistration.class},
                            (registration, any, none) -> null);
                }));
        line = (WelfareLedger) registered.get(WelfareLedger.class.getName());
        switchboard.plug(reference(2, "current"), current);
        switchboard.plug(reference(1, "next"), next);
        trials = started();
    }

    /** The service as it is after a start of the server. */
    private JdbcTrials started() {
        JdbcTrials fresh = new JdbcTrials(transactions, switchboard, office, office, hands);
        fresh.trueCharacters = text -> text.replace("\uE001", "\u8FBB\uDB40\uDD00");
        fresh.open();
        return fresh;
    }

    @After
    public void close() {
        trials.close();
        switchboard.close();
    }

    private static Reference reference(int ranking, String generation) {
        return new Reference(ranking, ranking, WelfareLedger.class, "org.teate.connectors.welfare." + generation);
    }

    /** The report once so many questions have been asked, failed or skipped. */
    private Trial after(long questions) {
        while (true) {
            Trial trial = trials.report(NEXT).orElseThrow();
            if (trial.counts().asked() + trial.counts().skipped() >= questions) {
                return trial;
            }
            Thread.onSpinWait();
        }
    }

    @Test
    public void equalAnswersAreCounted() {
        trials.start(NEXT, "切替前の確認");
        line.ledgersOf(PERSON);
        line.applicant(PERSON);

        Trial trial = after(2);

        assertEquals(new Counts(2, 2, 0, 0, 0, 0), trial.counts());
        assertEquals(List.of(), trial.groups());
        assertEquals("welfare-current", trial.inUse());
        assertEquals("connector.trial.start", office.deeds.get(0).action());
    }

    @Test
    public void theCallerGetsTheAnswerOfTheOneInUse() {
        next.monthly = 1;
        trials.start(NEXT, "確認");

        assertEquals(15_000, line.ledgersOf(PERSON).get(0).monthly().amount());
    }

    @Test
    public void howTheSameCharactersAreWrittenIsExplained() {
        current.name = "\uE001ﾊﾟｰﾄ～１－Ａ";
        next.name = "辻パート\u301C1\u2212A";
        current.memberName = "葛\uDB40\uDD00城";
        next.memberName = "葛城";
        trials.start(NEXT, "確認");
        line.applicant(PERSON);

        Trial trial = after(1);

        assertEquals(new Counts(1, 0, 1, 0, 0, 0), trial.counts());
        assertEquals(
                List.of("name", "household[].name"),
                trial.groups().stream().map(Group::path).toList());
        assertTrue(trial.groups().stream().allMatch(group -> group.kind() == Kind.EXPLAINED));
    }

    @Test
    public void otherCharactersAreADifference() {
        next.name = "金澤　太郎";
        trials.start(NEXT, "確認");
        line.applicant(PERSON);

        Trial trial = after(1);

        assertEquals(1, trial.counts().different());
        assertEquals(Kind.VALUE, trial.groups().get(0).kind());
    }

    @Test
    public void differencesAreGroupedByQuestionPlaceAndKind() {
        current.ledgers = 3;
        next.ledgers = 3;
        next.monthly = 10_000;
        next.knowsAccount = false;
        trials.start(NEXT, "確認");
        for (int i = 0; i < 25; i++) {
            line.ledgersOf(PERSON);
        }
        line.applicant(PERSON);

        Trial trial = after(26);

        assertEquals(new Counts(26, 0, 0, 26, 0, 0), trial.counts());
        Group most = trial.groups().get(0);
        assertEquals("WelfareLedger.ledgersOf", most.question());
        assertEquals("[].monthly", most.path());
        assertEquals("an answer with three differences counts once", 25, most.answers());
        assertEquals(20, most.samples());
        assertEquals(
                List.of(
                        "account.bankCode",
                        "account.branchCode",
                        "account.holderKana",
                        "account.number",
                        "account.type"),
                trial.groups().stream()
                        .filter(group -> group.kind() == Kind.ONLY_IN_USE)
                        .map(Group::path)
                        .sorted()
                        .toList());
    }

    @Test
    public void anElementThatOnlyOneHasIsADifference() {
        next.ledgers = 2;
        trials.start(NEXT, "確認");
        line.ledgersOf(PERSON);

        Trial trial = after(1);

        assertEquals(1, trial.counts().different());
        assertTrue(trial.groups().stream().allMatch(group -> group.kind() == Kind.ONLY_CANDIDATE));
    }

    @Test
    public void aCandidateThatFailsIsAGroupOfItsOwnAndNobodyNotices() {
        next.before = () -> {
            throw new OutOfService("証明書の期限が切れています");
        };
        trials.start(NEXT, "確認");
        assertEquals(1, line.ledgersOf(PERSON).size());

        Trial trial = after(1);

        assertEquals(new Counts(1, 0, 0, 0, 1, 0), trial.counts());
        assertEquals(Kind.FAILED, trial.groups().get(0).kind());
        assertEquals("OutOfService", trial.groups().get(0).path());
    }

    @Test
    public void aCandidateThatHangsDelaysNobodyAndWhatItCannotKeepUpWithIsSkipped() {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch hanging = new CountDownLatch(1);
        next.before = () -> {
            hanging.countDown();
            await(go);
        };
        trials.start(NEXT, "確認");
        for (int i = 0; i < 400; i++) {
            assertEquals(1, line.ledgersOf(PERSON).size());
        }
        await(hanging);
        assertEquals(400, current.asked.get());
        assertEquals(
                "one is inside, 256 wait",
                400 - 257L,
                trials.report(NEXT).orElseThrow().counts().skipped(),
                1);

        go.countDown();
        Trial trial = after(400);

        assertEquals(400, trial.counts().asked() + trial.counts().skipped());
        assertEquals(0, trial.counts().different());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    public void whatWasFoundSurvivesARestartAndTheTrialGoesOn() {
        next.monthly = 10_000;
        trials.start(NEXT, "確認");
        line.ledgersOf(PERSON);
        after(1);
        trials.close();
        trials = started();
        line.ledgersOf(PERSON);

        Trial trial = after(2);

        assertEquals(new Counts(2, 0, 0, 2, 0, 0), trial.counts());
        assertEquals(1, trial.groups().size());
        assertEquals(2, trial.groups().get(0).answers());
        assertEquals(2, trial.groups().get(0).samples());
    }

    @Test
    public void aStoppedTrialAsksNoMore() {
        trials.start(NEXT, "確認");
        line.ledgersOf(PERSON);
        after(1);

        Trial stopped = ((TrialOutcome.Done) trials.stop(NEXT)).trial();
        line.ledgersOf(PERSON);

        assertTrue(stopped.stoppedAt().isPresent());
        assertEquals(1, next.asked.get());
        assertEquals(List.of(stopped), trials.list(10));
        assertTrue(trials.stop(NEXT) instanceof TrialOutcome.NotDone);
    }

    @Test
    public void onlyAConnectorThatIsPluggedInAndNotInUseIsTriedAndOneAtATime() {
        assertTrue(trials.start("welfare-old", "確認") instanceof TrialOutcome.NotDone);
        assertTrue(trials.start("welfare-current", "確認") instanceof TrialOutcome.NotDone);
        assertTrue(trials.start(NEXT, "確認") instanceof TrialOutcome.Done);
        assertTrue(trials.start(NEXT, "確認") instanceof TrialOutcome.NotDone);
        assertTrue(trials.isOnTrial(new ConnectorName(NEXT)));
        assertFalse(trials.isOnTrial(new ConnectorName("welfare-current")));
    }

    @Test
    public void aCandidateThatCameIntoUseIsNotComparedWithItself() {
        trials.start(NEXT, "確認");
        chosen = NEXT;
        line.ledgersOf(PERSON);

        assertEquals(1, next.asked.get());
        assertEquals(Counts.NONE, trials.report(NEXT).orElseThrow().counts());
    }

    @Test
    public void aCandidateThatIsUnpluggedIsSkipped() {
        trials.start(NEXT, "確認");
        switchboard.unplug(reference(1, "next"));
        line.ledgersOf(PERSON);

        assertEquals(new Counts(0, 0, 0, 0, 0, 1), after(1).counts());
    }

    @Test
    public void samplesAreForThoseWhoMaySeePersonsAndLookingIsAudited() throws Exception {
        next.monthly = 10_000;
        trials.start(NEXT, "確認");
        line.ledgersOf(PERSON);
        Trial trial = after(1);

        assertThrows(Forbidden.class, () -> trials.samples(trial.number(), 1));
        assertThrows(Forbidden.class, () -> trials.export(trial.number(), new ByteArrayOutputStream()));

        office.actor = new Actor("clerk", "担当者", EnumSet.of(Permission.EXCHANGE_VIEW, Permission.PERSON_VIEW), "test");
        TrialSample sample = trials.samples(trial.number(), 1).get(0);

        assertEquals(PERSON.value(), sample.arguments());
        assertEquals("[0].monthly", sample.place());
        assertEquals("15,000円", sample.inUse());
        assertEquals("10,000円", sample.candidate());
        assertEquals("connector.trial.view", office.deeds.get(1).action());

        assertEquals(
                "\"question\",\"path\",\"kind\",\"answers\",\"sample\",\"arguments\",\"place\",\"inUse\",\"candidate\",\"seenAt\"\r\n"
                        + "\"WelfareLedger.ledgersOf\",\"[].monthly\",\"値の相違\",\"1\",\"1\",\"000000000000001\","
                        + "\"[0].monthly\",\"15,000円\",\"10,000円\",\"2026-11-24T00:00:00Z\"\r\n",
                exported(trial.number()));
        assertEquals("connector.trial.export", office.deeds.get(2).action());
        assertThrows(IllegalArgumentException.class, () -> exported(4_711));
    }

    private String exported(long trial) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        trials.export(trial, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    public void whatASpreadsheetWouldComputeIsNotExportedAsAFormula() throws Exception {
        next.name = "=1+1";
        trials.start(NEXT, "確認");
        line.applicant(PERSON);
        Trial trial = after(1);
        office.actor = new Actor("clerk", "担当者", EnumSet.of(Permission.EXCHANGE_VIEW, Permission.PERSON_VIEW), "test");

        assertTrue(exported(trial.number()).contains("\"'=1+1\""));
    }

    @Test
    public void whoMayNotSwapStartsNoTrial() {
        office.actor = new Actor("clerk", "担当者", EnumSet.of(Permission.EXCHANGE_VIEW), "test");

        assertThrows(Forbidden.class, () -> trials.start(NEXT, "確認"));
        assertThrows(Forbidden.class, () -> trials.stop(NEXT));
    }
}
