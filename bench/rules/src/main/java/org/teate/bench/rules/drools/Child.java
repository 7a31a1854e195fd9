// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.bench.rules.drools;

import java.time.LocalDate;

/** A child as Drools' facts want it: a bean whose dates are months already, so that the rules compare numbers. */
public final class Child {

    private static final int MARCH = 2;

    private final int household;
    private final int order;
    private final int infantUntil;
    private final int schoolYearEnd;

    Child(int household, int order, LocalDate born) {
        this.household = household;
        this.order = order;
        this.infantUntil = Months.index(born) + 36;
        boolean early = born.getMonthValue() < 4 || born.getMonthValue() == 4 && born.getDayOfMonth() == 1;
        this.schoolYearEnd = (early ? born.getYear() : born.getYear() + 1) * 12 + MARCH;
    }

    public int getHousehold() {
        return household;
    }

    /** The place by age, 1 for the eldest. */
    public int getOrder() {
        return order;
    }

    /** The last month as an infant. */
    public int getInfantUntil() {
        return infantUntil;
    }

    /** The March after 18. */
    public int getPaidUntil() {
        return schoolYearEnd + 12 * 18;
    }

    /** The March after 22. */
    public int getCountedUntil() {
        return schoolYearEnd + 12 * 22;
    }
}
