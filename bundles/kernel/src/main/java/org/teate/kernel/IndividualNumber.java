// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.kernel;

/**
 * A person's Individual Number (個人番号), twelve digits of which the last is a check digit.
 *
 * <p>{@link #toString()} shows no digit, so that the number cannot reach a log by accident; {@link #digits()} is for
 * the vault and for the screen of a person who may see it. Immutable and thread-safe.
 *
 * @param digits the twelve digits
 */
public record IndividualNumber(String digits) {

    private static final int LENGTH = 12;

    /** @throws IllegalArgumentException if the length, a character or the check digit is wrong */
    public IndividualNumber {
        if (!isValid(digits)) {
            throw new IllegalArgumentException(
                    "Not an Individual Number: twelve digits with a right check digit are expected");
        }
    }

    public static IndividualNumber of(String digits) {
        return new IndividualNumber(digits);
    }

    /** Whether {@code text} has twelve digits and the right check digit (平成26年総務省令第85号第5条). */
    public static boolean isValid(String text) {
        return Digits.areAll(text)
                && text.length() == LENGTH
                && Digits.fromRight(text, 1) == checkDigit(text.substring(0, LENGTH - 1));
    }

    /**
     * The check digit (検査用数字) of the eleven digits {@code base} (平成26年総務省令第85号第5条).
     *
     * @throws IllegalArgumentException if {@code base} is not eleven digits
     */
    public static int checkDigit(String base) {
        if (!Digits.areAll(base) || base.length() != LENGTH - 1) {
            throw new IllegalArgumentException("Eleven digits are expected");
        }
        int sum = 0;
        for (int n = 1; n < LENGTH; n++) {
            int weight = n <= 6 ? n + 1 : n - 5;
            sum += Digits.fromRight(base, n) * weight;
        }
        int remainder = sum % 11;
        return remainder <= 1 ? 0 : 11 - remainder;
    }

    /** The number as a screen shows it to those who may not see it. */
    @Override
    public String toString() {
        return "************";
    }
}
