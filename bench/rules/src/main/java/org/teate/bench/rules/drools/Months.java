// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.bench.rules.drools;

import java.time.LocalDate;
import java.time.YearMonth;

final class Months {

    private Months() {}

    static int index(LocalDate day) {
        return day.getYear() * 12 + day.getMonthValue() - 1;
    }

    static int index(YearMonth month) {
        return month.getYear() * 12 + month.getMonthValue() - 1;
    }
}
