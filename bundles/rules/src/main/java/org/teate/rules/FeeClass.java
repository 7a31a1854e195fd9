// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.function.Predicate;
import org.teate.kernel.MonthSpan;
import org.teate.kernel.Timeline;

/** Whether the recipient is an employee, for whom employers contribute（被用者・非被用者の区分, 第18条第6項）. */
public enum FeeClass implements Labelled {
    /** Insured as an employee in the pension scheme and not a public official. */
    EMPLOYEE("被用者"),
    /** Anyone else whom the city certifies. */
    NOT_EMPLOYEE("非被用者");

    /** The last month of the year for which a class is fixed, by benefit month. */
    private static final Timeline<Month> YEAR_ENDS = Table.read(
            """
            from    | month
            2012-04 | 5  # to May, by the status of 1 June
            2024-10 | 7  # to July, by the status of 1 June: 令和6年法律第47号
            """,
            row -> Month.of(row.age(1)));

    private final String label;

    FeeClass(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** The months for which the class at a claim is fixed: from the month after it to the end of the year. */
    public static MonthSpan fixedByClaim(LocalDate claimedOn) {
        return toYearEnd(YearMonth.from(claimedOn).plusMonths(1));
    }

    /**
     * The months for which the status of 1 June is fixed: the year that begins after the running one ends.
     *
     * <p>The status of June 2024 was fixed for the year to May, which the reform lengthened to July 2025.
     */
    public static MonthSpan fixedByStatus(int yearOfJune) {
        YearMonth june = YearMonth.of(yearOfJune, Month.JUNE);
        return toYearEnd(first(june.minusMonths(1), FeeClass::isYearEnd).plusMonths(1));
    }

    private static MonthSpan toYearEnd(YearMonth first) {
        return MonthSpan.of(first, first(first, FeeClass::isYearEnd));
    }

    private static YearMonth first(YearMonth from, Predicate<YearMonth> condition) {
        YearMonth month = from;
        while (!condition.test(month)) {
            month = month.plusMonths(1);
        }
        return month;
    }

    private static boolean isYearEnd(YearMonth month) {
        return YEAR_ENDS.at(month).orElse(Month.MAY) == month.getMonth();
    }
}
