// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.town;

import java.time.LocalDate;
import java.util.List;

/**
 * Chance that falls the same way whenever it is thrown with the same seed (SplitMix64).
 *
 * <p>Every family has dice of its own, so that a change in one family leaves the others as they were. Not thread-safe.
 */
public final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    /**
     * @param seed of the whole town
     * @param purpose keeps apart what is thrown for different reasons
     * @param index of the family, ledger or day
     */
    public Dice(long seed, int purpose, long index) {
        state = mix(mix(seed) + GOLDEN * purpose) + GOLDEN * index;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** A fraction from 0 up to, not including, 1. */
    public double fraction() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** A number from {@code least} to {@code most}, both included. */
    public int between(int least, int most) {
        return least + (int) (fraction() * (most - least + 1));
    }

    public boolean chance(double probability) {
        return fraction() < probability;
    }

    public <T> T of(List<T> choices) {
        return choices.get(between(0, choices.size() - 1));
    }

    /** One of a list that has the commonest first. */
    public <T> T ofRanked(List<T> choices) {
        double rank = fraction();
        return choices.get((int) (rank * rank * choices.size()));
    }

    /** The index of a weight, each as likely as its share of the sum. */
    public int weighted(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double point = fraction() * sum;
        int last = weights.length - 1;
        for (int i = 0; i < last; i++) {
            point -= weights[i];
            if (point < 0) {
                return i;
            }
        }
        return last;
    }

    /** A day from {@code first} to {@code last}, both included. */
    public LocalDate day(LocalDate first, LocalDate last) {
        return first.plusDays(between(0, (int) (last.toEpochDay() - first.toEpochDay())));
    }
}
