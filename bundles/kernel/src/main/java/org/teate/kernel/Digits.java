// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.kernel;

/** Questions about strings of ASCII digits. */
final class Digits {

    private Digits() {}

    /** Whether {@code text} is not empty and made of the digits 0 to 9 alone; null is not. */
    static boolean areAll(String text) {
        if (text == null || text.isEmpty()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** The digit at {@code index} counted from the right, the last one being 1. */
    static int fromRight(String digits, int index) {
        return digits.charAt(digits.length() - index) - '0';
    }
}
