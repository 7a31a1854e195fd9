// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import org.junit.Test;
import org.teate.kernel.MonthSpan;

/** Holds the ranking form and the counting form of Article 6 against each other. */
public class TwoFormsTest {

    private static final int HOUSEHOLDS = 1_000_000;

    @Test
    public void theyAgreeOnAMillionHouseholdsOfEveryRegime() {
        RandomHouseholds households = new RandomHouseholds(20241001);
        Map<Regime, Integer> paid = new EnumMap<>(Regime.class);
        YearMonth first = YearMonth.of(2012, 4);
        for (int i = 0; i < HOUSEHOLDS; i++) {
            // 2012-04 to 2031-11, and each twelfth of R0's two months, so that no regime is met by chance alone
            YearMonth month = i % 12 == 0 ? first.plusMonths(i / 12 % 2) : first.plusMonths(i % 236);
            Facts facts = households.around(month);
            Assessed assessed = (Assessed) Act.enacted().assess(facts, MonthSpan.of(month, month));
            if (!assessed.total().equals(CountingForm.monthly(Act.enacted(), facts, month))) {
                assertEquals(
                        month + " " + facts.children() + assessed.childMonths(),
                        CountingForm.monthly(Act.enacted(), facts, month),
                        assessed.total());
            }
            if (!assessed.total().isZero()) {
                paid.merge(Act.enacted().at(month).orElseThrow().regime(), 1, Integer::sum);
            }
        }
        for (Regime regime : Regime.values()) {
            assertTrue(regime + " was met " + paid, paid.getOrDefault(regime, 0) > 20_000);
        }
    }

    @Test
    public void theReasonEndsInTheAmountForEveryChildOfAHundredThousandHouseholds() {
        RandomHouseholds households = new RandomHouseholds(42);
        for (int i = 0; i < 100_000; i++) {
            YearMonth month = YearMonth.of(2012, 4).plusMonths(i % 236);
            Assessed assessed = (Assessed) Act.enacted().assess(households.around(month), MonthSpan.of(month, month));
            long reasoned = assessed.reasons(month).stream()
                    .mapToLong(reason -> reason.amount().amount())
                    .sum();
            assertEquals(assessed.total().amount(), reasoned);
        }
    }
}
