// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.kernel;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/**
 * The months for which an allowance is paid (支給期間), first and last both included.
 *
 * <p>The bounds are inclusive because the Act speaks so: payment begins with the month after the claim and ends with
 * the month in which entitlement is lost (児童手当法第8条第2項). Immutable and thread-safe.
 *
 * @param first the first month
 * @param last the last month, not before {@code first}
 */
public record MonthSpan(YearMonth first, YearMonth last) {

    public MonthSpan {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("A span cannot end before it begins: " + first + " to " + last);
        }
    }

    public static MonthSpan of(YearMonth first, YearMonth last) {
        return new MonthSpan(first, last);
    }

    public int length() {
        return Math.toIntExact(first.until(last, ChronoUnit.MONTHS)) + 1;
    }

    public boolean contains(YearMonth month) {
        return !month.isBefore(first) && !month.isAfter(last);
    }

    /** Every month, in order. */
    public Stream<YearMonth> months() {
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1));
    }
}
