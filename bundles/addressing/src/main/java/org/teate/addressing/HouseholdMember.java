// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing;

import org.teate.kernel.AddresseeNumber;

/**
 * Somebody in a household (世帯員).
 *
 * @param number the addressee number
 * @param name the name as written
 * @param kana its reading
 * @param birth the birth date
 * @param sex the sex
 * @param relation to the householder
 * @param state whether still a resident
 * @param underProtection whether support measures (支援措置) hold
 */
public record HouseholdMember(
        AddresseeNumber number,
        String name,
        String kana,
        BirthDate birth,
        Sex sex,
        Relation relation,
        ResidentState state,
        boolean underProtection) {}
