// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.time.LocalDate;
import java.time.YearMonth;

/** Months as numbers, so that a caseload is compared with integers and not with objects. */
final class Months {

    private static final int FIRST = index(2000, 1);
    private static final YearMonth[] KNOWN = new YearMonth[1200];

    static {
        for (int i = 0; i < KNOWN.length; i++) {
            KNOWN[i] = YearMonth.of(2000, 1).plusMonths(i);
        }
    }

    private Months() {}

    static int index(YearMonth month) {
        return index(month.getYear(), month.getMonthValue());
    }

    static int index(LocalDate day) {
        return index(day.getYear(), day.getMonthValue());
    }

    static int index(int year, int month) {
        return year * 12 + month - 1;
    }

    static YearMonth of(int index) {
        int known = index - FIRST;
        return known >= 0 && known < KNOWN.length ? KNOWN[known] : YearMonth.of(index / 12, index % 12 + 1);
    }

    /** The same month as an object that is shared, so that a caseload's months stay in the processor's cache. */
    static YearMonth shared(YearMonth month) {
        int known = index(month) - FIRST;
        return known >= 0 && known < KNOWN.length ? KNOWN[known] : month;
    }

    /**
     * The March that ends the school year into which the birth falls; {@code n} years later it ends that in which age
     * {@code n} is attained. Age is attained on the eve of the birthday（年齢計算ニ関スル法律）, so 1 April belongs to the year
     * before, and a birth on 29 February needs no case of its own.
     */
    static int schoolYearEnd(LocalDate born) {
        boolean beforeApril = born.getMonthValue() < 4 || born.getMonthValue() == 4 && born.getDayOfMonth() == 1;
        return index(beforeApril ? born.getYear() : born.getYear() + 1, 3);
    }
}
