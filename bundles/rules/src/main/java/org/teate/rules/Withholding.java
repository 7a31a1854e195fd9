// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import org.teate.kernel.LegalBasis;
import org.teate.kernel.MonthSpan;
import org.teate.kernel.Timeline;

/** What follows if the yearly status report（現況届, 第26条・規則第4条） is missing: payment is withheld（差止, 第11条）. */
public final class Withholding {

    /** The provision by which payment is withheld. */
    public static final LegalBasis BASIS = new LegalBasis("児童手当法第11条");

    /** The first day on which the report is to be filed. */
    public static final MonthDay FROM = MonthDay.of(6, 1);

    /** The last day on which it is to be filed. */
    public static final MonthDay TO = MonthDay.of(6, 30);

    /** The first benefit month that is withheld, by year: a practice, which follows the fee year. */
    private static final Timeline<Month> WITHHELD_FROM = Table.read(
            """
            from    | month
            2012-06 | 6
            2025-06 | 8  # the fee year begins in August since 令和6年法律第47号
            """,
            row -> Month.of(row.age(1)));

    private Withholding() {}

    /**
     * The first benefit month that is withheld until the report of a year is filed.
     *
     * @throws IllegalArgumentException if the year is before 2012
     */
    public static YearMonth withheldFrom(int year) {
        Month month = WITHHELD_FROM
                .at(YearMonth.of(year, Month.JUNE))
                .orElseThrow(() -> new IllegalArgumentException("No report was due in " + year));
        return YearMonth.of(year, month);
    }

    /** The first payment that is withheld: the one that pays {@link #withheldFrom}, with its months from there on. */
    public static MonthSpan firstWithheld(int year) {
        YearMonth first = withheldFrom(year);
        MonthSpan paid = Instalments.paidIn(Instalments.paymentMonthOf(first)).orElseThrow();
        return MonthSpan.of(first, paid.last());
    }
}
