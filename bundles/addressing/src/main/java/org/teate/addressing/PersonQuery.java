// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing;

import java.time.LocalDate;
import java.util.Optional;
import org.teate.kernel.AddresseeNumber;

/**
 * Whom a person at a screen looks for. Everything that is given must match.
 *
 * @param number the whole addressee number; leading zeros may be left out
 * @param kana the beginning of the reading of name or alias, in any script and width; empty if not asked for
 * @param name the beginning of name, alias or Latin name; variants of a character (髙・高) match each other; empty if
 *     not asked for
 * @param birth the birth date; one known only by month or year matches every day of it
 * @param page which page, the first being 0
 * @param size rows on a page, 1 to 100
 */
public record PersonQuery(
        Optional<AddresseeNumber> number, String kana, String name, Optional<LocalDate> birth, int page, int size) {

    private static final int LARGEST = 100;

    /** @throws IllegalArgumentException if page or size are out of range */
    public PersonQuery {
        if (page < 0 || size < 1 || size > LARGEST) {
            throw new IllegalArgumentException("Page " + page + " of " + size + " rows is out of range");
        }
    }

    /** Whether nothing is asked for; such a query finds nobody. */
    public boolean isEmpty() {
        return number.isEmpty() && kana.isBlank() && name.isBlank() && birth.isEmpty();
    }
}
