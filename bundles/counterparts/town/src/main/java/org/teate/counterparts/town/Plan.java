// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.town;

import java.time.LocalDate;

/**
 * The town that is asked for. The same plan is the same town, person by person, for every counterpart.
 *
 * @param seed any number
 * @param people on the register, 10 to 1,000,000
 * @param recipients ledgers being paid; at most two in five people
 * @param date the business date; ages and past are seen from it
 */
public record Plan(long seed, int people, int recipients, LocalDate date) {

    /** As in a real city: nine in a hundred people receive the allowance. */
    public static final double USUAL_SHARE = 0.09;

    public Plan {
        if (people < 10 || people > 1_000_000) {
            throw new IllegalArgumentException("10 to 1,000,000 people are expected, not " + people);
        }
        if (recipients < 0 || recipients > people / 5 * 2) {
            throw new IllegalArgumentException("At most two in five people can be recipients, not " + recipients);
        }
    }

    public static Plan of(long seed, int people, double share, LocalDate date) {
        return new Plan(seed, people, (int) Math.round(people * share), date);
    }
}
