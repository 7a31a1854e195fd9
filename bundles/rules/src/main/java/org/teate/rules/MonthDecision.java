// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;

/**
 * A month that follows from a rule on start, change or end, with its reason.
 *
 * <p>Immutable and thread-safe.
 *
 * @param month the first or the last month, as the rule speaks of
 * @param steps why, at least one step
 */
public record MonthDecision(YearMonth month, List<Step> steps) {

    public MonthDecision {
        steps = List.copyOf(steps);
    }

    /** The decision by one rule, whose last fact is the month. */
    static MonthDecision by(Rule rule, YearMonth month, Object... factsBefore) {
        return new MonthDecision(month, List.of(Step.of(rule, Regime.in(month), append(factsBefore, month))));
    }

    /** The reason in Japanese. */
    public List<String> sentences() {
        return steps.stream().map(Step::sentence).toList();
    }

    private static Object[] append(Object[] facts, YearMonth month) {
        Object[] all = Arrays.copyOf(facts, facts.length + 1);
        all[facts.length] = month;
        return all;
    }
}
