// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.kernel;

/** Questions about strings of ASCII digits. */
final class Digits {

    private Digits() {}

    /** Whether {@code text} is not empty and made of the digits 0 to 9 alone; null is not. */
    static boolean areAll(String text) {
        return text != null && !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The digit at {@code index} counted from the right, the last one being 1. */
    static int fromRight(String digits, int index) {
        return digits.charAt(digits.length() - index) - '0';
    }
}
