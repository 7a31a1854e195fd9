// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Rule;
import org.junit.Test;
import org.teate.access.Deed;
import org.teate.access.Forbidden;
import org.teate.access.Role;
import org.teate.cases.CaseFacts;
import org.teate.cases.CaseFile;
import org.teate.cases.CaseQuery;
import org.teate.cases.CaseStatus;
import org.teate.cases.EmploymentClass;
import org.teate.cases.Entitlement;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;

public class CaseloadTest {

    @Rule
    public final Ledger ledger = new Ledger();

    @Test
    public void everyCaseIsReadPageByPageAsItsFileSays() {
        for (long serial = 1; serial <= 25; serial++) {
            open(serial);
        }

        List<CaseFacts> all = readInPagesOf(10);

        assertEquals(25, all.size());
        for (CaseFacts read : all) {
            CaseFile file = ledger.register.find(read.entitlement().ledger()).orElseThrow();
            assertEquals(file.entitlement(), read.entitlement());
            assertEquals(file.facts(), read.facts());
            assertEquals(file.insurance().orElseThrow().employment(), read.employment());
        }
    }

    @Test
    public void aLedgerWithoutChildrenIsReadToo() {
        ledger.people.enter(Ledger.recipient(1), "1990-01-01");
        ledger.take(ledger.pages, SentRecord.page(LedgerNumber.ofSerial(1).value(), Ledger.recipient(1)));

        CaseFacts read = readInPagesOf(10).get(0);

        assertEquals(List.of(), read.facts().children());
        assertEquals(EmploymentClass.EMPLOYEE, read.employment());
    }

    @Test
    public void readingTheCaseloadIsRecordedAndGuarded() {
        open(1);
        ledger.staff.deeds.clear();
        readInPagesOf(10);

        assertEquals("caseload.read", ledger.staff.deeds.get(0).action());
        assertEquals("0000000011-0000000011", ledger.staff.deeds.get(0).object());
        ledger.staff.enter("operator", Role.OPERATOR);
        assertThrows(Forbidden.class, () -> readInPagesOf(10));
    }

    @Test
    public void casesAreFoundByRecipientByChildAndByList() {
        open(1);
        LedgerNumber second = open(2);
        ledger.take(
                ledger.pages,
                SentRecord.page(second.value(), Ledger.recipient(2))
                        .with("statusCode", "35")
                        .with("holdCode", "01"));

        assertEquals(List.of(second), numbers(ledger.register.ofRecipient(AddresseeNumber.of(Ledger.recipient(2)))));
        assertEquals(List.of(second), numbers(ledger.register.ofChild(AddresseeNumber.of(Ledger.child(2)))));
        assertEquals(List.of(), numbers(ledger.register.ofChild(AddresseeNumber.of(Ledger.recipient(2)))));
        assertEquals(List.of(second), numbers(ledger.register.list(query(Optional.of(CaseStatus.WITHHELD)))));
        assertEquals(2, ledger.register.list(query(Optional.empty())).size());
        assertEquals(Long.valueOf(1), ledger.register.counts().get(CaseStatus.WITHHELD));
        assertEquals(Long.valueOf(0), ledger.register.counts().get(CaseStatus.ENDED));
    }

    @Test
    public void openingACaseIsRecordedAboutEverybodyInIt() {
        LedgerNumber number = open(1);
        AddresseeNumber recipient = AddresseeNumber.of(Ledger.recipient(1));
        ledger.staff.deeds.clear();

        ledger.register.find(number);

        assertEquals(
                List.of(
                        Deed.about(recipient, "case.view", number.value(), ""),
                        Deed.about(AddresseeNumber.of(Ledger.child(1)), "case.view", number.value(), "")),
                ledger.staff.deeds);
        assertEquals(Map.of(number, recipient), ledger.register.recipients(List.of(number, LedgerNumber.ofSerial(9))));
    }

    @Test
    public void aRunLooksIntoNoTableButReadsTheIndexesThatAreForRuns() {
        open(1);

        assertEquals(
                Set.of("ENTITLEMENT_FOR_RUNS", "CHILD_FACT_FOR_RUNS", "INSURANCE_FACT_FOR_RUNS"),
                ledger.jpa.scans(() -> readInPagesOf(10)));
    }

    private LedgerNumber open(long serial) {
        return ledger.open(serial);
    }

    private static CaseQuery query(Optional<CaseStatus> status) {
        return new CaseQuery(Optional.empty(), status, Optional.empty(), Optional.empty(), 10);
    }

    private static List<LedgerNumber> numbers(List<Entitlement> entitlements) {
        return entitlements.stream().map(Entitlement::ledger).toList();
    }

    private List<CaseFacts> readInPagesOf(int limit) {
        List<CaseFacts> all = new ArrayList<>();
        List<CaseFacts> page = ledger.caseload.after(Optional.empty(), limit);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = ledger.caseload.after(
                    Optional.of(page.get(page.size() - 1).entitlement().ledger()), limit);
        }
        return all;
    }
}
