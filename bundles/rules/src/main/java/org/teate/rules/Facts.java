// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.util.List;

/**
 * What the office holds about one claimant: the only input of the monthly amount.
 *
 * <p>Facts are whole months as decided, so that start and end rules（第8条・第9条） have been applied before; see {@link
 * Circumstance}. They are plain values and may be impossible; an assessment says so. Immutable and thread-safe.
 *
 * @param claimant who claims
 * @param entitled the months of entitlement（受給資格）, apart from each other
 * @param children everyone who may count, in any order; equals in age are ranked in the order given here
 * @param incomes the assessed incomes, at most one for a year; may be empty for months from October 2024 on
 */
public record Facts(Claimant claimant, List<Period> entitled, List<Child> children, List<Income> incomes) {

    public Facts {
        entitled = List.copyOf(entitled);
        children = List.copyOf(children);
        incomes = List.copyOf(incomes);
    }

    /** Facts of a claimant whose income is of no interest. */
    public static Facts of(Claimant claimant, Period entitled, List<Child> children) {
        return new Facts(claimant, List.of(entitled), children, List.of());
    }
}
