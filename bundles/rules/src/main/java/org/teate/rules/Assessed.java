// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import org.teate.kernel.MonthSpan;
import org.teate.kernel.Yen;

/**
 * The amounts that follow from possible facts, with the reasons on demand.
 *
 * <p>Immutable and thread-safe.
 */
public final class Assessed implements Assessment {

    private final Act act;
    private final Facts facts;
    private final MonthSpan months;
    private final List<ChildMonth> childMonths;

    Assessed(Act act, Facts facts, MonthSpan months, List<ChildMonth> childMonths) {
        this.act = act;
        this.facts = facts;
        this.months = months;
        this.childMonths = Collections.unmodifiableList(childMonths);
    }

    public Facts facts() {
        return facts;
    }

    /** The months that were computed, entitled or not. */
    public MonthSpan months() {
        return months;
    }

    /**
     * Every child and month that counts or is paid, month by month and the eldest first. A month in which nobody is paid
     * has no row.
     */
    public List<ChildMonth> childMonths() {
        return childMonths;
    }

    /** The amount due for all the months together. */
    public Yen total() {
        long total = 0;
        for (int i = 0; i < childMonths.size(); i++) {
            total += childMonths.get(i).amount().amount();
        }
        return Yen.of(total);
    }

    /** The monthly amount. */
    public Yen totalIn(YearMonth month) {
        long total = 0;
        for (ChildMonth row : childMonths) {
            total += row.month().equals(month) ? row.amount().amount() : 0;
        }
        return Yen.of(total);
    }

    /** What is paid in the month, {@link BenefitKind#NONE} if nothing is. */
    public BenefitKind kindIn(YearMonth month) {
        return childMonths.stream()
                .filter(row -> row.month().equals(month))
                .map(ChildMonth::kind)
                .filter(kind -> kind != BenefitKind.NONE)
                .findFirst()
                .orElse(BenefitKind.NONE);
    }

    /**
     * Why a child brings what it brings in a month, be it nothing.
     *
     * @throws IllegalArgumentException if the child is not among the facts or the month was not computed
     */
    public Reason reason(String child, YearMonth month) {
        return new Assessor(act, facts).reason(child, computed(month));
    }

    /**
     * The reasons for every child of the facts in a month, the eldest first.
     *
     * @throws IllegalArgumentException if the month was not computed
     */
    public List<Reason> reasons(YearMonth month) {
        return new Assessor(act, facts).reasons(computed(month));
    }

    private YearMonth computed(YearMonth month) {
        if (!months.contains(month)) {
            throw new IllegalArgumentException(month + " was not computed");
        }
        return month;
    }
}
