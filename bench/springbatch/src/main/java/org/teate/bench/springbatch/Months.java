// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.bench.springbatch;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;

/** The two months that one run pays for. They are paid on the tenth of the month after the second. */
record Months(YearMonth first, YearMonth second) {

    private static final DateTimeFormatter PAYDAY = DateTimeFormatter.ofPattern("MMdd");
    private static final int TENTH = 10;

    /** The payday as the bank file writes it, without the year. */
    String payday() {
        return second.plusMonths(1).atDay(TENTH).format(PAYDAY);
    }
}
