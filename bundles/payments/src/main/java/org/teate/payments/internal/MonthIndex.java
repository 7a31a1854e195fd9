// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.time.YearMonth;

/** Months as numbers that can be counted through, without an object for each of a hundred thousand ledgers. */
final class MonthIndex {

    private MonthIndex() {}

    static int of(YearMonth month) {
        return month.getYear() * 12 + month.getMonthValue() - 1;
    }

    /** Of a month stored as {@code yyyymm}. */
    static int of(String stored) {
        int number = Integer.parseInt(stored);
        return number / 100 * 12 + number % 100 - 1;
    }

    static YearMonth month(int index) {
        return YearMonth.of(index / 12, index % 12 + 1);
    }
}
