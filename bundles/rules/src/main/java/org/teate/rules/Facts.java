// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.time.YearMonth;
import java.util.List;
import java.util.Objects;

/**
 * What the office holds about one claimant: the only input of the monthly amount.
 *
 * <p>Facts are whole months as decided, so that start and end rules（第8条・第9条） have been applied before; see {@link
 * Circumstance}. They are values and may be impossible; {@link #findings()} and every assessment say so. A value like a
 * record, but checked and put in order once. Immutable and thread-safe.
 */
public final class Facts {

    private final Claimant claimant;
    private final List<Period> entitled;
    private final List<Child> children;
    private final List<Income> incomes;
    private final Child[] eldestFirst;
    /** For each period of entitlement its first and its last month. */
    private final int[] entitledMonths;

    private final List<Finding> findings;

    /**
     * The facts about a claimant.
     *
     * @param claimant who claims
     * @param entitled the months of entitlement（受給資格）, apart from each other; where the upper income limit ended it
     *     ({@link JuneSwitch#ENDS_IN_MAY}), it begins anew only with a new claim
     * @param children everyone who may count, in any order; equals in age are ranked in the order given here
     * @param incomes the assessed incomes, one for a year; may be empty for months from October 2024 on
     */
    public Facts(Claimant claimant, List<Period> entitled, List<Child> children, List<Income> incomes) {
        this.claimant = claimant;
        this.entitled = List.copyOf(entitled);
        this.children = List.copyOf(children);
        this.incomes = List.copyOf(incomes);
        this.eldestFirst = eldestFirst(this.children);
        this.entitledMonths = monthsOf(this.entitled);
        this.findings = FactCheck.findingsIn(this);
    }

    /** Facts of a claimant whose income is of no interest. */
    public static Facts of(Claimant claimant, Period entitled, List<Child> children) {
        return new Facts(claimant, List.of(entitled), children, List.of());
    }

    public Claimant claimant() {
        return claimant;
    }

    public List<Period> entitled() {
        return entitled;
    }

    /** The children in the order given. */
    public List<Child> children() {
        return children;
    }

    public List<Income> incomes() {
        return incomes;
    }

    /** What is impossible about these facts whatever the month; empty if nothing is. */
    public List<Finding> findings() {
        return findings;
    }

    /** Whether the claimant is entitled in a month. */
    public boolean isEntitledIn(YearMonth month) {
        return isEntitledIn(Months.index(month));
    }

    boolean isEntitledIn(int month) {
        for (int i = 0; i < entitledMonths.length; i += 2) {
            if (entitledMonths[i] <= month && month <= entitledMonths[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** The children by age, never to be changed. */
    Child[] eldestFirst() {
        return eldestFirst;
    }

    /** Sorted by insertion, since a household has few children and most lists come in order. */
    private static int[] monthsOf(List<Period> periods) {
        int[] months = new int[2 * periods.size()];
        for (int i = 0; i < periods.size(); i++) {
            months[2 * i] = Months.index(periods.get(i).first());
            months[2 * i + 1] = Months.index(periods.get(i).last());
        }
        return months;
    }

    private static Child[] eldestFirst(List<Child> children) {
        Child[] sorted = new Child[children.size()];
        for (int i = 0; i < sorted.length; i++) {
            Child child = children.get(i);
            int place = i;
            while (place > 0 && child.born().isBefore(sorted[place - 1].born())) {
                sorted[place] = sorted[place - 1];
                place--;
            }
            sorted[place] = child;
        }
        return sorted;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Facts facts
                && claimant.equals(facts.claimant)
                && entitled.equals(facts.entitled)
                && children.equals(facts.children)
                && incomes.equals(facts.incomes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(claimant, entitled, children, incomes);
    }

    /** The children's keys alone: personal data must not reach a log. */
    @Override
    public String toString() {
        return "Facts about " + children;
    }
}
