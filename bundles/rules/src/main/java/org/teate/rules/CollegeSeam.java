// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;

/**
 * The first of April on which a child stops being one and may go on to count as supported（大学生年代の切れ目, 第9条第1項）.
 *
 * <p>The Act asks for a claim; cities set a day in April up to which it counts from April on. Immutable and thread-safe.
 *
 * @param lastDayOfApril the city's deadline, as a day of April
 */
public record CollegeSeam(int lastDayOfApril) {

    /** @throws IllegalArgumentException if April has no such day */
    public CollegeSeam {
        if (lastDayOfApril < 1 || lastDayOfApril > Month.APRIL.maxLength()) {
            throw new IllegalArgumentException("A day of April is expected, not " + lastDayOfApril);
        }
    }

    /** The first month in which someone born on {@code born} counts if the papers came on {@code claimedOn}. */
    public MonthDecision firstCounted(LocalDate born, LocalDate claimedOn) {
        YearMonth april = Months.of(Months.schoolYearEnd(born) + 12 * 18 + 1);
        LocalDate deadline = april.atDay(lastDayOfApril);
        if (!claimedOn.isAfter(deadline)) {
            return MonthDecision.by(Rule.COLLEGE_SEAM, april, deadline, claimedOn);
        }
        return MonthDecision.by(Rule.FROM_CLAIM, YearMonth.from(claimedOn).plusMonths(1), claimedOn);
    }
}
