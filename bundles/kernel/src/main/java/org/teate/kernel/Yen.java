// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.kernel;

/**
 * An amount of money in whole yen (円), such as 10,000円.
 *
 * <p>Every amount in the Child Allowance Act is a whole number of yen, so nothing here rounds. An amount may be
 * negative: an overpayment to recover (返還金) is one.
 *
 * <p>Immutable and thread-safe.
 *
 * @param amount the number of yen
 */
public record Yen(long amount) implements Comparable<Yen> {

    public static final Yen ZERO = new Yen(0);

    public static Yen of(long amount) {
        return amount == 0 ? ZERO : new Yen(amount);
    }

    /** @throws ArithmeticException if the sum does not fit a {@code long} */
    public Yen plus(Yen other) {
        return of(Math.addExact(amount, other.amount));
    }

    /** @throws ArithmeticException if the difference does not fit a {@code long} */
    public Yen minus(Yen other) {
        return of(Math.subtractExact(amount, other.amount));
    }

    /** @throws ArithmeticException if the product does not fit a {@code long} */
    public Yen times(long count) {
        return of(Math.multiplyExact(amount, count));
    }

    public boolean isZero() {
        return amount == 0;
    }

    public boolean isNegative() {
        return amount < 0;
    }

    @Override
    public int compareTo(Yen other) {
        return Long.compare(amount, other.amount);
    }

    /** The amount with thousands separators and the unit, as a notice prints it. */
    @Override
    public String toString() {
        return String.format("%,d円", amount);
    }
}
