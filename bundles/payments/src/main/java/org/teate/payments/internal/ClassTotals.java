// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.util.ArrayList;
import java.util.List;
import org.teate.kernel.Yen;
import org.teate.payments.ClassTotal;
import org.teate.rules.AgeClass;
import org.teate.rules.ChildMonth;

/** Sums of child-months by employment class, age class and rank. Not thread-safe. */
final class ClassTotals {

    private static final int RANKS = 4;
    private static final int CELLS = 2 * AgeClass.values().length * RANKS;

    private final long[] recipients = new long[CELLS];
    private final long[] children = new long[CELLS];
    private final long[] childMonths = new long[CELLS];
    private final long[] yen = new long[CELLS];
    private long paidChildren;

    /** Adds what one recipient is paid for. */
    void add(boolean employed, List<ChildMonth> rows) {
        for (int i = 0; i < rows.size(); i++) {
            ChildMonth row = rows.get(i);
            if (!row.amount().isZero()) {
                int cell = cell(employed, row);
                childMonths[cell]++;
                yen[cell] += row.amount().amount();
                countFirsts(employed, rows, i, cell);
            }
        }
    }

    /** Counts child and recipient where row {@code i} is the first that shows them. */
    private void countFirsts(boolean employed, List<ChildMonth> rows, int i, int cell) {
        boolean childSeen = false;
        boolean childSeenInCell = false;
        boolean cellSeen = false;
        for (int j = 0; j < i; j++) {
            ChildMonth earlier = rows.get(j);
            if (!earlier.amount().isZero()) {
                boolean sameCell = cell(employed, earlier) == cell;
                boolean sameChild = earlier.child().equals(rows.get(i).child());
                cellSeen |= sameCell;
                childSeen |= sameChild;
                childSeenInCell |= sameChild && sameCell;
            }
        }
        paidChildren += childSeen ? 0 : 1;
        children[cell] += childSeenInCell ? 0 : 1;
        recipients[cell] += cellSeen ? 0 : 1;
    }

    /** Children with an amount, each counted once for a recipient. */
    long children() {
        return paidChildren;
    }

    long childMonths() {
        long sum = 0;
        for (long months : childMonths) {
            sum += months;
        }
        return sum;
    }

    /** Every class in which something is paid, in order. */
    List<ClassTotal> toList() {
        List<ClassTotal> totals = new ArrayList<>();
        for (int cell = 0; cell < CELLS; cell++) {
            if (childMonths[cell] > 0) {
                totals.add(new ClassTotal(
                        cell < CELLS / 2,
                        AgeClass.values()[cell / RANKS % AgeClass.values().length],
                        cell % RANKS,
                        recipients[cell],
                        children[cell],
                        childMonths[cell],
                        Yen.of(yen[cell])));
            }
        }
        return totals;
    }

    private static int cell(boolean employed, ChildMonth row) {
        int half = employed ? 0 : 1;
        return (half * AgeClass.values().length + row.ageClass().ordinal()) * RANKS + Math.min(row.rank(), RANKS - 1);
    }
}
