// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.kernel;

/**
 * The number of a recipient's ledger (台帳番号): nine digits of a city-wide serial and a check digit.
 *
 * <p>The check digit is the serial's remainder by 7, so that a slip of one digit or of two neighbours is noticed in
 * most cases. Immutable and thread-safe.
 *
 * @param value the ten digits
 */
public record LedgerNumber(String value) implements Comparable<LedgerNumber> {

    private static final int LENGTH = 10;

    /** @throws IllegalArgumentException if the length, a character or the check digit is wrong */
    public LedgerNumber {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not a ledger number: ten digits with a right check digit are expected");
        }
    }

    public static LedgerNumber of(String value) {
        return new LedgerNumber(value);
    }

    /** The number of the ledger with this serial, 1 to 999,999,999. */
    public static LedgerNumber ofSerial(long serial) {
        if (serial < 1 || serial > 999_999_999) {
            throw new IllegalArgumentException("A serial of 1 to 999,999,999 is expected, not " + serial);
        }
        return new LedgerNumber(String.format("%09d%d", serial, serial % 7));
    }

    /** Whether {@code text} has ten digits and the right check digit; null has not. */
    public static boolean isValid(String text) {
        return Digits.areAll(text)
                && text.length() == LENGTH
                && Digits.fromRight(text, 1) == Integer.parseInt(text, 0, LENGTH - 1, 10) % 7;
    }

    @Override
    public int compareTo(LedgerNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
