// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.bench.rules;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.teate.rules.Child;
import org.teate.rules.Circumstance;
import org.teate.rules.Claimant;
import org.teate.rules.Facts;
import org.teate.rules.Income;
import org.teate.rules.Period;
import org.teate.rules.Spell;

/** The town as facts for our rules. Everyone past 18 is supported, since the Drools rules know nothing else. */
final class Caseload {

    private static final YearMonth ACT = YearMonth.of(2012, 4);
    private static final int INCOME_FROM = 2010;
    private static final int INCOME_TO = 2023;

    private Caseload() {}

    /** Facts for months since October 2024, which need no income. */
    static List<Facts> current(List<Household> town) {
        return town.stream().map(household -> facts(household, List.of())).toList();
    }

    /** Facts for all months since April 2012: an income for each year, below, between and above the limits. */
    static List<Facts> historic(List<Household> town) {
        return town.stream()
                .map(household -> facts(
                        household,
                        IntStream.rangeClosed(INCOME_FROM, INCOME_TO)
                                .mapToObj(year -> income(household, year))
                                .toList()))
                .toList();
    }

    private static Facts facts(Household household, List<Income> incomes) {
        List<Child> children = new ArrayList<>();
        for (int i = 0; i < household.births().size(); i++) {
            children.add(child(household.id() * 10 + i, household.births().get(i)));
        }
        return new Facts(Claimant.individual(household.parent()), List.of(Period.from(ACT)), children, incomes);
    }

    private static Child child(int key, LocalDate born) {
        YearMonth adult = YearMonth.from(born).plusYears(18);
        return Child.of(
                Integer.toString(key),
                born,
                Spell.from(Circumstance.IN_CARE, YearMonth.from(born).plusMonths(1)),
                Spell.from(Circumstance.SUPPORTED, adult));
    }

    private static Income income(Household household, int year) {
        long yen = 3_000_000 + (household.id() * 7_919L + year * 104_729L) % 7_000_000;
        return new Income(year, yen, household.births().size(), 0);
    }
}
