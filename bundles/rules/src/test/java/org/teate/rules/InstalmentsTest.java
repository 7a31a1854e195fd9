// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.Test;
import org.teate.kernel.BusinessDays;
import org.teate.kernel.Holidays;
import org.teate.kernel.MonthSpan;

public class InstalmentsTest {

    private static final BusinessDays BANKS = BusinessDays.ofBanks(Holidays.national());

    @Test
    public void threePaymentsAYearBeforeTheReform() {
        assertPaid("2012-06", "2012-04", "2012-05");
        assertPaid("2024-02", "2023-10", "2024-01");
        assertPaid("2024-06", "2024-02", "2024-05");
        assertPaid("2024-10", "2024-06", "2024-09");
    }

    @Test
    public void sixPaymentsAYearSinceTheFirstOneInDecember2024() {
        assertPaid("2024-12", "2024-10", "2024-11");
        assertPaid("2025-02", "2024-12", "2025-01");
        assertPaid("2025-04", "2025-02", "2025-03");
    }

    @Test
    public void otherMonthsPayNothing() {
        assertEquals(Optional.empty(), Instalments.paidIn(YearMonth.of(2024, 4)));
        assertEquals(Optional.empty(), Instalments.paidIn(YearMonth.of(2024, 11)));
        assertEquals(Optional.empty(), Instalments.paidIn(YearMonth.of(2025, 1)));
        assertEquals(Optional.empty(), Instalments.paidIn(YearMonth.of(2012, 4)));
    }

    @Test
    public void everyBenefitMonthIsPaidOnceAndAfterwards() {
        for (YearMonth month = YearMonth.of(2012, 4); month.getYear() < 2040; month = month.plusMonths(1)) {
            YearMonth payment = Instalments.paymentMonthOf(month);
            assertEquals(true, Instalments.paidIn(payment).orElseThrow().contains(month));
            assertEquals(true, payment.isAfter(month));
        }
    }

    @Test
    public void theFifteenthMovesBackToABankDay() {
        assertEquals(LocalDate.of(2024, 12, 13), Instalments.payDay(YearMonth.of(2024, 12), BANKS));
        assertEquals(LocalDate.of(2026, 12, 15), Instalments.payDay(YearMonth.of(2026, 12), BANKS));
        assertEquals(
                "another day of the month",
                LocalDate.of(2024, 12, 10),
                Instalments.payDay(YearMonth.of(2024, 12), 10, BANKS));
        assertThrows(IllegalArgumentException.class, () -> Instalments.payDay(YearMonth.of(2101, 2), BANKS));
    }

    private static void assertPaid(String payment, String first, String last) {
        assertEquals(
                Optional.of(MonthSpan.of(YearMonth.parse(first), YearMonth.parse(last))),
                Instalments.paidIn(YearMonth.parse(payment)));
    }
}
