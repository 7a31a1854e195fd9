// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.Before;
import org.junit.Test;
import org.teate.access.Actor;
import org.teate.access.Approval;
import org.teate.access.Approvals;
import org.teate.access.Deed;
import org.teate.access.Draft;
import org.teate.access.Forbidden;
import org.teate.access.Permission;
import org.teate.access.Verdict;
import org.teate.exchange.Migration;
import org.teate.exchange.Migration.State;
import org.teate.exchange.MigrationFlaw;
import org.teate.exchange.MigrationLayout;
import org.teate.exchange.MigrationOutcome;
import org.teate.exchange.MigrationProgress;
import org.teate.exchange.MigrationReport;
import org.teate.exchange.MigrationReport.Difference;
import org.teate.ports.Message;

public class MigrationTest {

    private static final String NEXT = "welfare-next";
    private static final Map<String, MigrationLayout> LAYOUTS = Map.of(
            "M01",
            MigrationLayout.of("M01", 20, "person nameStd nameCp932", "person").spelled("nameCp932", "nameStd"),
            "M05",
            MigrationLayout.of("M05", 30, "ledger status", "ledger")
                    .counting("status")
                    .toldBy("entitlement."),
            "M11",
            MigrationLayout.of("M11", 40, "ledger month seq paid", "ledger month seq")
                    .counting("month")
                    .summing("paid")
                    .balanced("month", "paid")
                    .toldBy("payment."));

    private final DerbyTransactions database = new DerbyTransactions();
    private final Office office = new Office();
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), ZoneId.of("Asia/Tokyo"));
    private final Drafts drafts = new Drafts();
    private final NextSystem next = new NextSystem();
    private final Shelf persons = new Shelf(layout("M01"));
    private final Shelf ledgers = new Shelf(layout("M05"));
    private final Shelf payments = new Shelf(layout("M11"));
    private final MigrationSets sets = new MigrationSets(List.of("M01", "M05", "M11"));
    private final JdbcOutbox outbox = new JdbcOutbox(database, office, clock);
    private boolean inUse;
    private boolean plugged = true;
    private MigrationCalls.Pause pause = length -> {};
    private JdbcMigrations migrations = server();

    static MigrationLayout layout(String set) {
        return LAYOUTS.get(set);
    }

    /** A server that has just been started and works on the caller's thread. */
    private JdbcMigrations server() {
        Socket<org.teate.ports.migration.SetReceiver> socket =
                new Socket<>(new ConnectorName(NEXT), next, clock.instant(), Runnable::run);
        MigrationRuns runs = new MigrationRuns(
                database,
                name -> Optional.of(socket).filter(any -> plugged && name.equals(NEXT)),
                sets,
                new MigrationWorker(new CallersThread()),
                length -> pause.pause(length),
                office,
                new MigrationHandover(database, office, office, clock, 2),
                new MigrationReconciliation(database, office, clock, 2));
        return new JdbcMigrations(
                database,
                new MigrationRegister(runs, sets, outbox, office, clock),
                new MigrationChecks(database, runs, sets, outbox, name -> inUse, office),
                runs,
                office,
                drafts,
                office);
    }

    @Before
    public void aSmallOffice() {
        signIn("operator");
        sets.sets = List.of(payments, persons, ledgers);
        persons.put("01", "髙橋", "髙橋");
        ledgers.put("L1", "30");
        ledgers.put("L2", "30");
        ledgers.put("L3", "50");
        payments.put("L1", "202608", "1", "20000");
        payments.put("L1", "202610", "1", "20000");
        payments.put("L1", "202610", "10", "500");
        payments.put("L1", "202610", "2", "700");
        payments.put("L2", "202610", "1", "15000");
    }

    @Test
    public void aRehearsalHandsOverEverySetInOrderAndItsTotalsAgree() {
        Migration migration = done(migrations.rehearse(NEXT));

        assertEquals("20261124-01", migration.number());
        assertEquals(State.ACCEPTED, migration.state());
        assertEquals(
                List.of(
                        "open 20261124-01 rehearsal",
                        "M01 part 1: 1 last",
                        "M05 part 1: 2",
                        "M05 part 2: 1 last",
                        "M11 part 1: 4",
                        "M11 part 2: 1 last"),
                next.log);
        MigrationProgress progress = migration.sets().get(2);
        assertEquals(Map.of("count.month.202608", 1L, "count.month.202610", 4L, "sum.paid", 56_200L), progress.here());
        assertEquals(progress.here(), progress.there());
        assertEquals(5, progress.applied());
        assertEquals(MigrationProgress.State.AGREED, progress.state());
    }

    @Test
    public void rowsGoInTheOrderOfTheCodePointsOfTheirKeys() {
        migrations.rehearse(NEXT);

        assertEquals(
                List.of("L1|202608|1", "L1|202610|1", "L1|202610|10", "L1|202610|2", "L2|202610|1"),
                List.copyOf(next.sets.get("M11").keySet()));
    }

    @Test
    public void aSetWithoutRowsGoesAsOneEmptyPart() {
        Shelf empty = new Shelf(layout("M11"));
        sets.sets = List.of(persons, ledgers, empty);

        Migration migration = done(migrations.rehearse(NEXT));

        assertTrue(next.log.contains("M11 part 1: 0 last"));
        assertEquals(Map.of("sum.paid", 0L), migration.sets().get(2).here());
        assertEquals(State.ACCEPTED, migration.state());
    }

    @Test
    public void whatWasKilledBetweenTwoPartsGoesOnWithTheNextOne() {
        next.answersLeft = 2;
        Migration killed = done(migrations.rehearse(NEXT));
        assertEquals(State.INTERRUPTED, killed.state());
        next.answersLeft = Integer.MAX_VALUE;
        next.log.clear();
        migrations = server();

        Migration migration = done(migrations.resume(killed.number()));

        assertEquals(State.ACCEPTED, migration.state());
        assertEquals(
                List.of("open 20261124-01 rehearsal", "M05 part 2: 1 last", "M11 part 1: 4", "M11 part 2: 1 last"),
                next.log);
        assertEquals(
                Map.of("count.status.30", 2L, "count.status.50", 1L),
                migration.sets().get(1).there());
    }

    @Test
    public void aPartWhoseAnswerGotLostGoesAgainAndIsCountedOnce() {
        next.answerIsLost = true;
        Migration killed = done(migrations.rehearse(NEXT));
        next.log.clear();

        Migration migration = done(migrations.resume(killed.number()));

        assertEquals(State.ACCEPTED, migration.state());
        assertEquals("M01 part 1: 1 last", next.log.get(1));
        assertEquals(1, migration.sets().get(0).sent());
        assertEquals(1, migration.sets().get(0).unchanged());
    }

    @Test
    public void aMigrationThatTheServerIsNotAtWasInterrupted() {
        done(migrations.rehearse(NEXT));
        database.execute("UPDATE MIGRATION SET STATE = 'RUNNING'");

        assertEquals(State.INTERRUPTED, migrations.list().get(0).state());
    }

    @Test
    public void aPersonMayInterruptItBetweenTwoParts() {
        next.afterPart = () -> migrations.interrupt();
        Migration migration = done(migrations.rehearse(NEXT));

        assertEquals(State.INTERRUPTED, migration.state());
        assertEquals("操作により中断しました。", migration.reason());
        assertEquals(2, next.log.size());
    }

    @Test
    public void aShortOutageIsWaitedOut() {
        next.outages = 3;

        assertEquals(State.ACCEPTED, done(migrations.rehearse(NEXT)).state());
    }

    @Test
    public void aLongOutageInterruptsAndSaysSo() {
        next.outages = 1_000;

        Migration migration = done(migrations.rehearse(NEXT));

        assertEquals(State.INTERRUPTED, migration.state());
        assertEquals("移行先に届きません。The next system is down", migration.reason());
    }

    @Test
    public void aPersonNeedNotWaitForTheEndOfAnOutageToInterruptIt() {
        next.outages = 1_000;
        List<Duration> pauses = new ArrayList<>();
        pause = length -> {
            pauses.add(length);
            if (pauses.size() == 10) {
                migrations.interrupt();
            }
        };

        Migration migration = done(migrations.rehearse(NEXT));

        assertEquals(Collections.nCopies(10, Duration.ofSeconds(1)), pauses);
        assertEquals(State.INTERRUPTED, migration.state());
        assertEquals("操作により中断しました。", migration.reason());
    }

    @Test
    public void refusedRowsAreListedAndWaitForAPerson() {
        next.refusedKeys.add("L1|202610|10");

        Migration migration = done(migrations.rehearse(NEXT));

        assertEquals(State.DIFFERENT, migration.state());
        assertEquals(1, migration.sets().get(2).refused());
        assertEquals(
                List.of(new MigrationFlaw("M11", "L1|202610|10", "ledger", "E401", "相手にありません。")),
                migrations.report(migration.number()).refused());
        assertEquals(Set.of("migration-M11-L1|202610|10-ledger-E401"), office.items.keySet());
    }

    @Test
    public void aRefusalInWordsOfAnyLengthCutsNothingOff() {
        next.refusedKeys.add("L1|202610|10");
        next.itemAtFault = "x".repeat(200);

        Migration migration = done(migrations.rehearse(NEXT));

        assertEquals(State.DIFFERENT, migration.state());
        assertEquals(1, office.items.size());
        String key = office.items.keySet().iterator().next();
        assertTrue(key, key.startsWith("migration-M11-L1|202610|10-x"));
    }

    @Test
    public void setsThatDidNotAgreeGoAgainAsAWholeAndTheOthersDoNot() {
        next.refusedKeys.add("L1|202610|10");
        Migration different = done(migrations.rehearse(NEXT));
        next.refusedKeys.clear();
        next.log.clear();

        Migration migration = done(migrations.resume(different.number()));

        assertEquals(State.ACCEPTED, migration.state());
        assertEquals(List.of("open 20261124-01 rehearsal", "M11 part 1: 4", "M11 part 2: 1 last"), next.log);
        assertEquals(List.of(), migrations.report(migration.number()).refused());
        assertEquals(4, migration.sets().get(2).unchanged());
    }

    @Test
    public void aCutOverWhoseTotalsDisagreeIsNotAccepted() {
        next.miscounted = 1;

        Migration migration = done(approvedCutOver());

        assertEquals(State.DIFFERENT, migration.state());
        assertEquals(MigrationProgress.State.AGREED, migration.sets().get(0).state());
        assertEquals(MigrationProgress.State.DIFFERENT, migration.sets().get(1).state());
    }

    @Test
    public void aCutOverNeedsASecondPerson() {
        Migration drafted = done(migrations.cutOver(NEXT));
        assertEquals(State.DRAFTED, drafted.state());
        assertEquals(List.of(), next.log);

        assertEquals(new MigrationOutcome.OwnDraft(), migrations.approve(drafted.number()));
        signIn("second");
        Migration migration = done(migrations.approve(drafted.number()));

        assertEquals(State.ACCEPTED, migration.state());
        assertEquals("operator", migration.startedBy());
        assertEquals("open 20261124-01", next.log.get(0));
    }

    @Test
    public void theSecondPersonMaySendItBack() {
        Migration drafted = done(migrations.cutOver(NEXT));
        assertEquals(new MigrationOutcome.OwnDraft(), migrations.sendBack(drafted.number(), "月末は避ける。"));
        signIn("second");

        Migration sentBack = done(migrations.sendBack(drafted.number(), "月末は避ける。"));

        assertEquals(State.SENT_BACK, sentBack.state());
        assertEquals("月末は避ける。", sentBack.reason());
        assertEquals(new MigrationOutcome.NotNow(sentBack), migrations.approve(drafted.number()));
    }

    @Test
    public void whatIsDecidedFromTheApprovalOnIsToldByMessages() {
        decide("L1-1", "L1", "entitlement.held");
        Migration drafted = done(migrations.cutOver(NEXT));
        decide("L2-1", "L2", "entitlement.held");
        signIn("second");

        Migration migration = done(migrations.approve(drafted.number()));

        long second = database.number("SELECT MAX(MESSAGE_NUMBER) FROM OUTBOX_MESSAGE");
        assertEquals(second, migration.mark());
        assertEquals(second, database.number("SELECT TOLD_UP_TO FROM OUTBOX_TELLER WHERE CONNECTOR = 'welfare-next'"));
    }

    @Test
    public void aRehearsalMarksNothing() {
        migrations.rehearse(NEXT);

        assertEquals(0, database.number("SELECT COUNT(*) FROM OUTBOX_TELLER"));
    }

    @Test
    public void aConnectorInUseIsNotCutOverTo() {
        inUse = true;

        assertEquals(new MigrationOutcome.InUse(NEXT), migrations.cutOver(NEXT));
    }

    @Test
    public void aConnectorWhoseSystemWasToldLastIsNotCutOverTo() {
        database.required(db -> new TellerTable().takeOver(db, "welfare", NEXT, clock.instant()));

        assertEquals(new MigrationOutcome.InUse(NEXT), migrations.cutOver(NEXT));
    }

    @Test
    public void nothingStartsWithoutAReceiverOrWithoutAllSets() {
        sets.sets = List.of(persons, ledgers);
        assertEquals(new MigrationOutcome.Incomplete(List.of("M11")), migrations.rehearse(NEXT));
        plugged = false;
        assertEquals(new MigrationOutcome.NoReceiver(NEXT), migrations.rehearse(NEXT));
        assertEquals(List.of(), migrations.list());
    }

    @Test
    public void aCharacterThatNobodyKnowsStopsItBeforeItStarts() {
        MigrationFlaw flaw = new MigrationFlaw("M15", "E123", "text", "E205", "外字の文字が登録されていません。");
        persons.obstacles.add(flaw);

        assertEquals(new MigrationOutcome.Blocked(List.of(flaw)), migrations.rehearse(NEXT));
        assertEquals(List.of(), next.log);
        assertEquals(Set.of("migration-M15-E123-text-E205"), office.items.keySet());
    }

    @Test
    public void everyPageIsOfTheDayOnWhichItBegan() {
        migrations.rehearse(NEXT);
        migrations.reconcile("20261124-01");

        assertEquals(Set.of(LocalDate.of(2026, 11, 24)), Set.copyOf(payments.days));
    }

    @Test
    public void equalDataLeaveNoDifference() {
        Migration migration = done(approvedCutOver());
        migrations.reconcile(migration.number());

        MigrationReport report = migrations.report(migration.number());

        assertEquals(0, report.unexplained());
        assertEquals(clock.instant(), report.reconciledAt().orElseThrow());
        assertEquals(
                List.of(
                        new MigrationReport.Comparison("M01", 1, 1, 1, 0, 0),
                        new MigrationReport.Comparison("M05", 3, 3, 3, 0, 0),
                        new MigrationReport.Comparison("M11", 5, 5, 5, 0, 0)),
                report.comparisons());
        assertTrue(report.balances().stream().allMatch(MigrationReport.Balance::agrees));
        assertEquals(
                List.of(
                        new MigrationReport.Balance("M11", "202608", 1, 20_000, 1, 20_000, 0),
                        new MigrationReport.Balance("M11", "202610", 4, 36_200, 4, 36_200, 0)),
                report.balances());
    }

    @Test
    public void rowsOnlyHereOnlyThereAndDifferentAreTold() {
        Migration migration = done(migrations.rehearse(NEXT));
        ledgers.put("L0", "30");
        next.sets.get("M05").remove("L2");
        next.sets.get("M05").put("L3", List.of("L3", "30"));
        next.sets.get("M11").put("L9|202610|1", List.of("L9", "202610", "1", "1"));
        migrations.reconcile(migration.number());

        MigrationReport report = migrations.report(migration.number());

        assertEquals(
                List.of(
                        new Difference("M05", "L0", Difference.Kind.ONLY_HERE, ""),
                        new Difference("M05", "L2", Difference.Kind.ONLY_HERE, ""),
                        new Difference("M05", "L3", Difference.Kind.DIFFERENT, ""),
                        new Difference("M11", "L9|202610|1", Difference.Kind.ONLY_THERE, "")),
                report.differences());
        assertEquals(4, report.unexplained());
        assertEquals(
                new MigrationReport.Balance("M11", "202610", 4, 36_200, 5, 36_200, 1),
                report.balances().get(1));
    }

    @Test
    public void keysOfAnyFormThatOnlyTheyHaveAreTold() {
        Migration migration = done(migrations.rehearse(NEXT));
        String endless = "Z".repeat(200);
        next.sets.get("M05").put(endless, List.of(endless, "30"));
        next.sets.get("M11").put("L9|" + endless + "|1", List.of("L9", endless, "1", "1"));
        migrations.reconcile(migration.number());

        MigrationReport report = migrations.report(migration.number());

        assertEquals(2, report.differences().size());
        assertTrue(report.differences().stream()
                .allMatch(difference -> difference.kind() == Difference.Kind.ONLY_THERE
                        && difference.key().length() == 100));
    }

    @Test
    public void aComparisonIsInterruptedAlsoAmongRowsThatOnlyTheyHave() {
        Migration migration = done(migrations.rehearse(NEXT));
        sets.sets = List.of(payments, persons, new Shelf(layout("M05")));
        for (int i = 4; i < 10; i++) {
            next.sets.get("M05").put("L" + i, List.of("L" + i, "30"));
        }
        next.beforeDigests = migrations::interrupt;
        migrations.reconcile(migration.number());

        MigrationReport report = migrations.report(migration.number());

        assertEquals(2, report.differences().size());
        assertTrue(report.reconciledAt().isEmpty());
    }

    @Test
    public void whatWasDecidedSinceExplainsOnlyTheSetsThatItTellsOf() {
        Migration migration = done(approvedCutOver());
        decide("L1-2", "L1", "entitlement.ended");
        ledgers.put("L1", "50");
        payments.put("L1", "202610", "1", "0");
        migrations.reconcile(migration.number());

        MigrationReport report = migrations.report(migration.number());

        assertEquals(
                List.of(
                        new Difference("M05", "L1", Difference.Kind.DIFFERENT, "L1-2（通知待ち）"),
                        new Difference("M11", "L1|202610|1", Difference.Kind.DIFFERENT, "")),
                report.differences());
        assertEquals(1, report.unexplained());
    }

    @Test
    public void aMessageIsToldOnceTheReceiverItselfWasTold() {
        Migration migration = done(approvedCutOver());
        decide("L1-2", "L1", "entitlement.ended");
        ledgers.put("L1", "50");
        database.execute("UPDATE OUTBOX_MESSAGE SET TOLD = '1'");
        assertEquals("told to the one in use", "L1-2（通知待ち）", explanation(migration));

        database.execute("UPDATE OUTBOX_TELLER SET IN_USE = '1' WHERE CONNECTOR = 'welfare-next'");

        assertEquals("L1-2（通知済）", explanation(migration));
    }

    private String explanation(Migration migration) {
        migrations.reconcile(migration.number());
        return migrations.report(migration.number()).differences().get(0).explanation();
    }

    @Test
    public void everyNameThatIsSpelledOtherwiseIsReportedByItsCodePoints() {
        persons.put("02", "渡邉󠄂　太郎", "渡\uE012　太郎");
        Migration migration = done(migrations.rehearse(NEXT));

        assertEquals(
                List.of(new MigrationReport.Spelling("M01", "02", "U+E012", "U+9089 U+E0102")),
                migrations.report(migration.number()).spellings());
    }

    @Test
    public void whatIsDoneIsRecordedSetBySet() {
        migrations.rehearse(NEXT);

        assertEquals(
                List.of(
                        "migration.rehearse",
                        "migration.hand-over",
                        "migration.hand-over",
                        "migration.hand-over",
                        "migration.finish"),
                office.deeds.stream().map(Deed::action).toList());
        assertEquals("20261124-01 M05", office.deeds.get(2).object());
    }

    @Test
    public void nobodyElseMayLookOrStart() {
        office.actor = new Actor("clerk", "", Set.of(Permission.EXCHANGE_VIEW), "test");

        assertThrows(Forbidden.class, () -> migrations.rehearse(NEXT));
        assertThrows(Forbidden.class, () -> migrations.cutOver(NEXT));
        assertThrows(Forbidden.class, () -> migrations.list());
        assertThrows(Forbidden.class, () -> migrations.report("20261124-01"));
    }

    private MigrationOutcome approvedCutOver() {
        Migration drafted = done(migrations.cutOver(NEXT));
        signIn("second");
        return migrations.approve(drafted.number());
    }

    private void decide(String key, String ledger, String kind) {
        String body = "{\"decisionNumber\":\"" + key + "\",\"ledgerNumber\":\"" + ledger + "\"}";
        database.required(connection -> {
            outbox.put(new Message(key, "welfare", "000000000000001", kind, body));
            return key;
        });
    }

    private void signIn(String login) {
        office.actor = new Actor(login, "", Set.of(Permission.MIGRATE), "test");
    }

    private static Migration done(MigrationOutcome outcome) {
        return ((MigrationOutcome.Done) outcome).migration();
    }

    /** Drafts in memory. */
    private final class Drafts implements Approvals {

        private final Map<Long, String> drafters = new HashMap<>();

        @Override
        public long draft(Draft draft) {
            long number = drafters.size() + 1L;
            drafters.put(number, office.require(draft.toDraft()).login());
            return number;
        }

        @Override
        public Verdict approve(long number) {
            return drafters.get(number).equals(office.actor().login())
                    ? new Verdict.OwnDraft()
                    : new Verdict.Decided(null);
        }

        @Override
        public Verdict sendBack(long number, String reason) {
            return approve(number);
        }

        @Override
        public Optional<Approval> find(long number) {
            return Optional.empty();
        }

        @Override
        public List<Approval> waiting() {
            return List.of();
        }
    }

    /** Does everything at once on the thread that asks. */
    private static final class CallersThread extends AbstractExecutorService {

        @Override
        public void execute(Runnable command) {
            command.run();
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
