// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
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
import org.teate.ports.FeedRecord;

/** What is decided to be withheld is withheld once, by the first run that pays. */
public class DeductionTest {

    private static final YearMonth DECEMBER = YearMonth.of(2026, 12);
    private static final YearMonth FEBRUARY = YearMonth.of(2027, 2);
    private static final String TAKEN = "SELECT STATUS_CODE FROM DEDUCTION ORDER BY BENEFIT_PERIOD";

    @Rule
    public final Offices offices = new Offices();

    private Office office;
    private PaymentRuns runs;
    private LedgerNumber ledger;

    @Before
    public void openOffice() {
        office = offices.open();
        runs = office.server();
        ledger = office.recipient(1);
    }

    @Test
    public void whatCouldNotBeWithheldInItsMonthIsWithheldFromTheNextPayment() {
        take("202612", "20", "4500");
        take("202702", "20", "1000");
        take("202704", "20", "300");
        account("2");
        assertEquals("nobody is paid", Yen.ZERO, calculated(DECEMBER).paid().amount());
        account("1");

        PaymentRun february = calculated(FEBRUARY);

        assertEquals(Yen.of(5_500), february.paid().deducted());
        assertEquals(
                "October to January", Yen.of(40_000 - 5_500), february.paid().amount());
        assertEquals("that of April still waits", List.of("40", "40", "20"), office.tables.rows(TAKEN));
    }

    @Test
    public void whatWasWithheldLaterThanItsMonthIsHandedOverAsWithheld() {
        take("202612", "20", "4500");
        account("2");
        calculated(DECEMBER);
        account("1");
        long february = calculated(FEBRUARY).number();
        office.guard.signIn(Office.APPROVER);
        runs.approve(february);
        office.guard.signIn(Office.CLERK);
        runs.makeFile(february);
        assertEquals("40", handedOver());
        office.guard.signIn(Office.APPROVER);

        assertTrue(runs.approveFile(february) instanceof RunOutcome.Done);

        assertEquals("50", handedOver());
    }

    @Test
    public void aFileSentAgainDoesNotUndoWhatARunHasWithheld() {
        take("202612", "20", "4500");
        long december = calculated(DECEMBER).number();
        office.guard.signIn(Office.APPROVER);
        runs.approve(december);

        assertEquals(Taken.UNCHANGED, take("202612", "20", "4500"));
        assertEquals(Taken.UNCHANGED, take("202612", "40", "4500"));

        assertEquals(List.of("40"), office.tables.rows(TAKEN));
        assertEquals(Yen.ZERO, calculated(FEBRUARY).paid().deducted());
    }

    @Test
    public void whatARunHasWithheldCannotBeChangedFromOutside() {
        take("202612", "20", "4500");
        calculated(DECEMBER);

        assertEquals("E507", ((Taken.Refused) take("202612", "20", "9900")).code());
        assertEquals("E507", ((Taken.Refused) take("202612", "90", "4500")).code());

        assertEquals(List.of("40"), office.tables.rows(TAKEN));
        assertEquals("what waits may change", Taken.APPLIED, take("202702", "20", "1000"));
        assertEquals(Taken.APPLIED, take("202702", "90", "1000"));
    }

    private Taken take(String month, String status, String amount) {
        SystemAccount importer = SystemAccount.IMPORTER;
        office.guard.signIn(new Actor(importer.login(), "", importer.permissions(), "server"));
        String[] items = ("ledgerNumber=" + ledger + " certificateNumber=K1 processedOn=20261001 appliedOn=20260901"
                        + " childAddresseeNumber=2 itemCode=03 decidedOn=20260915 rejectedOn= benefitPeriod=" + month
                        + " seq=1 statusCode=" + status + " fiscalYear=2026 amount=" + amount
                        + " collectionTerm=10 receiptConfirmedOn=20260901 specialCollectionMonths= rejectReasonCode=")
                .split(" ");
        Map<String, Integer> positions = new HashMap<>();
        for (String item : items) {
            positions.put(item.substring(0, item.indexOf('=')), positions.size());
        }
        List<String> values = List.of(items).stream()
                .map(item -> item.substring(item.indexOf('=') + 1))
                .toList();
        return new DeductionFeed(office.database, office.guard, office.trail)
                .take(List.of(new FeedRecord(2, positions, values)))
                .get(0);
    }

    private String handedOver() {
        office.guard.signIn(Office.OPERATOR);
        return new DeductionsSet(office.database, office.guard)
                .after(Optional.empty(), 10, LocalDate.of(2027, 2, 1))
                .get(0)
                .get(10);
    }

    private void account(String status) {
        office.tables.execute("UPDATE PAYMENT_ACCOUNT SET STATUS_CODE = '" + status + "'");
    }

    private PaymentRun calculated(YearMonth paymentMonth) {
        office.guard.signIn(Office.CLERK);
        long number = ((RunOutcome.Done) runs.start(paymentMonth)).run().number();
        return runs.find(number).orElseThrow();
    }
}
