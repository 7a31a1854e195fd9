// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.town;

/**
 * A name and its reading (氏名・フリガナ); family and given part are joined by a full-width space.
 *
 * @param family true characters, with variation selectors where the family insists
 * @param familyKana full-width katakana
 */
public record Name(String family, String given, String familyKana, String givenKana) {

    public String kanji() {
        return family + "　" + given;
    }

    public String kana() {
        return familyKana + "　" + givenKana;
    }

    /** The same person under another family name. */
    public Name withFamilyOf(Name other) {
        return new Name(other.family, given, other.familyKana, givenKana);
    }
}
