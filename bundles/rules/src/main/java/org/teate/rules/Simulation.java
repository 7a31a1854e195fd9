// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.teate.kernel.MonthSpan;
import org.teate.kernel.Yen;

/**
 * A what-if（制度改正の試算）: one caseload under two versions of the Act.
 *
 * <p>Immutable and thread-safe.
 *
 * @param before the Act to compare with, usually the enacted one
 * @param after the Act with the amendment laid over it
 * @param months the benefit months
 */
public record Simulation(Act before, Act after, MonthSpan months) {

    /**
     * What the amendment does to a caseload.
     *
     * @param gaining how many claimants would be paid more over all the months
     * @param losing how many would be paid less
     * @param unchanged how many would be paid the same
     * @param refused how many have impossible facts under either version; they are in no other number
     * @param costs the cost by age class
     */
    public record Impact(long gaining, long losing, long unchanged, long refused, Map<AgeClass, Cost> costs) {

        /** The cost of every class together. */
        public Cost total() {
            return costs.values().stream().reduce(Cost.NONE, Cost::plus);
        }
    }

    /**
     * What a class costs under both versions.
     *
     * @param before the cost before
     * @param after the cost after
     */
    public record Cost(Yen before, Yen after) {

        static final Cost NONE = new Cost(Yen.ZERO, Yen.ZERO);

        /** What the amendment adds, negative if it saves. */
        public Yen change() {
            return after.minus(before);
        }

        Cost plus(Cost other) {
            return new Cost(before.plus(other.before), after.plus(other.after));
        }
    }

    /** Computes every claimant under both versions; the stream may be parallel. */
    public Impact of(Stream<Facts> caseload) {
        return caseload.collect(Tally::new, this::add, Tally::merge).impact();
    }

    private void add(Tally tally, Facts facts) {
        Assessment was = before.assess(facts, months);
        Assessment is = after.assess(facts, months);
        if (was instanceof Assessed assessedBefore && is instanceof Assessed assessedAfter) {
            tally.add(assessedBefore, assessedAfter);
        } else {
            tally.refused++;
        }
    }

    private static final class Tally {

        private static final int CLASSES = AgeClass.values().length;

        private final long[] before = new long[CLASSES];
        private final long[] after = new long[CLASSES];
        private long gaining;
        private long losing;
        private long unchanged;
        private long refused;

        void add(Assessed was, Assessed is) {
            long change = cost(is, after) - cost(was, before);
            gaining += change > 0 ? 1 : 0;
            losing += change < 0 ? 1 : 0;
            unchanged += change == 0 ? 1 : 0;
        }

        void merge(Tally other) {
            for (int i = 0; i < CLASSES; i++) {
                before[i] += other.before[i];
                after[i] += other.after[i];
            }
            gaining += other.gaining;
            losing += other.losing;
            unchanged += other.unchanged;
            refused += other.refused;
        }

        Impact impact() {
            Map<AgeClass, Cost> costs = new EnumMap<>(AgeClass.class);
            for (AgeClass ageClass : AgeClass.values()) {
                costs.put(ageClass, new Cost(Yen.of(before[ageClass.ordinal()]), Yen.of(after[ageClass.ordinal()])));
            }
            return new Impact(gaining, losing, unchanged, refused, Collections.unmodifiableMap(costs));
        }

        private static long cost(Assessed assessed, long[] byClass) {
            long total = 0;
            for (ChildMonth row : assessed.childMonths()) {
                long yen = row.amount().amount();
                byClass[row.ageClass().ordinal()] += yen;
                total += yen;
            }
            return total;
        }
    }
}
