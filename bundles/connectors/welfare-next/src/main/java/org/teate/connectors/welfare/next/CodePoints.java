// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.next;

import java.util.Comparator;

/** The order of code points, in which a character beyond U+FFFF comes last and not in the midst. */
final class CodePoints {

    static final Comparator<String> ORDER = CodePoints::compare;

    private CodePoints() {}

    private static int compare(String one, String other) {
        int at = 0;
        while (at < one.length() && at < other.length()) {
            int first = one.codePointAt(at);
            int second = other.codePointAt(at);
            if (first != second) {
                return Integer.compare(first, second);
            }
            at += Character.charCount(first);
        }
        return Integer.compare(one.length(), other.length());
    }
}
