// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** When the city pays: the 15th of every even month, or the Friday before a weekend. Stateless. */
final class Calendar {

    private static final int PAY_DAY = 15;

    private Calendar() {}

    /** No national holiday can fall on the 13th to 15th of an even month, so weekends are all that matters. */
    static LocalDate payDay(YearMonth paymentMonth) {
        return notOnWeekend(paymentMonth.atDay(PAY_DAY));
    }

    static LocalDate notOnWeekend(LocalDate day) {
        LocalDate before = day;
        while (before.getDayOfWeek() == DayOfWeek.SATURDAY || before.getDayOfWeek() == DayOfWeek.SUNDAY) {
            before = before.minusDays(1);
        }
        return before;
    }

    /**
     * The regular payment months that lie behind a day, the oldest first.
     *
     * @param benefitMonths how many months of benefit they pay together
     * @throws IllegalArgumentException if months before the reform would be among them
     */
    static List<YearMonth> paid(LocalDate date, int benefitMonths) {
        YearMonth last = YearMonth.from(date);
        while (last.getMonthValue() % 2 != 0 || !payDay(last).isBefore(date)) {
            last = last.minusMonths(1);
        }
        List<YearMonth> months = new ArrayList<>();
        for (int i = (benefitMonths + 1) / 2 - 1; i >= 0; i--) {
            months.add(last.minusMonths(2L * i));
        }
        if (!months.isEmpty() && months.get(0).minusMonths(2).isBefore(Act.REFORM)) {
            long most = Act.REFORM.until(last, ChronoUnit.MONTHS);
            throw new IllegalArgumentException(
                    "The history begins with " + Act.REFORM + ": at most " + most + " months");
        }
        return months;
    }
}
