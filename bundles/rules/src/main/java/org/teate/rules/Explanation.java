// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.teate.kernel.Yen;

/** Puts into steps what a {@link HouseholdMonth} has decided on one child. */
final class Explanation {

    private final HouseholdMonth household;
    private final int i;
    private final Child child;
    private final String key;
    private final List<Step> steps = new ArrayList<>(7);

    Explanation(HouseholdMonth household, int i) {
        this.household = household;
        this.i = i;
        this.child = household.child(i);
        this.key = child.key();
    }

    static Reason withoutEntitlement(String child, YearMonth month) {
        Step step = Step.of(Rule.NOT_ENTITLED, Regime.in(month), month);
        return new Reason(child, month, Yen.ZERO, List.of(step));
    }

    Reason reason() {
        entitlement();
        Yen amount = standing() ? kindAndAmount() : Yen.ZERO;
        return new Reason(key, month(), amount, steps);
    }

    private void entitlement() {
        for (Period period : household.facts().entitled()) {
            if (period.contains(household.month())) {
                if (period.last().equals(Period.OPEN)) {
                    step(Rule.ENTITLED_FROM, month(), period.first());
                } else {
                    step(Rule.ENTITLED, month(), period.first(), period.last());
                }
            }
        }
    }

    /** Explains age and circumstances, and says whether the child counts. */
    private boolean standing() {
        Standing standing = household.standing(i);
        if (standing == Standing.NEWBORN) {
            step(Rule.NEWBORN, key, child.born(), month());
            return false;
        }
        if (standing == Standing.PAST) {
            step(Rule.PAST_EVERY_AGE, key, child.born(), Months.of(child.yearEndOf(lastAge())));
            return false;
        }
        age(child.classIn(household.month(), ages()));
        if (standing != Standing.COUNTED) {
            step(standing.rule(), key);
            return false;
        }
        circumstances();
        return true;
    }

    private void age(AgeClass ageClass) {
        switch (ageClass) {
            case UNDER_THREE -> age(Rule.UNDER_THREE, child.lastMonthAsInfant(ages()));
            case PRIMARY -> age(Rule.PRIMARY, child.yearEndOf(ages().primary()));
            case JUNIOR_HIGH -> age(Rule.JUNIOR_HIGH, child.yearEndOf(ages().junior()));
            case HIGH_SCHOOL -> age(Rule.HIGH_SCHOOL, child.yearEndOf(ages().child()));
            case COLLEGE -> age(Rule.COLLEGE, child.yearEndOf(ages().counted()));
        }
    }

    private void age(Rule rule, int last) {
        step(rule, key, child.born(), Months.of(last));
    }

    private void circumstances() {
        if (household.claimant() == ClaimantKind.FACILITY) {
            step(Rule.PLACED_HERE, key);
        } else if (household.claimant() == ClaimantKind.CORPORATE_GUARDIAN) {
            step(Rule.CARED_FOR_BY_CORPORATION, key);
        } else {
            step(household.month() <= child.yearEndOf(ages().child()) ? Rule.CARED_FOR : Rule.SUPPORTED, key);
        }
        if (child.is(Circumstance.PLACED_SHORTLY, household.month())) {
            step(Rule.PLACED_SHORTLY, key);
        }
        if (child.is(Circumstance.STUDYING_ABROAD, household.month())) {
            step(Rule.STUDYING, key);
        }
    }

    private Yen kindAndAmount() {
        if (!household.isAnyPayable()) {
            step(Rule.NOBODY_PAYABLE, month());
            return Yen.ZERO;
        }
        BenefitKind kind = household.kind();
        household.income().ifPresent(income -> income(income, kind));
        return kind == BenefitKind.NONE ? Yen.ZERO : amount(kind);
    }

    private void income(Income income, BenefitKind kind) {
        IncomeLimits limits = household.provisions().limits();
        Rule rule =
                switch (kind) {
                    case CHILD_ALLOWANCE -> Rule.INCOME_BELOW;
                    case SPECIAL_ALLOWANCE -> Rule.INCOME_AT_ORDINARY;
                    case NONE -> Rule.INCOME_AT_UPPER;
                };
        Yen limit = rule == Rule.INCOME_AT_UPPER ? limits.upperFor(income) : limits.ordinaryFor(income);
        step(rule, income.year(), Yen.of(income.yen()), limit);
    }

    private Yen amount(BenefitKind kind) {
        boolean ranked = household.isRanked(kind);
        int rank = household.rank(i);
        if (ranked) {
            step(Rule.RANKED, rank);
        }
        if (!household.isPayable(i)) {
            step(Rule.COUNTED_ONLY);
            return Yen.ZERO;
        }
        AgeClass ageClass = child.classIn(household.month(), ages());
        Yen amount = household.amount(kind, ageClass, rank);
        if (ranked) {
            step(Rule.AMOUNT, ageClass, rank, amount);
        } else if (kind == BenefitKind.SPECIAL_ALLOWANCE) {
            step(Rule.AMOUNT_OF_SPECIAL, amount);
        } else {
            step(amountWithoutRank(), ageClass, amount);
        }
        return amount;
    }

    private Rule amountWithoutRank() {
        return household.claimant() == ClaimantKind.FACILITY ? Rule.AMOUNT_OF_FACILITY : Rule.AMOUNT_OF_CORPORATION;
    }

    private int lastAge() {
        return household.claimant() == ClaimantKind.INDIVIDUAL ? ages().counted() : ages().paid();
    }

    private Ages ages() {
        return household.provisions().ages();
    }

    private YearMonth month() {
        return Months.of(household.month());
    }

    private void step(Rule rule, Object... values) {
        steps.add(Step.of(rule, household.provisions().regime(), values));
    }
}
