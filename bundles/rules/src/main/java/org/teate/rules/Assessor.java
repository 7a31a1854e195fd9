// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.teate.kernel.MonthSpan;

/** The ranking form of the Act: every child by its place among those counted. */
final class Assessor {

    private final Act act;
    private final Facts facts;
    private final Child[] eldestFirst;

    Assessor(Act act, Facts facts) {
        this.act = act;
        this.facts = facts;
        this.eldestFirst = facts.eldestFirst();
    }

    Assessment assess(MonthSpan months) {
        if (!facts.findings().isEmpty()) {
            return new Impossible(facts.findings());
        }
        int last = Months.index(months.last());
        List<ChildMonth> rows = new ArrayList<>(eldestFirst.length);
        for (int month = Months.index(months.first()); month <= last; month++) {
            if (facts.isEntitledIn(month)) {
                Optional<Provisions> inForce = act.at(month);
                if (inForce.isEmpty()) {
                    return refusal(Finding.Code.MONTH_BEFORE_THE_ACT, Months.of(month));
                }
                HouseholdMonth household = new HouseholdMonth(facts, month, inForce.get());
                if (household.lacksIncome()) {
                    return refusal(Finding.Code.INCOME_MISSING, Months.of(month), household.incomeYear());
                }
                household.addTo(rows);
            }
        }
        return new Assessed(act, facts, months, rows);
    }

    /** Why a child brings what it brings in a month that was assessed before. */
    Reason reason(String child, YearMonth month) {
        for (int i = 0; i < eldestFirst.length; i++) {
            if (eldestFirst[i].key().equals(child)) {
                return reasons(month).get(i);
            }
        }
        throw new IllegalArgumentException("No such child among the facts");
    }

    /** The reasons for every child in a month that was assessed before, eldest first. */
    List<Reason> reasons(YearMonth month) {
        if (!facts.isEntitledIn(month)) {
            return Arrays.stream(eldestFirst)
                    .map(child -> Explanation.withoutEntitlement(child.key(), month))
                    .toList();
        }
        Provisions inForce = act.at(month).orElseThrow();
        HouseholdMonth household = new HouseholdMonth(facts, Months.index(month), inForce);
        List<Reason> reasons = new ArrayList<>(eldestFirst.length);
        for (int i = 0; i < eldestFirst.length; i++) {
            reasons.add(new Explanation(household, i).reason());
        }
        return reasons;
    }

    private static Impossible refusal(Finding.Code code, Object... values) {
        return new Impossible(List.of(Finding.of(code, values)));
    }
}
