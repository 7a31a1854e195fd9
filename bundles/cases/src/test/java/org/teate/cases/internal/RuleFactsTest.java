// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import static org.junit.Assert.assertEquals;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.Test;
import org.teate.cases.Care;
import org.teate.cases.CaseChild;
import org.teate.cases.CaseStatus;
import org.teate.cases.ChildRelation;
import org.teate.cases.Entitlement;
import org.teate.cases.Hold;
import org.teate.cases.Livelihood;
import org.teate.cases.PaymentMethod;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;
import org.teate.kernel.MonthSpan;
import org.teate.rules.Act;
import org.teate.rules.Assessed;
import org.teate.rules.ClaimantKind;

public class RuleFactsTest {

    private static final YearMonth MONTH = YearMonth.of(2025, 6);

    /** A child that is not in the claimant's custody (監護なし): neither paid for nor counted. */
    @Test
    public void aChildWithoutCustodyDoesNotCount() {
        assertEquals(
                Map.of("2", 10_000L, "3", 10_000L),
                amounts(
                        ClaimantKind.INDIVIDUAL,
                        child("1", "2009-10-05", Livelihood.SHARED, false),
                        child("2", "2013-08-08", Livelihood.SHARED, true),
                        child("3", "2016-11-11", Livelihood.SHARED, true)));
    }

    @Test
    public void withCustodyOfAllThreeTheThirdIsPaidTheHigherRate() {
        assertEquals(
                Map.of("1", 10_000L, "2", 10_000L, "3", 30_000L),
                amounts(
                        ClaimantKind.INDIVIDUAL,
                        child("1", "2009-10-05", Livelihood.SHARED, true),
                        child("2", "2013-08-08", Livelihood.SHARED, true),
                        child("3", "2016-11-11", Livelihood.MAINTAINED, true)));
    }

    @Test
    public void oneOfTheYears18To22CountsByTheSupportAlone() {
        assertEquals(
                Map.of("1", 0L, "2", 10_000L, "3", 30_000L),
                amounts(
                        ClaimantKind.INDIVIDUAL,
                        child("1", "2005-10-05", Livelihood.SUPPORTED, false),
                        child("2", "2013-08-08", Livelihood.SHARED, true),
                        child("3", "2016-11-11", Livelihood.SHARED, true)));
    }

    @Test
    public void anInstitutionIsPaidWithoutCustody() {
        assertEquals(
                Map.of("1", 10_000L),
                amounts(ClaimantKind.FACILITY, child("1", "2013-08-08", Livelihood.SHARED, false)));
    }

    /** Nobody is paid twice for a child: the institution is（第4条第1項第4号）. */
    @Test
    public void aChildPlacedInAnInstitutionIsNeitherPaidForNorCountedForTheParent() {
        CaseChild placed = child("2", "2013-08-08", Livelihood.SHARED, true, "000000000000042");

        assertEquals(
                Map.of("1", 10_000L, "3", 10_000L),
                amounts(
                        ClaimantKind.INDIVIDUAL,
                        child("1", "2009-10-05", Livelihood.SHARED, true),
                        placed,
                        child("3", "2016-11-11", Livelihood.SHARED, true)));
        assertEquals(Map.of("2", 10_000L), amounts(ClaimantKind.FACILITY, placed));
    }

    @Test
    public void oneKeptInAnInstitutionBeyond18DoesNotCount() {
        assertEquals(
                Map.of("2", 10_000L, "3", 10_000L),
                amounts(
                        ClaimantKind.INDIVIDUAL,
                        child("1", "2005-10-05", Livelihood.SUPPORTED, true, "000000000000042"),
                        child("2", "2013-08-08", Livelihood.SHARED, true),
                        child("3", "2016-11-11", Livelihood.SHARED, true)));
    }

    private static Map<String, Long> amounts(ClaimantKind kind, CaseChild... children) {
        Entitlement entitlement = new Entitlement(
                LedgerNumber.ofSerial(1),
                "N1",
                AddresseeNumber.of("9"),
                kind,
                CaseStatus.RECEIVING,
                PaymentMethod.TRANSFER,
                MONTH,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Hold.NONE,
                Optional.empty());
        Assessed assessed = (Assessed)
                Act.enacted().assess(RuleFacts.of(entitlement, List.of(children)), MonthSpan.of(MONTH, MONTH));
        Map<String, Long> amounts = new TreeMap<>();
        assessed.childMonths()
                .forEach(child -> amounts.put(
                        child.child().replaceFirst("^0+", ""), child.amount().amount()));
        return amounts;
    }

    private static CaseChild child(String number, String born, Livelihood livelihood, boolean custody) {
        return child(number, born, livelihood, custody, "");
    }

    private static CaseChild child(
            String number, String born, Livelihood livelihood, boolean custody, String facility) {
        Care care = new Care(
                YearMonth.of(2024, 10),
                Optional.empty(),
                ChildRelation.OWN,
                livelihood,
                true,
                custody,
                facility,
                Optional.empty());
        return new CaseChild(AddresseeNumber.of(number), LocalDate.parse(born), List.of(care));
    }
}
