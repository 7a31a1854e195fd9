// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.bench.springbatch;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * One recipient and the children who count.
 *
 * @param births the children's birth dates, the eldest first
 */
record Recipient(int id, Account account, List<LocalDate> births) {

    /** What is due for two months. */
    Payment due(Months months) {
        return new Payment(id, account, allowance(months.first()), allowance(months.second()));
    }

    private int allowance(YearMonth month) {
        return Allowance.of(births, month);
    }
}
