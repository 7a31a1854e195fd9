// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.bench.springbatch;

import static org.junit.Assert.assertEquals;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import org.junit.Test;

public class AllowanceTest {

    @Test
    public void theThirdChildIsPaidTheHighestRate() {
        assertEquals(10_000 + 10_000 + 30_000, of("2026-10", "2010-05-01", "2015-05-01", "2025-05-01"));
    }

    @Test
    public void anInfantIsPaidMoreThroughTheMonthOfItsThirdBirthday() {
        assertEquals(15_000, of("2026-10", "2023-10-01"));
        assertEquals(10_000, of("2026-11", "2023-10-01"));
    }

    @Test
    public void aChildIsPaidThroughTheMarchAfterItsEighteenthBirthday() {
        assertEquals(10_000, of("2027-03", "2008-04-02"));
        assertEquals(10_000, of("2027-03", "2009-04-01"));
        assertEquals(0, of("2027-04", "2009-04-01"));
        assertEquals(10_000, of("2027-04", "2009-04-02"));
    }

    @Test
    public void aStudentOfUpToTwentyTwoCountsButIsNotPaid() {
        assertEquals(10_000 + 30_000, of("2026-10", "2005-05-01", "2012-05-01", "2015-05-01"));
        assertEquals(10_000 + 10_000, of("2026-10", "2004-04-01", "2012-05-01", "2015-05-01"));
    }

    @Test
    public void aChildIsPaidFromTheMonthAfterItsBirth() {
        assertEquals(0, of("2026-10", "2026-10-01"));
        assertEquals(15_000, of("2026-10", "2026-09-30"));
    }

    private static int of(String month, String... births) {
        return Allowance.of(Arrays.stream(births).map(LocalDate::parse).toList(), YearMonth.parse(month));
    }
}
