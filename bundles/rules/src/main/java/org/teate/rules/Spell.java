// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.time.YearMonth;

/**
 * A circumstance of a child and the months for which the office has decided that it holds.
 *
 * <p>Immutable and thread-safe.
 *
 * @param what the circumstance
 * @param months the months; they may reach before the child's birth or past the age limits, which the rules see to
 */
public record Spell(Circumstance what, Period months) {

    public static Spell of(Circumstance what, YearMonth first, YearMonth last) {
        return new Spell(what, new Period(first, last));
    }

    /** From {@code first} on, with no end decided. */
    public static Spell from(Circumstance what, YearMonth first) {
        return new Spell(what, Period.from(first));
    }
}
