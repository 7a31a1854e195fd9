// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.teate.kernel.BusinessDays;
import org.teate.kernel.Holidays;
import org.teate.kernel.MonthSpan;
import org.teate.rules.Instalments;

/**
 * A payment month to come（支払期月）.
 *
 * @param month the month in which money arrives
 * @param months the benefit months that fall due in it
 * @param payday the day on which it arrives
 */
public record Term(YearMonth month, MonthSpan months, LocalDate payday) {

    private static final BusinessDays BANKS = BusinessDays.ofBanks(Holidays.national());

    /** The next {@code count} payment months whose payday has not passed. */
    static List<Term> from(LocalDate today, int count) {
        return Stream.iterate(YearMonth.from(today), month -> month.plusMonths(1))
                .flatMap(month -> Instalments.paidIn(month).stream()
                        .map(months -> new Term(month, months, Instalments.payDay(month, BANKS))))
                .filter(term -> !term.payday().isBefore(today))
                .limit(count)
                .toList();
    }
}
