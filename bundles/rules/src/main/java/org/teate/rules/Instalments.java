// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.teate.kernel.BusinessDays;
import org.teate.kernel.MonthSpan;
import org.teate.kernel.Timeline;

/** The regular payment months（支払期月）, what each of them pays, and its pay day（第8条第4項）. */
public final class Instalments {

    /** The months from one payment to the next, by benefit month, counted from February. */
    private static final Timeline<Integer> EVERY = Table.read(
            """
            from    | months
            2012-04 | 4  # February, June, October
            2024-10 | 2  # February, April, June, August, October, December: 令和6年法律第47号
            """,
            row -> row.age(1));

    private static final int FEBRUARY = 2;
    private static final int LONGEST = 4;
    private static final int PAY_DAY = 15;

    private Instalments() {}

    /**
     * The payment month in which a benefit month is regularly paid.
     *
     * @throws IllegalArgumentException if the benefit month is before April 2012
     */
    public static YearMonth paymentMonthOf(YearMonth benefit) {
        int every = EVERY.at(benefit)
                .orElseThrow(() -> new IllegalArgumentException("No payment month is known for " + benefit));
        YearMonth payment = benefit.plusMonths(1);
        while (Math.floorMod(payment.getMonthValue() - FEBRUARY, every) != 0) {
            payment = payment.plusMonths(1);
        }
        return payment;
    }

    /** The benefit months that are regularly paid in {@code payment}, or empty if it is not a payment month. */
    public static Optional<MonthSpan> paidIn(YearMonth payment) {
        List<YearMonth> paid = IntStream.rangeClosed(1, LONGEST)
                .mapToObj(back -> payment.minusMonths(LONGEST + 1L - back))
                .filter(benefit ->
                        EVERY.at(benefit).isPresent() && paymentMonthOf(benefit).equals(payment))
                .toList();
        return paid.isEmpty() ? Optional.empty() : Optional.of(MonthSpan.of(paid.get(0), paid.get(paid.size() - 1)));
    }

    /**
     * The pay day in a month: the 15th, or the last bank day before it.
     *
     * @throws IllegalArgumentException if the holidays of the year are not known
     */
    public static LocalDate payDay(YearMonth payment, BusinessDays banks) {
        return payDay(payment, PAY_DAY, banks);
    }

    /** The pay day where a city has fixed another day of the month than the 15th. */
    public static LocalDate payDay(YearMonth payment, int dayOfMonth, BusinessDays banks) {
        return banks.onOrBefore(payment.atDay(Math.min(dayOfMonth, payment.lengthOfMonth())));
    }
}
