// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access;

/** The room that the tables have; a caller hears of too long a text before it costs a transaction. */
final class Lengths {

    private Lengths() {}

    static void check(String part, String text, int longest) {
        if (text.length() > longest) {
            throw new IllegalArgumentException(part + " has " + text.length() + " characters, more than " + longest);
        }
    }
}
