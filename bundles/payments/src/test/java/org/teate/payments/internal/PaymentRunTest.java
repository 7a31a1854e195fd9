// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.teate.access.Deed;
import org.teate.access.Forbidden;
import org.teate.cases.CaseFacts;
import org.teate.cases.CaseStatus;
import org.teate.cases.EmploymentClass;
import org.teate.cases.Entitlement;
import org.teate.cases.Hold;
import org.teate.cases.PaymentMethod;
import org.teate.exchange.MigrationSet;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;
import org.teate.kernel.MonthSpan;
import org.teate.kernel.Yen;
import org.teate.payments.ClassTotal;
import org.teate.payments.Payment;
import org.teate.payments.PaymentQuery;
import org.teate.payments.PaymentRun;
import org.teate.payments.PaymentRuns;
import org.teate.payments.PaymentState;
import org.teate.payments.RunOutcome;
import org.teate.payments.RunState;
import org.teate.payments.Unpaid;
import org.teate.payments.UnpaidReason;
import org.teate.ports.Message;
import org.teate.ports.bank.Finding;
import org.teate.ports.welfare.Fact;
import org.teate.rules.AgeClass;
import org.teate.rules.Child;
import org.teate.rules.Circumstance;
import org.teate.rules.Claimant;
import org.teate.rules.ClaimantKind;
import org.teate.rules.Facts;
import org.teate.rules.Period;
import org.teate.rules.Spell;

public class PaymentRunTest {

    private static final YearMonth MAY = YearMonth.of(2026, 5);
    private static final YearMonth DECEMBER = YearMonth.of(2026, 12);
    private static final YearMonth START = YearMonth.of(2024, 10);

    @Rule
    public final Offices offices = new Offices();

    private Office office;
    private PaymentRuns runs;

    @Before
    public void openOffice() {
        office = offices.open();
        office.guard.signIn(Office.CLERK);
        runs = office.server();
    }

    @Test
    public void eachRecipientIsPaidTheMonthsThatFallDue() {
        recipient(1, "2020-05-05");
        recipient(2, "2025-01-01", "2018-08-08", "2010-04-02");
        paidUpTo(1, "202610");
        paidUpTo(2, "202610");

        PaymentRun run = calculated(DECEMBER);

        assertEquals(RunState.CALCULATED, run.state());
        assertEquals("Tuesday", LocalDate.of(2026, 12, 15), run.payday());
        assertEquals(MonthSpan.of(YearMonth.of(2026, 10), YearMonth.of(2026, 11)), run.months());
        List<Payment> payments = runs.payments(run.number(), PaymentQuery.all(0, 100));
        assertEquals(Yen.of(20_000), payments.get(0).amount());
        assertEquals(
                "10,000 + 10,000 + 30,000 a month",
                Yen.of(100_000),
                payments.get(1).amount());
        assertEquals(PaymentState.CALCULATED, payments.get(1).state());
        assertEquals(run.months(), payments.get(1).months());
        assertEquals(
                "the same account as before",
                "0|0",
                String.join("|", office.tables.rows("SELECT NEWNESS FROM PAYMENT WHERE RUN_NUMBER = 1")));
    }

    @Test
    public void everyLookAtAPaymentSaysAboutWhom() {
        recipient(1, "2020-05-05");
        PaymentRun run = calculated(DECEMBER);
        AddresseeNumber recipient =
                office.ledgers.all.firstEntry().getValue().entitlement().recipient();
        office.trail.views.clear();

        runs.payments(run.number(), PaymentQuery.all(0, 10));
        new PaymentBook(office.database, office.master, office.ledgers, office.guard, office.trail).explain(1);

        assertEquals(
                List.of("payment.list", "payment.view", "payment.view"),
                office.trail.views.stream().map(Deed::action).toList());
        assertEquals(Optional.of(recipient), office.trail.views.get(0).subject());
        assertEquals(Optional.of(recipient), office.trail.views.get(1).subject());
        assertTrue("the child", office.trail.views.get(2).subject().isPresent());
    }

    @Test
    public void aPaymentIsFoundByItsSerialAndAListGoesOnBehindOne() {
        for (int serial = 1; serial <= 7; serial++) {
            recipient(serial, "2020-05-05");
        }
        PaymentRun run = calculated(DECEMBER);
        PaymentBook book = new PaymentBook(office.database, office.master, office.ledgers, office.guard, office.trail);

        List<Payment> listed = new ArrayList<>();
        List<Payment> page = runs.payments(run.number(), PaymentQuery.all(0, 2));
        while (!page.isEmpty()) {
            listed.addAll(page);
            page = runs.payments(
                    run.number(), PaymentQuery.all(page.get(page.size() - 1).serial(), 2));
        }

        assertEquals(7, listed.size());
        for (int i = 0; i < listed.size(); i++) {
            assertEquals(i + 1, listed.get(i).serial());
            assertEquals(listed.get(i), book.explain(i + 1).orElseThrow().payment());
        }
        assertEquals(Optional.empty(), book.explain(8));
    }

    @Test
    public void aSecondRunForTheMonthFindsNothingLeftToPay() {
        recipient(1, "2020-05-05");
        PaymentRun first = calculated(DECEMBER);

        PaymentRun second = calculated(DECEMBER);

        assertEquals(1, first.paid().recipients());
        assertEquals(RunState.NOTHING_DUE, second.state());
        assertEquals(0, second.paid().recipients() + second.unpaid());
    }

    @Test
    public void whatWasDueBeforeTheHistoryTakenOverIsNotPaidAgain() {
        recipient(1, "2020-05-05");
        past(1, "202612", "202510", "202609", "40");
        put(2, entitlement(2, START, Optional.of(YearMonth.of(2025, 3)), CaseStatus.ENDED, Hold.NONE), "2020-05-05");
        account(2);
        office.tables.execute("UPDATE TAKEN_OVER SET FIRST_MONTH = '202510'");

        PaymentRun run = calculated(DECEMBER);

        List<Payment> payments = runs.payments(run.number(), PaymentQuery.all(0, 100));
        assertEquals(1, payments.size());
        assertEquals(Yen.of(20_000), payments.get(0).amount());
    }

    @Test
    public void fillingAGapDoesNotReopenWhatWasPaidAfterIt() {
        put(1, entitlement(1, START, Optional.of(YearMonth.of(2026, 7)), CaseStatus.ENDED, Hold.NONE), "2020-05-05");
        account(1);
        past(1, "202604", "202410", "202603", "40");
        past(1, "202606", "202604", "202605", "50");
        past(1, "202608", "202606", "202607", "40");
        office.tables.execute("INSERT INTO PAYMENT_GAP VALUES ('" + ledger(1) + "')");

        assertEquals(Yen.of(20_000), calculated(DECEMBER).paid().amount());
        assertEquals(RunState.NOTHING_DUE, calculated(DECEMBER).state());
    }

    @Test
    public void aNewEntitlementGetsItsArrears() {
        recipient(1, YearMonth.of(2026, 8), "2020-05-05");

        Payment payment = onlyPayment(calculated(DECEMBER));

        assertEquals(MonthSpan.of(YearMonth.of(2026, 8), YearMonth.of(2026, 11)), payment.months());
        assertEquals("for October and November", Yen.of(20_000), payment.planned());
        assertEquals("for August and September", Yen.of(20_000), payment.adjustment());
        assertEquals("its first payment", List.of("1"), office.tables.rows("SELECT NEWNESS FROM PAYMENT"));
    }

    @Test
    public void monthsThatDidNotArriveArePaidAgainAndOthersAreNot() {
        recipient(1, YearMonth.of(2026, 6), "2020-05-05");
        past(1, "202608", "202606", "202607", "50");
        past(1, "202610", "202608", "202609", "40");
        office.tables.execute("INSERT INTO PAYMENT_GAP VALUES ('" + ledger(1) + "')");

        Payment payment = onlyPayment(calculated(DECEMBER));

        assertEquals("June, July, October, November", Yen.of(40_000), payment.amount());
        assertEquals("the gap is filled", 0, office.tables.number("SELECT COUNT(*) FROM PAYMENT_GAP"));
    }

    @Test
    public void anEndedEntitlementIsPaidUpToItsLastMonth() {
        put(1, entitlement(1, START, Optional.of(YearMonth.of(2026, 10)), CaseStatus.ENDED, Hold.NONE), "2020-05-05");
        account(1);
        paidUpTo(1, "202610");

        Payment payment = onlyPayment(calculated(DECEMBER));

        assertEquals(MonthSpan.of(YearMonth.of(2026, 10), YearMonth.of(2026, 10)), payment.months());
        assertEquals(Yen.of(10_000), payment.amount());
    }

    @Test
    public void anEntitlementThatEndedLongAgoIsPaidOnlyWhatWasNeverPaid() {
        for (int serial = 1; serial <= 4; serial++) {
            put(serial, entitlement(serial, START, Optional.of(MAY), CaseStatus.ENDED, Hold.NONE), "2020-05-05");
            account(serial);
        }
        past(1, "202606", "202410", "202605", "40");
        past(2, "202607", "202410", "202605", "40");
        past(3, "202606", "202410", "202604", "40");

        List<Payment> payments = runs.payments(calculated(DECEMBER).number(), PaymentQuery.all(0, 100));

        assertEquals(
                "1 was paid in the regular month and 2 in another; 3 lacks one month and 4 all of them",
                List.of(MonthSpan.of(MAY, MAY), MonthSpan.of(START, MAY)),
                payments.stream().map(Payment::months).toList());
    }

    @Test
    public void nothingIsLeftToPayForChildrenWhoHaveGrownUp() {
        for (int serial = 1; serial <= 3; serial++) {
            recipient(serial, "2008-03-01");
        }
        past(1, "202604", "202410", "202603", "40");
        past(2, "202604", "202410", "202602", "40");

        List<Payment> payments = runs.payments(calculated(DECEMBER).number(), PaymentQuery.all(0, 100));

        YearMonth march = YearMonth.of(2026, 3);
        assertEquals(
                "1 was paid up to the March after the eighteenth birthday; 2 lacks that month and 3 all of them",
                List.of(MonthSpan.of(march, march), MonthSpan.of(START, march)),
                payments.stream().map(Payment::months).toList());
    }

    @Test
    public void aChildBornYearsAfterTheOthersWerePaidForIsPaidToTheKnownAccount() {
        recipient(1, "2008-03-01", "2026-10-05");
        past(1, "202604", "202410", "202603", "40");

        Payment payment = onlyPayment(calculated(DECEMBER));

        assertEquals(MonthSpan.of(YearMonth.of(2026, 11), YearMonth.of(2026, 11)), payment.months());
        assertEquals(List.of("0"), office.tables.rows("SELECT NEWNESS FROM PAYMENT WHERE RUN_NUMBER = 1"));
    }

    @Test
    public void whoeverIsNotPaidIsListedWithTheReason() {
        put(1, entitlement(1, START, Optional.empty(), CaseStatus.RECEIVING, Hold.NONE), "2020-05-05");
        put(2, entitlement(2, START, Optional.empty(), CaseStatus.RECEIVING, Hold.NONE), "2020-05-05");
        office.account(ledger(2), 1, "0146", "101", "ﾔﾏﾀﾞ ﾀﾛｳ", "2");
        put(3, entitlement(3, START, Optional.empty(), CaseStatus.RECEIVING, Hold.NONE), "2020-05-05");
        office.account(ledger(3), 1, "9999", "999", "ﾔﾏﾀﾞ ﾀﾛｳ", "1");
        put(4, entitlement(4, START, Optional.empty(), CaseStatus.RECEIVING, Hold.NONE), "2020-05-05");
        office.account(ledger(4), 1, "0146", "101", "山田 ﾀﾛｳ", "1");
        put(5, entitlement(5, START, Optional.empty(), CaseStatus.WITHHELD, Hold.STATUS_REPORT_MISSING), "2020-05-05");
        account(5);
        for (int serial = 1; serial <= 5; serial++) {
            paidUpTo(serial, "202610");
        }

        PaymentRun run = calculated(DECEMBER);

        List<Unpaid> unpaid = runs.unpaid(run.number(), Optional.empty(), 0, 100);
        assertEquals(RunState.NOTHING_DUE, run.state());
        assertEquals(
                List.of(
                        UnpaidReason.NO_ACCOUNT,
                        UnpaidReason.ACCOUNT_DEFECTIVE,
                        UnpaidReason.BRANCH_GONE,
                        UnpaidReason.KANA_INVALID,
                        UnpaidReason.ON_HOLD),
                unpaid.stream().map(Unpaid::reason).toList());
        assertTrue(unpaid.stream().allMatch(entry -> entry.amount().equals(Yen.of(20_000))));
        assertEquals(
                List.of(ledger(3)),
                runs.unpaid(run.number(), Optional.of(UnpaidReason.BRANCH_GONE), 0, 100).stream()
                        .map(Unpaid::ledger)
                        .toList());
    }

    @Test
    public void impossibleFactsAreListedAndTheOthersArePaid() {
        recipient(1, "2020-05-05");
        recipient(2, "2020-05-05", "2020-05-05");
        CaseFacts twice = office.ledgers.all.get(ledger(2));
        Child child = twice.facts().children().get(0);
        office.ledgers.put(new CaseFacts(
                twice.entitlement(),
                EmploymentClass.EMPLOYEE,
                new Facts(twice.facts().claimant(), twice.facts().entitled(), List.of(child, child), List.of())));

        PaymentRun run = calculated(DECEMBER);

        assertEquals(1, run.paid().recipients());
        assertEquals(
                UnpaidReason.FACTS_REFUSED,
                runs.unpaid(run.number(), Optional.empty(), 0, 10).get(0).reason());
    }

    @Test
    public void monthsFromTheHoldOnStayUnpaidAndEarlierOnesArePaid() {
        Entitlement held = entitlement(1, START, Optional.empty(), CaseStatus.RECEIVING, Hold.ACCOUNT);
        put(1, heldFrom(held, YearMonth.of(2026, 11)), "2020-05-05");
        account(1);
        paidUpTo(1, "202610");

        PaymentRun run = calculated(DECEMBER);

        assertEquals(Yen.of(10_000), onlyPayment(run).amount());
        assertEquals(1, run.unpaid());
    }

    @Test
    public void whatIsDecidedToBeWithheldIsTakenOff() {
        recipient(1, "2020-05-05");
        paidUpTo(1, "202610");
        office.tables.execute("INSERT INTO DEDUCTION VALUES ('" + ledger(1) + "', '2', '202612', 1, 'K1', '2026-11-01',"
                + " '2026-10-01', '03', '2026-10-15', NULL, '20', 2026, 4500, '12', '2026-10-01', '000000000000', '   ',"
                + " NULL)");

        Payment payment = onlyPayment(calculated(DECEMBER));

        assertEquals(Yen.of(4_500), payment.deducted());
        assertEquals(Yen.of(15_500), payment.amount());
        assertEquals(
                List.of("40|1"),
                office.tables.rows("SELECT STATUS_CODE, PAYMENT_SERIAL FROM DEDUCTION").stream()
                        .map(row -> row.replace("|" + payment.serial(), "|1"))
                        .toList());
    }

    @Test
    public void anInterruptedRunResumedEqualsOneThatWasNot() {
        List<String> whole = rowsOfARunInterruptedAfter(Integer.MAX_VALUE);
        for (int pages = 0; pages <= 4; pages++) {
            assertEquals("cut off after " + pages, whole, rowsOfARunInterruptedAfter(pages));
        }
    }

    @Test
    public void whileARunIsInterruptedNoOtherBegins() {
        recipient(1, "2020-05-05");
        office.ledgers.failAfter(0);
        RunOutcome.Done cut = (RunOutcome.Done) runs.start(DECEMBER);

        runs = office.server();
        assertEquals(RunState.INTERRUPTED, runs.find(1).orElseThrow().state());
        assertEquals(
                cut.run().number(),
                ((RunOutcome.Busy) runs.start(DECEMBER)).other().number());

        assertEquals(
                RunState.CALCULATED, ((RunOutcome.Done) runs.resume(1)).run().state());
        assertTrue("it is complete", runs.resume(1) instanceof RunOutcome.NotNow);
    }

    @Test
    public void theCalculationGoesOnInTheBackgroundAsTheOneWhoStartedIt() throws InterruptedException {
        for (int serial = 1; serial <= 10; serial++) {
            recipient(serial, "2020-05-05");
        }
        ExecutorService threads = Executors.newCachedThreadPool();
        runs = office.server(threads);

        runs.start(DECEMBER);
        while (runs.find(1).orElseThrow().state() == RunState.CALCULATING) {
            Thread.onSpinWait();
        }
        threads.shutdown();
        assertTrue(threads.awaitTermination(10, TimeUnit.SECONDS));

        assertEquals(10, runs.find(1).orElseThrow().paid().recipients());
        assertEquals("clerk", office.drafts.find(1).orElseThrow().draftedBy());
    }

    @Test
    public void totalsAgreeWithTheRows() {
        recipient(1, "2025-01-01", "2018-08-08", "2010-04-02");
        recipient(2, "2023-11-10");
        recipient(3, EmploymentClass.EMPLOYEE, "2024-05-05");
        for (int serial = 1; serial <= 3; serial++) {
            paidUpTo(serial, "202610");
        }

        PaymentRun run = calculated(DECEMBER);

        List<ClassTotal> totals = runs.totals(run.number());
        assertEquals(
                run.paid().amount().amount(),
                totals.stream().mapToLong(total -> total.amount().amount()).sum());
        assertEquals(
                run.paid().childMonths(),
                totals.stream().mapToLong(ClassTotal::childMonths).sum());
        assertEquals(
                run.paid().amount().amount(),
                office.tables.number("SELECT SUM(PAID_AMOUNT) FROM PAYMENT WHERE RUN_NUMBER = 1"));
        assertEquals(5, run.paid().children());
        assertEquals(3, run.paid().recipients());
        assertEquals(new ClassTotal(true, AgeClass.UNDER_THREE, 1, 1, 1, 2, Yen.of(30_000)), totals.get(0));
    }

    @Test
    public void moneyNeedsTwoPersonsTwice() {
        recipient(1, "2020-05-05");
        office.guard.signIn(Office.CLERK_AND_APPROVER);
        long run = calculated(DECEMBER).number();

        assertEquals(new RunOutcome.OwnDraft(), runs.approve(run));
        office.guard.signIn(Office.CLERK);
        assertThrows(Forbidden.class, () -> runs.approve(run));
        assertTrue("not approved yet", runs.makeFile(run) instanceof RunOutcome.NotNow);
        office.guard.signIn(Office.APPROVER);
        assertEquals(RunState.APPROVED, done(runs.approve(run)).state());
        assertTrue("once", runs.approve(run) instanceof RunOutcome.NotNow);

        office.guard.signIn(Office.CLERK_AND_APPROVER);
        assertEquals(RunState.FILE_MADE, done(runs.makeFile(run)).state());
        assertEquals(new RunOutcome.OwnDraft(), runs.approveFile(run));
        assertTrue(office.outbox.messages.isEmpty());
        office.guard.signIn(Office.APPROVER);
        PaymentRun approved = done(runs.approveFile(run));

        assertEquals(RunState.FILE_APPROVED, approved.state());
        assertEquals(PaymentState.FILE_APPROVED, onlyPayment(approved).state());
        assertEquals(
                approved.file().orElseThrow().key(),
                office.outbox.messages.get(0).body());
    }

    @Test
    public void theWelfareSystemIsToldOfEveryPaymentOnceTheFileIsApproved() {
        for (int serial = 1; serial <= 201; serial++) {
            recipient(serial, "2020-05-05");
        }
        long run = approvedRun();
        office.guard.signIn(Office.APPROVER);
        PaymentRun approved = done(runs.approveFile(run));

        List<Message> told = office.outbox.messages.stream()
                .filter(message -> message.kind().equals(Fact.PAID.kind()))
                .toList();
        assertEquals(
                List.of("run-" + run + "-00001", "run-" + run + "-00002"),
                told.stream().map(Message::key).toList());
        long yen = told.stream()
                .flatMap(message -> Pattern.compile("\"yen\":([0-9]+)")
                        .matcher(message.body())
                        .results())
                .mapToLong(match -> Long.parseLong(match.group(1)))
                .sum();
        assertEquals(approved.paid().amount().amount(), yen);
        assertTrue(told.get(0).body().startsWith("{\"runKey\":\"run-" + run + "\",\"paymentMonth\":\"202612\""));
        assertFalse("whom a payment is to is known", told.get(0).body().contains("\"null\""));
    }

    @Test
    public void theFileHoldsTheRowsAndIsTheSameWhenMadeAgain() throws IOException {
        recipient(1, "2025-01-01", "2018-08-08", "2010-04-02");
        recipient(2, "2023-11-10");
        long run = approvedRun();

        byte[] first = download(run);
        office.guard.signIn(Office.OTHER_CLERK);
        assertTrue(runs.makeFile(run) instanceof RunOutcome.Unchanged);
        assertArrayEquals(first, download(run));

        long sum = new String(first, StandardCharsets.UTF_8)
                .lines()
                .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(',') + 1)))
                .sum();
        assertEquals(office.tables.number("SELECT SUM(PAID_AMOUNT) FROM PAYMENT"), sum);
        assertEquals(
                sum, runs.find(run).orElseThrow().file().orElseThrow().total().amount());
        String key = runs.find(run).orElseThrow().file().orElseThrow().key();
        assertThrows("not approved yet", IllegalArgumentException.class, () -> office.files.open(key));
        office.guard.signIn(Office.APPROVER);
        runs.approveFile(run);
        assertArrayEquals(first, office.files.open(key).readAllBytes());
        office.guard.signIn(Office.CLERK);
        assertTrue("frozen", runs.makeFile(run) instanceof RunOutcome.NotNow);
    }

    @Test
    public void aBlockingFindingLeavesTheRunAsItWas() {
        recipient(1, "2020-05-05");
        calculated(DECEMBER);
        office.guard.signIn(Office.APPROVER);
        runs.approve(1);
        office.bank.findings.add(new Finding("V202", 1, "受取人名", "使えない文字があります。", true));
        office.guard.signIn(Office.CLERK);

        RunOutcome.Blocked blocked = (RunOutcome.Blocked) runs.makeFile(1);

        assertEquals(1, blocked.findings().size());
        assertEquals(RunState.APPROVED, runs.find(1).orElseThrow().state());
    }

    @Test
    public void aRunSentBackIsVoidAndItsMonthsAreDueAgain() {
        recipient(1, "2020-05-05");
        paidUpTo(1, "202610");
        long first = calculated(DECEMBER).number();
        office.guard.signIn(Office.APPROVER);

        PaymentRun cancelled = done(runs.sendBack(first, "金額の確認"));
        assertEquals(RunState.CANCELLED, cancelled.state());
        assertEquals("金額の確認", cancelled.cancelled().orElseThrow().reason());

        office.guard.signIn(Office.CLERK);
        PaymentRun second = calculated(DECEMBER);
        assertEquals(Yen.of(20_000), second.paid().amount());
        assertEquals(
                PaymentState.CANCELLED,
                onlyPayment(runs.find(first).orElseThrow()).state());
        assertEquals(2, onlyPayment(second).sequence());
    }

    @Test
    public void aRunIsHandedOverToTheNextSystemOnceItsFileIsApproved() {
        recipient(1, "2020-05-05");
        paidUpTo(1, "202610");
        office.tables.execute("INSERT INTO DEDUCTION VALUES ('" + ledger(1)
                + "', '2', '202612', 1, 'K1', '2026-10-01', '2026-09-01', '03', '2026-09-15', NULL, '20', 2026, 4500,"
                + " '10', '2026-09-01', '', '', NULL)");
        long run = approvedRun();
        assertEquals("only what was paid before", 1, handedOver(payments()).size());
        assertEquals("40", handedOver(deductions()).get(0).get(10));

        office.guard.signIn(Office.APPROVER);
        runs.approveFile(run);

        List<String> paid = handedOver(payments()).stream()
                .filter(row -> row.get(1).equals("202612"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("202612", "1", "202610", "202611", "1", "0146", "101"), paid.subList(1, 8));
        assertEquals("9000001", paid.get(9));
        assertEquals(List.of("20000", "0", "15500", "20261215", "20261215", "40"), paid.subList(12, 18));
        assertEquals("50", handedOver(deductions()).get(0).get(10));
    }

    @Test
    public void aFileSentBackIsMadeAnewUnderTheSameNumber() {
        recipient(1, "2020-05-05");
        long run = approvedRun();
        office.guard.signIn(Office.APPROVER);

        assertEquals(RunState.APPROVED, done(runs.sendBack(run, "支払日の確認")).state());

        office.guard.signIn(Office.CLERK);
        assertEquals(1, done(runs.makeFile(run)).file().orElseThrow().batch());
    }

    @Test
    public void nothingIsPaidInAMonthWithoutInstalmentOrAfterItsPayday() {
        assertTrue(runs.start(YearMonth.of(2027, 1)) instanceof RunOutcome.NotPayable);
        assertTrue(runs.start(YearMonth.of(2026, 10)) instanceof RunOutcome.NotPayable);
    }

    @Test
    public void everyChunkIsOnTheTrailWithItsSerials() {
        for (int serial = 1; serial <= 4; serial++) {
            recipient(serial, "2020-05-05");
        }

        calculated(DECEMBER);

        List<String> objects = office.trail.changes.stream()
                .filter(deed -> deed.action().equals("payment.calculate"))
                .map(deed -> deed.object())
                .toList();
        assertEquals(List.of("run 1, serials 1-3", "run 1, serials 4-4"), objects);
    }

    private List<String> rowsOfARunInterruptedAfter(int pages) {
        office = offices.open();
        office.guard.signIn(Office.CLERK);
        runs = office.server();
        for (int serial = 1; serial <= 10; serial++) {
            if (serial % 4 == 0) {
                put(
                        serial,
                        entitlement(serial, START, Optional.empty(), CaseStatus.RECEIVING, Hold.NONE),
                        "2020-05-05");
            } else {
                recipient(serial, "2025-01-01", "2018-08-08", "20" + (10 + serial) + "-04-02");
            }
        }
        office.ledgers.failAfter(pages);
        runs.start(DECEMBER);
        office.ledgers.failAfter(Integer.MAX_VALUE);
        runs = office.server();
        runs.resume(1);
        List<String> rows = new ArrayList<>(office.tables.rows("SELECT SERIAL_NUMBER, LEDGER_NUMBER, SEQ, FROM_MONTH,"
                + " TO_MONTH, PAID_AMOUNT, BREAKDOWN FROM PAYMENT ORDER BY SERIAL_NUMBER"));
        rows.addAll(office.tables.rows("SELECT LEDGER_NUMBER, AMOUNT, REASON_CODE FROM UNPAID ORDER BY ENTRY_NUMBER"));
        rows.addAll(office.tables.rows("SELECT STATE_CODE, DONE_COUNT, RECIPIENT_COUNT, CHILD_COUNT,"
                + " CHILD_MONTH_COUNT, PAID_AMOUNT, UNPAID_COUNT, FIRST_SERIAL, LAST_SERIAL FROM PAYMENT_RUN"));
        rows.addAll(office.tables.rows("SELECT * FROM PAYMENT_RUN_TOTAL ORDER BY AGE_CLASS, RANK_CLASS"));
        return rows;
    }

    private long approvedRun() {
        office.guard.signIn(Office.CLERK);
        long run = calculated(DECEMBER).number();
        office.guard.signIn(Office.APPROVER);
        runs.approve(run);
        office.guard.signIn(Office.CLERK);
        done(runs.makeFile(run));
        return run;
    }

    private PaymentsSet payments() {
        return new PaymentsSet(office.database, office.cipher, office.guard);
    }

    private DeductionsSet deductions() {
        return new DeductionsSet(office.database, office.guard);
    }

    private List<List<String>> handedOver(MigrationSet set) {
        office.guard.signIn(Office.OPERATOR);
        return set.after(Optional.empty(), 100, LocalDate.of(2026, 12, 1));
    }

    private byte[] download(long run) {
        return runs.download(run);
    }

    private PaymentRun calculated(YearMonth paymentMonth) {
        long number = done(runs.start(paymentMonth)).number();
        return runs.find(number).orElseThrow();
    }

    private Payment onlyPayment(PaymentRun run) {
        List<Payment> payments = runs.payments(run.number(), PaymentQuery.all(0, 10));
        assertEquals(1, payments.size());
        return payments.get(0);
    }

    private static PaymentRun done(RunOutcome outcome) {
        return ((RunOutcome.Done) outcome).run();
    }

    private void recipient(int serial, String... births) {
        recipient(serial, START, EmploymentClass.NOT_EMPLOYEE, births);
    }

    private void recipient(int serial, YearMonth from, String... births) {
        recipient(serial, from, EmploymentClass.NOT_EMPLOYEE, births);
    }

    private void recipient(int serial, EmploymentClass employment, String... births) {
        recipient(serial, START, employment, births);
    }

    private void recipient(int serial, YearMonth from, EmploymentClass employment, String... births) {
        put(entitlement(serial, from, Optional.empty(), CaseStatus.RECEIVING, Hold.NONE), employment, births);
        account(serial);
    }

    private void put(int serial, Entitlement entitlement, String... births) {
        put(entitlement, EmploymentClass.NOT_EMPLOYEE, births);
    }

    private void put(Entitlement entitlement, EmploymentClass employment, String... births) {
        List<Child> children = new ArrayList<>();
        for (String birth : births) {
            String key = String.valueOf(100 + children.size());
            children.add(Child.of(key, LocalDate.parse(birth), Spell.from(Circumstance.IN_CARE, START)));
        }
        Period entitled = entitlement
                .lastMonth()
                .map(last -> new Period(entitlement.firstMonth(), last))
                .orElseGet(() -> Period.from(entitlement.firstMonth()));
        office.ledgers.put(new CaseFacts(entitlement, employment, Facts.of(Claimant.individual(), entitled, children)));
    }

    private static Entitlement entitlement(
            int serial, YearMonth first, Optional<YearMonth> last, CaseStatus status, Hold hold) {
        return new Entitlement(
                ledger(serial),
                "K" + serial,
                AddresseeNumber.of(String.valueOf(serial)),
                ClaimantKind.INDIVIDUAL,
                status,
                PaymentMethod.TRANSFER,
                first,
                last,
                Optional.empty(),
                Optional.empty(),
                hold,
                Optional.empty());
    }

    private static Entitlement heldFrom(Entitlement entitlement, YearMonth from) {
        return new Entitlement(
                entitlement.ledger(),
                entitlement.certificateNumber(),
                entitlement.recipient(),
                entitlement.kind(),
                entitlement.status(),
                entitlement.paymentMethod(),
                entitlement.firstMonth(),
                entitlement.lastMonth(),
                entitlement.endedOn(),
                entitlement.endReason(),
                entitlement.hold(),
                Optional.of(from));
    }

    private void account(int serial) {
        office.account(ledger(serial), 1, "0146", "101", "ﾔﾏﾀﾞ ﾀﾛｳ", "1");
    }

    /** Everything up to the payment month was paid. */
    private void paidUpTo(int serial, String paymentMonth) {
        past(serial, paymentMonth, "202410", "202609", "40");
    }

    private void past(int serial, String paymentMonth, String from, String to, String status) {
        long number = 9_000_000 + serial * 100L + Long.parseLong(paymentMonth.substring(4));
        office.tables.database().tx(connection -> {
            PaymentPeriods.note(connection, Set.of(paymentMonth));
            return paymentMonth;
        });
        office.tables.execute("INSERT INTO PAYMENT (SERIAL_NUMBER, LEDGER_NUMBER, BENEFIT_PERIOD, SEQ, FROM_MONTH,"
                + " TO_MONTH, PAYMENT_METHOD, ACCOUNT_SEQ, NEWNESS, PLANNED_AMOUNT, ADJUSTMENT_AMOUNT, DEDUCTED_AMOUNT,"
                + " PAID_AMOUNT, PLANNED_DATE, STATUS_CODE, BREAKDOWN) VALUES (" + number + ", '" + ledger(serial)
                + "', '" + paymentMonth + "', 1, '" + from + "', '" + to
                + "', '1', 1, '0', 0, 0, 0, 0, '2026-10-15', '" + status + "', '')");
    }

    private static LedgerNumber ledger(int serial) {
        return LedgerNumber.ofSerial(serial);
    }
}
