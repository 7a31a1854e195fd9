// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing;

import java.util.Optional;
import org.teate.kernel.AddresseeNumber;

/**
 * One person in the result of a search.
 *
 * @param number the addressee number
 * @param name the name as written
 * @param kana its reading
 * @param alias the alias, empty if there is none
 * @param birth the birth date
 * @param sex the sex
 * @param kind Japanese, foreign or not registered in the city
 * @param state whether still a resident
 * @param address where registered; {@link Address.Withheld} if it may not be shown
 * @param underProtection whether support measures (支援措置) hold
 */
public record PersonRow(
        AddresseeNumber number,
        String name,
        String kana,
        String alias,
        BirthDate birth,
        Sex sex,
        ResidentKind kind,
        ResidentState state,
        Optional<Address> address,
        boolean underProtection) {}
