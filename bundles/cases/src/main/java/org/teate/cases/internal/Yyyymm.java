// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.time.YearMonth;
import java.util.Optional;

/** Months as files and tables hold them. */
final class Yyyymm {

    /** After every month, for a column that is empty as long as something goes on. */
    static final String OPEN = "999912";

    private Yyyymm() {}

    static boolean isValid(String text) {
        return text.length() == 6
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && text.compareTo("1900") > 0
                && text.substring(4).compareTo("01") >= 0
                && text.substring(4).compareTo("12") <= 0;
    }

    static YearMonth of(String text) {
        int digits = Integer.parseInt(text);
        return YearMonth.of(digits / 100, digits % 100);
    }

    /** The month in a column that may be null. */
    static Optional<YearMonth> ofNullable(String text) {
        return Optional.ofNullable(text).map(Yyyymm::of);
    }

    static String orOpen(String text) {
        return text == null ? OPEN : text;
    }

    static String earlier(String one, String other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    static String text(YearMonth month) {
        return String.format("%04d%02d", month.getYear(), month.getMonthValue());
    }
}
