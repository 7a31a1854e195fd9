// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing;

import java.time.LocalDate;
import java.util.Optional;
import org.teate.kernel.AddresseeNumber;

/**
 * What tells one person from another in lists and calculations.
 *
 * @param number the addressee number
 * @param name the name as written (氏名); an alias (通称) is not used here
 * @param kana the reading in full-width katakana
 * @param birth the birth date
 * @param sex the sex
 * @param kind Japanese, foreign or not registered in the city
 * @param state whether still a resident
 * @param lostOn since when no longer a resident: moved out, dead or struck off
 * @param householdNumber the household now (世帯番号), empty if not known
 * @param underProtection whether support measures (支援措置) hold; lists then show no place
 */
public record Identity(
        AddresseeNumber number,
        String name,
        String kana,
        BirthDate birth,
        Sex sex,
        ResidentKind kind,
        ResidentState state,
        Optional<LocalDate> lostOn,
        String householdNumber,
        boolean underProtection) {}
