// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.util.List;
import java.util.Optional;
import org.teate.kernel.Yen;

/** One benefit month of one claimant: who counts, who is paid, what kind and how much. */
final class HouseholdMonth {

    private final Facts facts;
    private final Child[] eldestFirst;
    private final int month;
    private final Provisions provisions;
    private final Standing[] standings;
    private final boolean anyPayable;
    private final Income income;

    HouseholdMonth(Facts facts, int month, Provisions provisions) {
        this.facts = facts;
        this.eldestFirst = facts.eldestFirst();
        this.month = month;
        this.provisions = provisions;
        this.standings = new Standing[eldestFirst.length];
        boolean payable = false;
        for (int i = 0; i < eldestFirst.length; i++) {
            standings[i] = eldestFirst[i].standingIn(month, provisions.ages(), claimant());
            payable |= isPayable(i);
        }
        this.anyPayable = payable;
        this.income = needsIncome() ? incomeOf(incomeYear()) : null;
    }

    int month() {
        return month;
    }

    Facts facts() {
        return facts;
    }

    Provisions provisions() {
        return provisions;
    }

    Child child(int i) {
        return eldestFirst[i];
    }

    Standing standing(int i) {
        return standings[i];
    }

    ClaimantKind claimant() {
        return facts.claimant().kind();
    }

    boolean isAnyPayable() {
        return anyPayable;
    }

    boolean isPayable(int i) {
        return standings[i] == Standing.COUNTED
                && month <= eldestFirst[i].yearEndOf(provisions.ages().paid());
    }

    /** Whether the amount depends on an income: an individual's, while the law has a test, if there is anything to pay. */
    boolean needsIncome() {
        return anyPayable
                && claimant() == ClaimantKind.INDIVIDUAL
                && provisions.limits().areTested();
    }

    /** January to May take the income of the year before last, June to December that of last year（旧法第5条第1項）. */
    int incomeYear() {
        return month % 12 >= 5 ? month / 12 - 1 : month / 12 - 2;
    }

    Optional<Income> income() {
        return Optional.ofNullable(income);
    }

    boolean lacksIncome() {
        return income == null && needsIncome();
    }

    /** What is paid in this month to this claimant, if anything. */
    BenefitKind kind() {
        if (!anyPayable || income != null && provisions.limits().upperReachedBy(income)) {
            return BenefitKind.NONE;
        }
        return income != null && provisions.limits().ordinaryReachedBy(income)
                ? BenefitKind.SPECIAL_ALLOWANCE
                : BenefitKind.CHILD_ALLOWANCE;
    }

    boolean isRanked(BenefitKind kind) {
        return claimant() == ClaimantKind.INDIVIDUAL && kind == BenefitKind.CHILD_ALLOWANCE;
    }

    /** The place among those counted, 1 for the eldest. */
    int rank(int i) {
        int rank = 0;
        for (int j = 0; j <= i; j++) {
            if (standings[j] == Standing.COUNTED) {
                rank++;
            }
        }
        return rank;
    }

    Yen amount(BenefitKind kind, AgeClass ageClass, int rank) {
        if (kind == BenefitKind.SPECIAL_ALLOWANCE) {
            return provisions.rates().special();
        }
        return isRanked(kind)
                ? provisions.rates().forRank(ageClass, rank)
                : provisions.rates().withoutRank(ageClass);
    }

    /** Appends a row for each child that counts or is paid. */
    void addTo(List<ChildMonth> rows) {
        BenefitKind kind = kind();
        if (kind == BenefitKind.NONE) {
            return;
        }
        boolean ranked = isRanked(kind);
        int rank = 0;
        for (int i = 0; i < standings.length; i++) {
            if (standings[i] == Standing.COUNTED) {
                rank = ranked ? rank + 1 : 0;
                AgeClass ageClass = eldestFirst[i].classIn(month, provisions.ages());
                Yen amount = isPayable(i) ? amount(kind, ageClass, rank) : Yen.ZERO;
                if (ranked || !amount.isZero()) {
                    BenefitKind paid = amount.isZero() ? BenefitKind.NONE : kind;
                    rows.add(new ChildMonth(eldestFirst[i].key(), Months.of(month), ageClass, rank, paid, amount));
                }
            }
        }
    }

    private Income incomeOf(int year) {
        for (Income candidate : facts.incomes()) {
            if (candidate.year() == year) {
                return candidate;
            }
        }
        return null;
    }
}
