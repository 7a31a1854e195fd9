// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.time.YearMonth;
import org.teate.kernel.MonthSpan;

/**
 * Months on record, first and last included.
 *
 * <p>Unlike {@link MonthSpan} it may be impossible, since records are: an assessment answers one that ends before it
 * begins with a {@link Finding}. Immutable and thread-safe.
 *
 * @param first the first month
 * @param last the last month, {@link #OPEN} if none is decided yet
 */
public record Period(YearMonth first, YearMonth last) {

    /** The last month of a period whose end is not decided. */
    public static final YearMonth OPEN = YearMonth.of(9999, 12);

    public Period {
        first = Months.shared(first);
        last = Months.shared(last);
    }

    public static Period of(MonthSpan months) {
        return new Period(months.first(), months.last());
    }

    /** From {@code first} on, with no end decided. */
    public static Period from(YearMonth first) {
        return new Period(first, OPEN);
    }

    boolean contains(int month) {
        return Months.index(first) <= month && month <= Months.index(last);
    }

    boolean overlaps(Period other) {
        return !first.isAfter(other.last) && !other.first.isAfter(last);
    }

    boolean endsBeforeItBegins() {
        return last.isBefore(first);
    }
}
