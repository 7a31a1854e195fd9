// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What every month of a ledger gives, from the first that is shown to the last, worked out once. Immutable. */
final class MonthTable {

    private final YearMonth first;
    private final YearMonth last;
    private final List<List<ChildMonth>> months = new ArrayList<>();

    MonthTable(Ledger ledger, YearMonth last) {
        this.first = ledger.firstShown();
        this.last = last;
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(ledger.month(month));
        }
    }

    YearMonth first() {
        return first;
    }

    YearMonth last() {
        return last;
    }

    /** The children who count, eldest first; none in a month that is not shown. */
    List<ChildMonth> at(YearMonth month) {
        boolean shown = !month.isBefore(first) && !month.isAfter(last);
        return shown ? months.get((int) ChronoUnit.MONTHS.between(first, month)) : List.of();
    }

    int amount(YearMonth month) {
        return at(month).stream().mapToInt(ChildMonth::amount).sum();
    }

    /** For how many children a month is paid. */
    int paid(YearMonth month) {
        return (int) at(month).stream().filter(ChildMonth::isPaid).count();
    }
}
