// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.kernel;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.StringReader;
import java.time.LocalDate;
import org.junit.Test;
import org.teate.kernel.Holidays.Source;

public class HolidaysTest {

    private final Holidays holidays = Holidays.national();

    @Test
    public void theOfficialListIsUsedWhereThereIsOne() {
        assertEquals(Source.OFFICIAL, holidays.sourceOf(2026));
        assertTrue("between two holidays", holidays.isHoliday(LocalDate.of(2026, 9, 22)));
        assertTrue("moved for the games", holidays.isHoliday(LocalDate.of(2021, 7, 23)));
    }

    @Test
    public void laterYearsAreComputedAndMarkedSo() {
        assertEquals(Source.COMPUTED, holidays.sourceOf(2027));
        assertTrue("substitute for the first day of spring", holidays.isHoliday(LocalDate.of(2027, 3, 22)));
        assertTrue("between two holidays", holidays.isHoliday(LocalDate.of(2032, 9, 21)));
    }

    @Test
    public void theComputationAgreesWithTheListForEveryYearOfTheLawAsItStands() {
        for (int year = 2022; year <= 2026; year++) {
            for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
                assertEquals(
                        day.toString(),
                        holidays.isHoliday(day),
                        HolidayLaw.holidaysIn(year).containsKey(day));
            }
        }
    }

    @Test
    public void aYearWithoutDataIsRefused() {
        assertFalse(holidays.covers(2009));
        assertThrows(IllegalArgumentException.class, () -> holidays.isHoliday(LocalDate.of(2009, 12, 31)));
        assertThrows(IllegalArgumentException.class, () -> holidays.isHoliday(LocalDate.of(2100, 1, 1)));
    }

    @Test
    public void aNewerListReplacesTheComputation() {
        Holidays newer = Holidays.read(new StringReader("# test\n2027-01-01,元日\n2027-03-08,臨時の休日\n"));

        assertEquals(Source.OFFICIAL, newer.sourceOf(2027));
        assertTrue(newer.isHoliday(LocalDate.of(2027, 3, 8)));
        assertThrows(IllegalArgumentException.class, () -> Holidays.read(new StringReader("2027-1-1,元日")));
        assertThrows(IllegalArgumentException.class, () -> Holidays.read(new StringReader("2027-01-01")));
        assertThrows(IllegalArgumentException.class, () -> Holidays.read(new StringReader("")));
    }

    @Test
    public void banksAndOfficesCloseAroundNewYearOnDaysOfTheirOwn() {
        BusinessDays banks = BusinessDays.ofBanks(holidays);
        BusinessDays offices = BusinessDays.ofOffices(holidays);
        LocalDate thirtieth = LocalDate.of(2024, 12, 30);

        assertTrue(banks.isOpen(thirtieth));
        assertFalse(offices.isOpen(thirtieth));
        assertEquals(LocalDate.of(2025, 1, 6), offices.onOrAfter(thirtieth));
        assertEquals(thirtieth, banks.onOrBefore(LocalDate.of(2025, 1, 3)));
        assertEquals(LocalDate.of(2024, 12, 13), banks.onOrBefore(LocalDate.of(2024, 12, 15)));
    }
}
