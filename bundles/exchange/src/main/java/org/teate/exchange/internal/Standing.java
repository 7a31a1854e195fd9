// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.teate.exchange.ImportedFile.Counts;
import org.teate.exchange.ImportedFile.State;

/**
 * Where a file stands.
 *
 * @param totals its control totals as they were counted here, empty until then
 */
record Standing(State state, Counts counts, String reason, Map<String, Long> totals, Optional<Instant> finishedAt) {

    static final Standing NEW = new Standing(State.WAITING, Counts.NONE, "", Map.of(), Optional.empty());

    Standing in(State newState, String newReason) {
        return new Standing(newState, counts, newReason, totals, finishedAt);
    }

    Standing counted(Counts newCounts) {
        return new Standing(state, newCounts, reason, totals, finishedAt);
    }

    Standing totalled(Map<String, Long> newTotals) {
        return new Standing(state, counts, reason, newTotals, finishedAt);
    }

    Standing finished(State newState, String newReason, Instant at) {
        return new Standing(newState, counts, newReason, totals, Optional.of(at));
    }

    /** How many records were taken, whatever became of them: where the file goes on. */
    long taken() {
        return counts.applied() + counts.unchanged() + counts.stale() + counts.refused();
    }
}
