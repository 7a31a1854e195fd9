// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.bench.rules;

import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * Repeats a job until it is warm and takes the median time of further rounds.
 *
 * @param warm rounds that do not count
 * @param counted rounds that do
 */
record Rounds(int warm, int counted) {

    private static final double NANOS = 1e9;

    /**
     * The median seconds of a job.
     *
     * @param job gives a sum that must be the same in every round, so that nothing can be left out
     * @throws IllegalStateException if it is not
     */
    double secondsOf(LongSupplier job) {
        long sum = job.getAsLong();
        for (int i = 0; i < warm; i++) {
            check(sum, job.getAsLong());
        }
        double[] seconds = new double[counted];
        for (int i = 0; i < counted; i++) {
            System.gc();
            long begun = System.nanoTime();
            long again = job.getAsLong();
            seconds[i] = (System.nanoTime() - begun) / NANOS;
            check(sum, again);
        }
        Arrays.sort(seconds);
        return seconds[counted / 2];
    }

    private static void check(long expected, long sum) {
        if (sum != expected) {
            throw new IllegalStateException("A round gave " + sum + " instead of " + expected);
        }
    }
}
