// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.town;

import java.util.List;
import java.util.stream.Stream;

/**
 * People who belong together: households of the register, and those of theirs who live elsewhere.
 *
 * @param serial from 1, in the order of the town
 * @param outsiders not on this city's register, or no longer (住登外者・除票者)
 * @param current whether a ledger of this family is being paid on the business date
 */
public record Family(int serial, List<Household> households, List<Person> outsiders, Claim claim, boolean current) {

    public Family {
        households = List.copyOf(households);
        outsiders = List.copyOf(outsiders);
    }

    public Stream<Person> residents() {
        return households.stream().flatMap(household -> household.members().stream());
    }

    public int residentCount() {
        return households.stream()
                .mapToInt(household -> household.members().size())
                .sum();
    }

    /** Everybody who has a number. */
    public int size() {
        return residentCount() + outsiders.size();
    }
}
