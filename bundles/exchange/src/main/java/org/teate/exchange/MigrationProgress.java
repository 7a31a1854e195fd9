// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange;

import java.util.Map;

/**
 * How far a set has been handed over.
 *
 * @param set the set, such as {@code M05}
 * @param state where it stands
 * @param parts how many parts were sent
 * @param sent rows that were sent
 * @param received rows that arrived
 * @param applied rows that changed something there
 * @param unchanged rows that lay there already
 * @param refused rows that were refused there
 * @param here the control totals as they were counted here
 * @param there the control totals as the other system has counted them
 */
public record MigrationProgress(
        String set,
        State state,
        int parts,
        long sent,
        long received,
        long applied,
        long unchanged,
        long refused,
        Map<String, Long> here,
        Map<String, Long> there) {

    public MigrationProgress {
        here = Map.copyOf(here);
        there = Map.copyOf(there);
    }

    /** Whether everything sent lies there: nothing was refused, and rows and totals are the same here and there. */
    public boolean agrees() {
        return refused == 0 && sent == received && received == applied + unchanged && here.equals(there);
    }

    /** Where a set stands. */
    public enum State {
        WAITING("未着手"),
        RUNNING("移行中"),
        AGREED("一致"),
        DIFFERENT("不一致");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** The state's name on a page. */
        public String label() {
            return label;
        }
    }
}
