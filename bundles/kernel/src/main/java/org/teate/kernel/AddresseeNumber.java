// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.kernel;

/**
 * The number under which the city knows a person or body (宛名番号), such as {@code 000000000012345}.
 *
 * <p>Up to fifteen digits; leading zeros are part of the number. It carries no check digit and says nothing about
 * the person. Immutable and thread-safe.
 *
 * @param value one to fifteen digits
 */
public record AddresseeNumber(String value) implements Comparable<AddresseeNumber> {

    private static final int LONGEST = 15;

    /** @throws IllegalArgumentException if {@code value} is not one to fifteen ASCII digits */
    public AddresseeNumber {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not an addressee number: one to fifteen digits are expected");
        }
    }

    public static AddresseeNumber of(String value) {
        return new AddresseeNumber(value);
    }

    /** Whether {@code value} could be an addressee number; null is not. */
    public static boolean isValid(String value) {
        return Digits.areAll(value) && value.length() <= LONGEST;
    }

    @Override
    public int compareTo(AddresseeNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
