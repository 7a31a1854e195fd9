// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.kernel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;

/**
 * The days on which a bank or an office is open（営業日・開庁日）: neither a weekend, nor a national holiday, nor in the
 * closure around New Year.
 *
 * <p>Immutable and thread-safe.
 *
 * @param holidays the national holidays
 * @param closesOn the first closed day of a December
 * @param closedTo the last closed day of the January that follows
 */
public record BusinessDays(Holidays holidays, MonthDay closesOn, MonthDay closedTo) {

    private static final MonthDay THIRD_OF_JANUARY = MonthDay.of(1, 3);

    /** Banks, closed from 31 December to 3 January（銀行法施行令第5条）. */
    public static BusinessDays ofBanks(Holidays holidays) {
        return new BusinessDays(holidays, MonthDay.of(12, 31), THIRD_OF_JANUARY);
    }

    /** City offices, closed from 29 December to 3 January（地方自治法第4条の2）. */
    public static BusinessDays ofOffices(Holidays holidays) {
        return new BusinessDays(holidays, MonthDay.of(12, 29), THIRD_OF_JANUARY);
    }

    /** @throws IllegalArgumentException if the holidays of the year are not known */
    public boolean isOpen(LocalDate day) {
        MonthDay date = MonthDay.from(day);
        boolean newYear = !date.isBefore(closesOn) || !date.isAfter(closedTo);
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !newYear && !holidays.isHoliday(day);
    }

    /** The day itself if it is open, else the last open day before it. */
    public LocalDate onOrBefore(LocalDate day) {
        LocalDate open = day;
        while (!isOpen(open)) {
            open = open.minusDays(1);
        }
        return open;
    }

    /** The day itself if it is open, else the first open day after it. */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate open = day;
        while (!isOpen(open)) {
            open = open.plusDays(1);
        }
        return open;
    }
}
