// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.teate.access.Deed;
import org.teate.access.Forbidden;
import org.teate.cases.CaseFile;
import org.teate.cases.CaseStatus;
import org.teate.cases.DecisionKind;
import org.teate.cases.EmploymentClass;
import org.teate.cases.Hold;
import org.teate.cases.Occupation;
import org.teate.cases.ReportState;
import org.teate.cases.SpouseState;
import org.teate.exchange.Taken;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;
import org.teate.kernel.Yen;
import org.teate.ports.FeedRecord;

public class LedgerImportTest {

    private static final LedgerNumber LEDGER = LedgerNumber.ofSerial(1);
    private static final String RECIPIENT = "000000000000010";
    private static final String SPOUSE = "000000000000012";

    @Rule
    public final Ledger ledger = new Ledger();

    private final SentRecord page = SentRecord.page(LEDGER.value(), RECIPIENT);

    @Before
    public void theRecipientIsKnown() {
        ledger.people.enter(RECIPIENT, "1990-01-01");
        ledger.people.enter(SPOUSE, "1991-01-01");
    }

    @Test
    public void aPageIsTakenInWithAllThatItSays() {
        ledger.take(
                ledger.pages,
                page.with("hasSpouse", "1")
                        .with("spouseAddresseeNumber", SPOUSE)
                        .with("spouseOccupationCode", "2")
                        .with("statusCode", "35")
                        .with("holdCode", "01")
                        .with("holdFromMonth", "202608"));

        CaseFile file = file();
        assertEquals(CaseStatus.WITHHELD, file.entitlement().status());
        assertEquals(YearMonth.of(2025, 5), file.entitlement().firstMonth());
        assertEquals(Hold.STATUS_REPORT_MISSING, file.entitlement().hold());
        assertEquals(Optional.of(YearMonth.of(2026, 8)), file.entitlement().holdFrom());
        assertEquals(SpouseState.TOGETHER, file.spouse().orElseThrow().state());
        assertEquals(
                Optional.of(AddresseeNumber.of(SPOUSE)),
                file.spouse().orElseThrow().number());
        assertEquals(
                Optional.of(Occupation.SELF_EMPLOYED),
                file.spouse().orElseThrow().occupation());
        assertEquals(EmploymentClass.EMPLOYEE, file.insurance().orElseThrow().employment());
        assertEquals("", file.insurance().orElseThrow().employerPhone());
    }

    @Test
    public void onlyAnImportMayBringRecords() {
        List<FeedRecord> records = SentRecord.records(page);

        assertThrows(Forbidden.class, () -> ledger.jpa.txExpr(em -> ledger.pages.take(records)));
        assertEquals(0, TestDatabase.rows("ENTITLEMENT"));
    }

    @Test
    public void eachChunkIsOnTheTrail() {
        ledger.take(ledger.pages, page, page);

        assertEquals(List.of(Deed.of("case.import", "M05 line 1", "台帳の取込 1件")), ledger.staff.deeds);
    }

    @Test
    public void everySetTakenInAgainChangesNothing() {
        ledger.open(1);
        SentRecord certification = SentRecord.certification(LEDGER.value());
        SentRecord income = SentRecord.income(LEDGER.value(), RECIPIENT);
        SentRecord report = SentRecord.report(LEDGER.value());
        SentRecord child = SentRecord.child(LEDGER.value(), Ledger.child(1), "2020-06-15");
        ledger.take(ledger.history, certification);
        ledger.take(ledger.incomes, income);
        ledger.take(ledger.reports, report);

        assertEquals(List.of(Taken.UNCHANGED), ledger.take(ledger.pages, page));
        assertEquals(List.of(Taken.UNCHANGED), ledger.take(ledger.history, certification));
        assertEquals(List.of(Taken.UNCHANGED), ledger.take(ledger.children, child));
        assertEquals(List.of(Taken.UNCHANGED), ledger.take(ledger.incomes, income));
        assertEquals(List.of(Taken.UNCHANGED), ledger.take(ledger.reports, report));
        for (String table : List.of(
                "ENTITLEMENT",
                "SPOUSE_FACT",
                "INSURANCE_FACT",
                "DECISION",
                "CHILD_FACT",
                "INCOME_ASSESSMENT",
                "STATUS_REPORT")) {
            assertEquals(table, 1, TestDatabase.rows(table));
        }
    }

    @Test
    public void historyIncomesAndReportsStandInTheFile() {
        ledger.open(1);
        ledger.take(ledger.history, SentRecord.certification(LEDGER.value()));
        ledger.take(ledger.incomes, SentRecord.income(LEDGER.value(), RECIPIENT));
        ledger.take(ledger.reports, SentRecord.report(LEDGER.value()));

        CaseFile file = file();
        assertEquals(DecisionKind.CERTIFIED, file.decisions().get(0).kind());
        assertEquals(
                Optional.of(Yen.of(15_000)), file.decisions().get(0).after().monthly());
        assertEquals(Yen.of(5_120_000), file.incomes().get(0).judged());
        assertEquals(ReportState.RECEIVED, file.reports().get(0).state());
    }

    @Test
    public void aChangedPageSupersedesTheOneBefore() {
        ledger.take(ledger.pages, page);
        Instant before = ledger.clock.instant();
        ledger.clock.pass(Duration.ofDays(1));

        assertEquals(List.of(Taken.APPLIED), ledger.take(ledger.pages, page.with("paymentMethod", "2")));

        assertEquals("2", file().entitlement().paymentMethod().code());
        assertEquals(
                "1",
                ledger.register
                        .findAsKnownAt(LEDGER, before)
                        .orElseThrow()
                        .entitlement()
                        .paymentMethod()
                        .code());
        assertEquals(2, TestDatabase.rows("ENTITLEMENT"));
        assertEquals("what is equal stays", 1, TestDatabase.rows("SPOUSE_FACT"));
    }

    @Test
    public void twoVersionsOfAPageInOneFileFollowEachOther() {
        assertEquals(
                List.of(Taken.APPLIED, Taken.APPLIED, Taken.UNCHANGED),
                ledger.take(ledger.pages, page, page.with("paymentMethod", "2"), page.with("paymentMethod", "2")));
        assertEquals("2", file().entitlement().paymentMethod().code());
    }

    @Test
    public void aCaseWasNotKnownBeforeItWasTakenIn() {
        ledger.take(ledger.pages, page);

        assertEquals(
                Optional.empty(),
                ledger.register.findAsKnownAt(LEDGER, ledger.clock.instant().minusSeconds(1)));
    }

    @Test
    public void aDecisionThatIsHeldIsNeverChanged() {
        ledger.open(1);
        SentRecord certification = SentRecord.certification(LEDGER.value());
        ledger.take(ledger.history, certification);

        assertRefused("E507", "seq", ledger.take(ledger.history, certification.with("afterAmount", "30000")));
    }

    @Test
    public void badRecordsAreRefusedWithItemAndCode() {
        assertRefused("E202", "ledgerNumber", page.with("ledgerNumber", "0000000012"));
        assertRefused("E201", "statusCode", page.with("statusCode", ""));
        assertRefused("E203", "statusCode", page.with("statusCode", "77"));
        assertRefused("E202", "claimedOn", page.with("claimedOn", "20250230"));
        assertRefused("E202", "benefitStartMonth", page.with("benefitStartMonth", "202513"));
        assertRefused("E401", "addresseeNumber", page.with("addresseeNumber", "000000000000099"));
        assertRefused("E401", "spouseAddresseeNumber", page.with("spouseAddresseeNumber", "000000000000099"));
        assertRefused("E501", "benefitEndMonth", ended(page).with("benefitEndMonth", "202504"));
        assertRefused("E504", "endedOn", ended(page).with("endedOn", ""));
        assertRefused("E504", "holdCode", page.with("statusCode", "35"));
        assertEquals(0, TestDatabase.rows("ENTITLEMENT"));
    }

    @Test
    public void goodRecordsGoThroughBesideBadOnes() {
        List<Taken> taken = ledger.take(ledger.pages, page.with("statusCode", "77"), page);

        assertTrue(taken.get(0) instanceof Taken.Refused);
        assertEquals(Taken.APPLIED, taken.get(1));
    }

    @Test
    public void aRecordOfAnUnknownLedgerIsRefused() {
        String unknown = LedgerNumber.ofSerial(99).value();

        assertRefused("E402", "ledgerNumber", ledger.take(ledger.history, SentRecord.certification(unknown)));
        assertRefused("E402", "ledgerNumber", ledger.take(ledger.reports, SentRecord.report(unknown)));
        assertRefused("E402", "ledgerNumber", ledger.take(ledger.incomes, SentRecord.income(unknown, RECIPIENT)));
    }

    private static SentRecord ended(SentRecord page) {
        return page.with("statusCode", "50")
                .with("endedOn", "20260310")
                .with("benefitEndMonth", "202603")
                .with("reasonCode", "S01");
    }

    private CaseFile file() {
        return ledger.register.find(LEDGER).orElseThrow();
    }

    private void assertRefused(String code, String item, SentRecord record) {
        assertRefused(code, item, ledger.take(ledger.pages, record));
    }

    private static void assertRefused(String code, String item, List<Taken> taken) {
        Taken.Refused refused = (Taken.Refused) taken.get(0);
        assertEquals(code, refused.code());
        assertEquals(item, refused.item());
    }
}
