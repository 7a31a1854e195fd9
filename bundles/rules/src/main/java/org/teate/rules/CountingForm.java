// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.time.LocalDate;
import java.time.YearMonth;
import org.teate.kernel.Yen;

/**
 * The monthly amount in the words of Article 6（第6条第1項の計算式）: not child by child, but from how many there are of each
 * class.
 *
 * <p>A second way to the amounts of {@link Act#assess}, on purpose written apart from it: it works with days where that
 * works with months, counts where that ranks, and shares with it only the tables. Where the two differ one of them is
 * wrong. It gives no shares of single children and no reasons, and is slower.
 */
public final class CountingForm {

    private final Provisions law;
    private final Facts facts;
    private final YearMonth month;
    private int infants;
    private int primary;
    private int junior;
    private int high;
    private int college;

    private CountingForm(Provisions law, Facts facts, YearMonth month) {
        this.law = law;
        this.facts = facts;
        this.month = month;
    }

    /**
     * The monthly amount of a claimant.
     *
     * @throws IllegalArgumentException if the facts are impossible or the month is before the Act or lacks an income:
     *     cases for which an assessment has a refusal
     */
    public static Yen monthly(Act act, Facts facts, YearMonth month) {
        if (!facts.findings().isEmpty()) {
            throw new IllegalArgumentException("Impossible facts");
        }
        if (facts.entitled().stream()
                .noneMatch(period -> !month.isBefore(period.first()) && !month.isAfter(period.last()))) {
            return Yen.ZERO;
        }
        Provisions law = act.at(month).orElseThrow(() -> new IllegalArgumentException("No law for " + month));
        CountingForm form = new CountingForm(law, facts, month);
        for (Child child : facts.children()) {
            form.count(child);
        }
        return form.amount();
    }

    private void count(Child child) {
        if (!month.isAfter(YearMonth.from(child.born()))) {
            return;
        }
        boolean stillChild = isWithin(child, law.ages().child());
        if (!counts(child, stillChild)) {
            return;
        }
        if (!month.isAfter(lastMonthUnderThree(child.born()))) {
            infants++;
        } else if (isWithin(child, law.ages().primary())) {
            primary++;
        } else if (isWithin(child, law.ages().junior())) {
            junior++;
        } else if (stillChild) {
            high++;
        } else if (isWithin(child, law.ages().counted())) {
            college++;
        }
    }

    private boolean counts(Child child, boolean stillChild) {
        if (holds(child, Circumstance.ABROAD) || studyIsOver(child, stillChild ? 3 : 4)) {
            return false;
        }
        if (facts.claimant().kind() == ClaimantKind.FACILITY) {
            return holds(child, Circumstance.PLACED);
        }
        return stillChild
                ? holds(child, Circumstance.IN_CARE) && !holds(child, Circumstance.PLACED)
                : holds(child, Circumstance.SUPPORTED) && !holds(child, Circumstance.PLACEMENT_EXTENDED);
    }

    private Yen amount() {
        boolean individual = facts.claimant().kind() == ClaimantKind.INDIVIDUAL;
        boolean since2024 = law.ages().paid() >= law.ages().child();
        int payable = infants + primary + junior + (since2024 ? high : 0);
        if (payable == 0) {
            return Yen.ZERO;
        }
        if (!individual) {
            return law.rates()
                    .unrankedInfant()
                    .times(infants)
                    .plus(law.rates().unrankedOlder().times(payable - infants));
        }
        if (law.limits().areTested()) {
            Income income = income();
            if (income.yen() >= limit(law.limits().upper(), income)) {
                return Yen.ZERO;
            }
            if (income.yen() >= limit(law.limits().ordinary(), income)) {
                return law.rates().special().times(payable);
            }
        }
        return Yen.of(since2024 ? byTableOfArticle6() : byFormerArticle6());
    }

    /** 第6条第1項第1号の表, in force since October 2024. */
    private long byTableOfArticle6() {
        long a = yen(AgeClass.UNDER_THREE, false);
        long b = yen(AgeClass.PRIMARY, false);
        long c = yen(AgeClass.PRIMARY, true);
        int u = infants;
        int o = primary + junior + high;
        if (college >= 2) {
            return c * (o + u);
        }
        if (college == 1) {
            return o == 0 ? a + c * (u - 1) : b + c * (o - 1) + c * u;
        }
        if (o == 0) {
            return u == 1 ? a : a * 2 + c * (u - 2);
        }
        if (o == 1) {
            return u == 0 ? b : b + a + c * (u - 1);
        }
        return b * 2 + c * (o - 2) + c * u;
    }

    /** 旧法第6条第1項第1号イ・ロ, up to September 2024. */
    private long byFormerArticle6() {
        long a = yen(AgeClass.UNDER_THREE, false) * infants;
        long b = yen(AgeClass.PRIMARY, false);
        long c = yen(AgeClass.PRIMARY, true);
        long d = yen(AgeClass.JUNIOR_HIGH, false) * junior;
        int elders = high + junior;
        if (elders == 0) {
            return a + (primary <= 2 ? b * primary : c * primary - 2 * (c - b));
        }
        if (elders == 1) {
            return a + (primary == 0 ? 0 : c * primary - (c - b)) + d;
        }
        return a + c * primary + d;
    }

    private long yen(AgeClass ageClass, boolean third) {
        MonthlyRates.Rate rate = law.rates().ranked().get(ageClass);
        return (third ? rate.thirdOn() : rate.upToSecond()).amount();
    }

    private Income income() {
        int year = month.getMonthValue() <= 5 ? month.getYear() - 2 : month.getYear() - 1;
        return facts.incomes().stream()
                .filter(income -> income.year() == year)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No income of " + year));
    }

    private long limit(long base, Income income) {
        IncomeLimits limits = law.limits();
        return base == Long.MAX_VALUE
                ? base
                : base
                        + limits.perDependant() * income.dependants()
                        + (limits.perDependant() + limits.perAged()) * income.agedDependants();
    }

    /** Whether the child has not yet passed the 31 March on or after the day on which it attains the age. */
    private boolean isWithin(Child child, int age) {
        LocalDate attained = attained(child.born(), age);
        LocalDate march = LocalDate.of(attained.getYear(), 3, 31);
        return !month.isAfter(YearMonth.from(attained.isAfter(march) ? march.plusYears(1) : march));
    }

    /** The event is the third birthday for those born on the first of a month, else its eve; its month is the last one. */
    private YearMonth lastMonthUnderThree(LocalDate born) {
        int age = law.ages().infant();
        return YearMonth.from(born.getDayOfMonth() == 1 ? born.plusYears(age) : attained(born, age));
    }

    /** The eve of the birthday; for 29 February in a common year the last day of February（民法第143条第2項）. */
    private static LocalDate attained(LocalDate born, int age) {
        LocalDate birthday = born.plusYears(age);
        return birthday.getDayOfMonth() == born.getDayOfMonth() ? birthday.minusDays(1) : birthday;
    }

    private boolean holds(Child child, Circumstance circumstance) {
        for (Spell spell : child.spells()) {
            if (spell.what() == circumstance && contains(spell)) {
                return true;
            }
        }
        return false;
    }

    private boolean studyIsOver(Child child, int years) {
        for (Spell spell : child.spells()) {
            if (spell.what() == Circumstance.STUDYING_ABROAD
                    && contains(spell)
                    && month.isAfter(spell.months().first().plusYears(years))) {
                return true;
            }
        }
        return false;
    }

    private boolean contains(Spell spell) {
        return !month.isBefore(spell.months().first())
                && !month.isAfter(spell.months().last());
    }
}
