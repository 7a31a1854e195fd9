// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.time.YearMonth;

/**
 * The Act as it stands from a benefit month on: every number that the amount depends on.
 *
 * <p>Immutable and thread-safe.
 *
 * @param from the first benefit month
 * @param regime the version of the Act, for citation
 * @param ages the ages
 * @param rates the amounts
 * @param limits the income limits
 */
public record Provisions(YearMonth from, Regime regime, Ages ages, MonthlyRates rates, IncomeLimits limits) {

    public Provisions withAges(Ages other) {
        return new Provisions(from, regime, other, rates, limits);
    }

    public Provisions withRates(MonthlyRates other) {
        return new Provisions(from, regime, ages, other, limits);
    }

    public Provisions withLimits(IncomeLimits other) {
        return new Provisions(from, regime, ages, rates, other);
    }

    Provisions startingIn(YearMonth month) {
        return new Provisions(month, regime, ages, rates, limits);
    }
}
