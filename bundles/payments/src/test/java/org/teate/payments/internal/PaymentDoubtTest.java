// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.teate.access.Actor;
import org.teate.access.SystemAccount;
import org.teate.exchange.Taken;
import org.teate.kernel.LedgerNumber;
import org.teate.kernel.Yen;
import org.teate.payments.PaymentRun;
import org.teate.payments.PaymentRuns;
import org.teate.payments.RunOutcome;
import org.teate.payments.UnpaidReason;
import org.teate.ports.FeedRecord;

/** As long as it is not known what was paid before, nothing is paid: it might be paid twice. */
public class PaymentDoubtTest {

    private static final YearMonth DECEMBER = YearMonth.of(2026, 12);

    @Rule
    public final Offices offices = new Offices();

    private Office office;
    private PaymentRuns runs;
    private PaymentFeed feed;

    @Before
    public void openOffice() {
        office = offices.open();
        runs = office.server();
        feed = new PaymentFeed(office.database, office.cipher, office.guard, office.trail);
        office.recipient(1);
        office.recipient(2);
    }

    @Test
    public void aLedgerWhosePaymentWasRefusedIsNotPaidUntilItIsTakenOver() {
        take(payment(1, "202610", "1", "30000"), payment(2, "202610", "2", "20000"));

        PaymentRun first = calculated();

        assertEquals(Yen.of(20_000), first.paid().amount());
        assertEquals(List.of(ledger(1)), inDoubt(first));

        take(payment(1, "202610", "1", "20000"));
        assertEquals("no doubt is left", 0, office.tables.number("SELECT COUNT(*) FROM PAYMENT_DOUBT"));
        assertEquals(1, calculated().paid().recipients());
    }

    @Test
    public void aGoodRecordOfAnotherPaymentDispelsNoDoubt() {
        take(payment(1, "202610", "1", "30000"), payment(1, "202608", "1", "20000"));
        take(payment(1, "202610", "2", "20000"), payment(2, "202610", "1", "20000"));

        assertEquals(List.of(ledger(1)), inDoubt(calculated()));
    }

    @Test
    public void aRecordThatCannotBeReadIsInDoubtTooIfItsLedgerIsKnown() {
        office.guard.signIn(importer());
        feed.damaged(List.of(record(payment(1, "202610", "1", "20000"))));
        take(
                payment(2, "2026", "x", "20000"),
                "ledgerNumber=12 " + payment(2, "202610", "1", "20000").substring(24));

        assertEquals(List.of(ledger(1), ledger(2)), inDoubt(calculated()));
    }

    @Test
    public void aRecordThatWasSentTwiceRaisesNoDoubt() {
        take(payment(1, "202610", "1", "20000"), payment(1, "202610", "1", "20000"));

        assertEquals(List.of(), inDoubt(calculated()));
    }

    @Test
    public void nothingIsPaidBeforeTheHistoryIsTakenOver() {
        office.tables.execute("DELETE FROM TAKEN_OVER");
        assertTrue(refusal(), refusal().contains("取り込まれていない"));

        takeAChunk(payment(1, "202610", "1", "20000"));
        assertTrue("its file is not at its end", refusal().contains("途中"));

        office.guard.signIn(importer());
        feed.finish();
        assertEquals(2, calculated().paid().recipients());
        assertEquals(List.of("202608|true"), office.tables.rows("SELECT FIRST_MONTH, IS_WHOLE FROM TAKEN_OVER"));
    }

    @Test
    public void aServerWithoutLedgersNeedsNoHistory() {
        office.ledgers.all.clear();
        office.tables.execute("DELETE FROM TAKEN_OVER");

        assertEquals(0, calculated().paid().recipients());
    }

    private void take(String... records) {
        takeAChunk(records);
        feed.finish();
    }

    private void takeAChunk(String... records) {
        office.guard.signIn(importer());
        List<FeedRecord> chunk = new ArrayList<>();
        for (String each : records) {
            chunk.add(record(each));
        }
        List<Taken> answers = feed.take(chunk);
        assertEquals(records.length, answers.size());
    }

    /** Without an account, so that it is no transfer; more than 20,000 yen paid is refused. */
    private static String payment(int serial, String month, String sequence, String paid) {
        return "ledgerNumber=" + ledger(serial) + " benefitPeriod=" + month + " seq=" + sequence
                + " fromMonth=202608 toMonth=202609 paymentMethod=2 bankCode= branchCode= accountType= accountNumber="
                + " holderKana= holderKanji= plannedAmount=20000 adjustmentAmount=0 paidAmount=" + paid
                + " plannedDate=20261015 paidDate=20261015 statusCode=40";
    }

    private static FeedRecord record(String text) {
        Map<String, Integer> positions = new HashMap<>();
        List<String> values = new ArrayList<>();
        for (String item : text.split(" ")) {
            positions.put(item.substring(0, item.indexOf('=')), values.size());
            values.add(item.substring(item.indexOf('=') + 1));
        }
        return new FeedRecord(2, positions, values);
    }

    private String refusal() {
        office.guard.signIn(Office.CLERK);
        return ((RunOutcome.NotPayable) runs.start(DECEMBER)).reason();
    }

    private PaymentRun calculated() {
        office.guard.signIn(Office.CLERK);
        long number = ((RunOutcome.Done) runs.start(DECEMBER)).run().number();
        return runs.find(number).orElseThrow();
    }

    private List<LedgerNumber> inDoubt(PaymentRun run) {
        return runs.unpaid(run.number(), Optional.of(UnpaidReason.PAST_IN_DOUBT), 0, 10).stream()
                .map(entry -> entry.ledger())
                .toList();
    }

    private static Actor importer() {
        SystemAccount importer = SystemAccount.IMPORTER;
        return new Actor(importer.login(), "", importer.permissions(), "server");
    }

    private static LedgerNumber ledger(int serial) {
        return LedgerNumber.ofSerial(serial);
    }
}
