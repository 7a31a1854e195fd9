// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange;

import java.time.Instant;
import java.util.Optional;

/**
 * A file of another system and what became of it.
 *
 * @param interfaceId its interface
 * @param name its name without ending
 * @param sequence its sequence number, 0 if the manifest could not be read
 * @param state where it stands
 * @param records how many records its manifest announces
 * @param counts what became of its records so far
 * @param reason a Japanese sentence if it was held back, broken off or rejected, else empty
 * @param finishedAt when it was finished
 */
public record ImportedFile(
        String interfaceId,
        String name,
        long sequence,
        State state,
        long records,
        Counts counts,
        String reason,
        Optional<Instant> finishedAt) {

    /** Where a file stands. */
    public enum State {
        /** There is no manifest yet (マニフェスト待ち). */
        NO_MANIFEST("マニフェスト待ち"),
        /** It waits to be taken in (取込待ち). */
        WAITING("取込待ち"),
        /** An earlier sequence number is missing; it is held, never skipped (欠番待ち). */
        GAP("欠番待ち"),
        /** It is being taken in (取込中). */
        RUNNING("取込中"),
        /** It was broken off by a fault of ours and goes on where it stopped with the next run (中断). */
        STOPPED("中断"),
        /** Every record was taken (完了). */
        ACCEPTED("完了"),
        /** Some records wait on the worklist, the others were taken (一部エラー). */
        PARTIAL("一部エラー"),
        /** Nothing was taken (受付不可). */
        REJECTED("受付不可");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** The state's name on a page. */
        public String label() {
            return label;
        }
    }

    /** How many records were applied, unchanged, stale and refused. */
    public record Counts(long applied, long unchanged, long stale, long refused) {

        public static final Counts NONE = new Counts(0, 0, 0, 0);
    }
}
