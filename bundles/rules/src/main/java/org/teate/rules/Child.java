// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.time.LocalDate;
import java.util.List;

/**
 * A child of a claimant（児童）, or a young adult whom the claimant supports, with what the office has found.
 *
 * <p>Immutable and thread-safe.
 *
 * @param key what tells the child from others, such as its addressee number: 1 to 20 ASCII letters, digits, {@code _}
 *     or {@code -}
 * @param born the birth date
 * @param spells the circumstances by month, in any order; the same one may come more than once
 */
public record Child(String key, LocalDate born, List<Spell> spells) {

    private static final int KEY_LENGTH = 20;

    /** @throws IllegalArgumentException if the key has another length or another character */
    public Child {
        if (key.isEmpty() || key.length() > KEY_LENGTH || !key.chars().allMatch(Child::mayStandInAKey)) {
            throw new IllegalArgumentException("A child's key has 1 to 20 letters, digits, _ or -");
        }
        spells = List.copyOf(spells);
    }

    public static Child of(String key, LocalDate born, Spell... spells) {
        return new Child(key, born, List.of(spells));
    }

    private static boolean mayStandInAKey(int c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '_' || c == '-';
    }
}
