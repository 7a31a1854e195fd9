// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.town;

import java.time.LocalDate;
import java.util.List;

/**
 * What a family's ledger rests on.
 *
 * @param spouse {@link Person#NOBODY} of a single parent
 * @param hasSpouse 0 no, 1 yes, 2 lives apart, 3 divorce under discussion
 * @param wards eldest first
 * @param endedOn the day on which entitlement ended for another reason than the children's age, or {@link LocalDate#MAX}
 * @param endReason S01 and the like, empty with {@code MAX}
 */
public record Claim(
        Person recipient, Person spouse, String hasSpouse, List<Ward> wards, LocalDate endedOn, String endReason) {

    /** The family has no ledger. */
    public static final Claim NONE = new Claim(Person.NOBODY, Person.NOBODY, "0", List.of(), LocalDate.MAX, "");

    public Claim {
        wards = List.copyOf(wards);
    }

    public boolean exists() {
        return !recipient.isNobody();
    }
}
