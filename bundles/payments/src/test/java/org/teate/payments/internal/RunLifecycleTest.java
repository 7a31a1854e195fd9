// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.teate.access.Forbidden;
import org.teate.cases.CaseFacts;
import org.teate.cases.CaseStatus;
import org.teate.cases.EmploymentClass;
import org.teate.cases.Entitlement;
import org.teate.cases.Hold;
import org.teate.cases.PaymentMethod;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;
import org.teate.kernel.Yen;
import org.teate.payments.PaymentQuery;
import org.teate.payments.PaymentRun;
import org.teate.payments.PaymentRuns;
import org.teate.payments.PaymentState;
import org.teate.payments.RunOutcome;
import org.teate.payments.RunState;
import org.teate.payments.Unpaid;
import org.teate.payments.UnpaidReason;
import org.teate.ports.bank.Finding;
import org.teate.rules.Child;
import org.teate.rules.Circumstance;
import org.teate.rules.Claimant;
import org.teate.rules.ClaimantKind;
import org.teate.rules.Facts;
import org.teate.rules.Period;
import org.teate.rules.Spell;

/** Where a run can go from where it stands, and who may move it. */
public class RunLifecycleTest {

    private static final YearMonth DECEMBER = YearMonth.of(2026, 12);
    private static final YearMonth FEBRUARY = YearMonth.of(2027, 2);
    private static final YearMonth START = YearMonth.of(2026, 10);

    @Rule
    public final Offices offices = new Offices();

    private Office office;
    private PaymentRuns runs;

    @Before
    public void openOffice() {
        office = offices.open();
        office.guard.signIn(Office.CLERK);
        runs = office.server();
        recipient(1);
    }

    @Test
    public void anApprovedRunWhoseFileIsBlockedCanBeGivenUpAndItsMonthsArePaidByTheNext() {
        office.tables.execute("INSERT INTO DEDUCTION VALUES ('" + ledger(1)
                + "', '2', '202612', 1, 'K1', '2026-11-01', '2026-10-01', '03', '2026-10-15', NULL, '20', 2026, 4500,"
                + " '12', '2026-10-01', '000000000000', '   ', NULL)");
        approved();
        office.bank.findings.add(new Finding("V202", 1, "受取人名", "使えない文字があります。", true));
        assertTrue(runs.makeFile(1) instanceof RunOutcome.Blocked);

        office.guard.signIn(Office.APPROVER);
        PaymentRun cancelled = done(runs.sendBack(1, "口座名義の誤り"));

        assertEquals(RunState.CANCELLED, cancelled.state());
        assertEquals("approver", cancelled.cancelled().orElseThrow().by());
        assertEquals("口座名義の誤り", cancelled.cancelled().orElseThrow().reason());
        assertEquals("the deduction waits again", List.of("20|null"), deduction());
        assertEquals("口座名義の誤り", lastDeed("payment.cancel"));
        office.guard.signIn(Office.CLERK);
        PaymentRun next = done(runs.start(DECEMBER));
        assertEquals(
                Yen.of(15_500), runs.find(next.number()).orElseThrow().paid().amount());
        assertEquals(
                PaymentState.CANCELLED,
                runs.payments(1, PaymentQuery.all(0, 1)).get(0).state());
    }

    @Test
    public void anApprovedRunIsGivenUpByAnApproverOtherThanTheOneWhoStartedIt() {
        office.guard.signIn(Office.CLERK_AND_APPROVER);
        runs.start(DECEMBER);
        office.guard.signIn(Office.APPROVER);
        runs.approve(1);

        office.guard.signIn(Office.CLERK);
        assertThrows(Forbidden.class, () -> runs.sendBack(1, "誤り"));
        office.guard.signIn(Office.CLERK_AND_APPROVER);
        assertEquals(new RunOutcome.OwnDraft(), runs.sendBack(1, "誤り"));
        assertEquals(RunState.APPROVED, runs.find(1).orElseThrow().state());
    }

    @Test
    public void whatTheBankWillGetIsNotGivenUp() {
        approved();
        done(runs.makeFile(1));
        office.guard.signIn(Office.APPROVER);
        done(runs.approveFile(1));

        assertTrue(runs.sendBack(1, "誤り") instanceof RunOutcome.NotNow);
    }

    @Test
    public void anInterruptedRunCanBeGivenUp() {
        recipient(2);
        recipient(3);
        recipient(4);
        office.ledgers.failAfter(1);
        runs.start(DECEMBER);
        office.ledgers.failAfter(Integer.MAX_VALUE);
        assertEquals(RunState.INTERRUPTED, runs.find(1).orElseThrow().state());
        assertEquals(3, runs.find(1).orElseThrow().paid().recipients());

        office.guard.signIn(Office.APPROVER);
        assertEquals(RunState.CANCELLED, done(runs.sendBack(1, "再開できない")).state());

        office.guard.signIn(Office.CLERK);
        assertTrue(runs.resume(1) instanceof RunOutcome.NotNow);
        PaymentRun next = done(runs.start(DECEMBER));
        assertEquals(4, runs.find(next.number()).orElseThrow().paid().recipients());
    }

    @Test
    public void whileAnotherRunIsCalculatedNothingIsCancelled() {
        done(runs.start(DECEMBER));
        List<RunOutcome> outcomes = new ArrayList<>();
        office.ledgers.atEachPage(() -> {
            office.guard.signIn(Office.APPROVER);
            outcomes.add(runs.sendBack(1, "誤り"));
            office.guard.signIn(Office.CLERK);
        });

        done(runs.start(DECEMBER));

        assertTrue(outcomes.get(0) instanceof RunOutcome.Busy);
        assertEquals(RunState.CALCULATED, runs.find(1).orElseThrow().state());
    }

    @Test
    public void aFileThatCannotReachTheBankBeforeThePaydayIsNeitherMadeNorApproved() {
        approved();
        office.tables.execute("UPDATE PAYMENT_RUN SET PAYDAY = '2026-11-24'");
        assertTrue(refusal(runs.makeFile(1)).contains("に間に合いません。"));

        office.tables.execute("UPDATE PAYMENT_RUN SET PAYDAY = '2026-11-25'");
        done(runs.makeFile(1));
        office.tables.execute("UPDATE PAYMENT_RUN SET PAYDAY = '2026-11-24'");
        office.guard.signIn(Office.APPROVER);
        assertTrue(refusal(runs.approveFile(1)).contains("に間に合いません。"));
        assertTrue("nothing is on its way", office.outbox.messages.isEmpty());
    }

    @Test
    public void monthsArePaidInTheirOrder() {
        assertTrue(refusal(runs.start(FEBRUARY)).startsWith("令和8年12月期の支払がまだ決裁されていません。"));

        done(runs.start(DECEMBER));
        assertTrue("it waits", runs.start(FEBRUARY) instanceof RunOutcome.NotPayable);
        office.guard.signIn(Office.APPROVER);
        done(runs.approve(1));
        office.guard.signIn(Office.CLERK);
        done(runs.start(FEBRUARY));

        assertEquals(Yen.of(20_000), runs.find(2).orElseThrow().paid().amount());
    }

    @Test
    public void aMonthWithNothingToPayDoesNotHoldUpTheNext() {
        office.ledgers.all.clear();
        assertEquals(RunState.NOTHING_DUE, done(runs.start(DECEMBER)).state());

        assertEquals(RunState.NOTHING_DUE, done(runs.start(FEBRUARY)).state());
    }

    @Test
    public void aCancelledMonthHoldsUpTheNextUntilItIsCalculatedAnew() {
        approved();
        office.guard.signIn(Office.APPROVER);
        done(runs.sendBack(1, "誤り"));
        office.guard.signIn(Office.CLERK);

        assertTrue(runs.start(FEBRUARY) instanceof RunOutcome.NotPayable);
    }

    @Test
    public void whoeverStartedOrResumedARunDoesNotDecideOnIt() {
        office.guard.signIn(Office.CLERK_AND_APPROVER);
        office.ledgers.failAfter(0);
        runs.start(DECEMBER);
        office.ledgers.failAfter(Integer.MAX_VALUE);
        office.guard.signIn(Office.CLERK);
        PaymentRun run = done(runs.resume(1));

        assertEquals("both", run.startedBy());
        assertEquals(Set.of("both", "clerk"), run.drafters());
        office.guard.signIn(Office.CLERK_AND_APPROVER);
        assertEquals(new RunOutcome.OwnDraft(), runs.approve(1));
        assertEquals(new RunOutcome.OwnDraft(), runs.sendBack(1, "誤り"));
        office.guard.signIn(Office.APPROVER);
        assertEquals(RunState.APPROVED, done(runs.approve(1)).state());
    }

    @Test
    public void aLedgerThatCannotBeSettledIsListedAndTheOthersArePaid() {
        recipient(2, null);
        recipient(3);

        PaymentRun run = runs.find(done(runs.start(DECEMBER)).number()).orElseThrow();

        assertEquals(RunState.CALCULATED, run.state());
        assertEquals(2, run.paid().recipients());
        Unpaid unpaid = runs.unpaid(1, Optional.empty(), 0, 10).get(0);
        assertEquals(ledger(2), unpaid.ledger());
        assertEquals(UnpaidReason.FACTS_REFUSED, unpaid.reason());
        assertTrue(unpaid.detail(), unpaid.detail().contains("R1-" + ledger(2)));
    }

    @Test
    public void whyARunWasCutOffIsShownUntilItGoesOn() {
        office.ledgers.failAfter(0);
        runs.start(DECEMBER);
        office.ledgers.failAfter(Integer.MAX_VALUE);

        String shown = runs.find(1).orElseThrow().failure().orElseThrow();
        assertTrue(shown, shown.contains("IllegalStateException"));
        assertFalse("the words of what was thrown may quote a ledger", shown.contains("The machine stops here"));
        runs = office.server();
        assertEquals(
                "after a restart",
                Optional.of(shown),
                runs.find(1).orElseThrow().failure());

        assertEquals(Optional.empty(), done(runs.resume(1)).failure());
    }

    @Test
    public void aDatabaseThatDoesNotAnswerIsNamedAsTheReason() {
        office.ledgers.atEachPage(() -> {
            throw new IllegalStateException(new SQLException("no connection", "08001"));
        });

        runs.start(DECEMBER);

        assertEquals(
                Optional.of("データベースが応じませんでした（SQLSTATE 08001）。"),
                runs.find(1).orElseThrow().failure());
    }

    @Test
    public void aServerThatIsStoppedStopsTheRunBetweenTwoChunksWithoutAFailure() throws InterruptedException {
        for (int serial = 2; serial <= 9; serial++) {
            recipient(serial);
        }
        RunCalculator calculator = office.calculator(Executors.newCachedThreadPool());
        runs = office.server(calculator);
        Thread closing = new Thread(() -> close(calculator));
        AtomicInteger pages = new AtomicInteger();
        office.ledgers.atEachPage(() -> {
            if (pages.incrementAndGet() == 2) {
                closing.start();
                while (closing.getState() != Thread.State.TIMED_WAITING) {
                    Thread.onSpinWait();
                }
            }
        });

        runs.start(DECEMBER);
        while (pages.get() < 2) {
            Thread.onSpinWait();
        }
        closing.join();

        assertEquals(RunState.INTERRUPTED, runs.find(1).orElseThrow().state());
        assertEquals(Optional.empty(), runs.find(1).orElseThrow().failure());
        assertEquals(3, runs.find(1).orElseThrow().progress().done());
        assertEquals("nothing was read after the stop", 2, pages.get());
    }

    @Test
    public void aPaymentIsExplainedByWhatWasKnownWhenItsLedgerWasRead() {
        for (int serial = 2; serial <= 4; serial++) {
            recipient(serial);
        }
        office.ledgers.failAfter(1);
        runs.start(DECEMBER);
        PaymentBook book = new PaymentBook(office.database, office.master, office.ledgers, office.guard, office.trail);

        book.reasons(1);
        office.ledgers.failAfter(Integer.MAX_VALUE);
        done(runs.resume(1));
        office.tables.execute("UPDATE PAYMENT_RUN SET CALCULATED_AT = TIMESTAMP('2026-11-25 00:00:00')");
        book.reasons(1);

        Instant read = office.clock.instant();
        assertEquals("of a run cut off, and of one that is complete", List.of(read, read), office.ledgers.lookedBackTo);
    }

    private static void close(RunCalculator calculator) {
        try {
            calculator.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String refusal(RunOutcome outcome) {
        return ((RunOutcome.NotPayable) outcome).reason();
    }

    private void approved() {
        done(runs.start(DECEMBER));
        office.guard.signIn(Office.APPROVER);
        done(runs.approve(1));
        office.guard.signIn(Office.CLERK);
    }

    private static PaymentRun done(RunOutcome outcome) {
        return ((RunOutcome.Done) outcome).run();
    }

    private List<String> deduction() {
        return office.tables.rows("SELECT STATUS_CODE, PAYMENT_SERIAL FROM DEDUCTION");
    }

    private String lastDeed(String action) {
        return office.trail.changes.stream()
                .filter(deed -> deed.action().equals(action))
                .reduce((first, second) -> second)
                .orElseThrow()
                .reason();
    }

    /** Somebody with one child and an account, entitled from October on. */
    private void recipient(int serial) {
        recipient(serial, PaymentMethod.TRANSFER);
    }

    private void recipient(int serial, PaymentMethod method) {
        Entitlement entitlement = new Entitlement(
                ledger(serial),
                "K" + serial,
                AddresseeNumber.of(String.valueOf(serial)),
                ClaimantKind.INDIVIDUAL,
                CaseStatus.RECEIVING,
                method,
                START,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Hold.NONE,
                Optional.empty());
        Child child = Child.of("100", LocalDate.of(2020, 5, 5), Spell.from(Circumstance.IN_CARE, START));
        Facts facts = Facts.of(Claimant.individual(), Period.from(START), List.of(child));
        office.ledgers.put(new CaseFacts(entitlement, EmploymentClass.NOT_EMPLOYEE, facts));
        office.account(ledger(serial), 1, "0146", "101", "ﾔﾏﾀﾞ ﾀﾛｳ", "1");
    }

    private static LedgerNumber ledger(int serial) {
        return LedgerNumber.ofSerial(serial);
    }
}
