// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A handing over of everything to another system, tried or in earnest（移行）.
 *
 * @param number its number, {@code yyyymmdd-nn}
 * @param connector the connector of the receiving system, such as {@code welfare-next}
 * @param kind whether it is tried or in earnest
 * @param state where it stands
 * @param businessDate the day for which its rows are said
 * @param mark the greatest number of a message to the receiving system when it began; what is decided since is told by
 *     messages with greater numbers
 * @param startedBy the login of the one who started or drafted it
 * @param startedAt when
 * @param finishedAt when its last set was handed over, if it was
 * @param reason a Japanese sentence if it was broken off or sent back, else empty
 * @param sets what became of its sets, in the order in which they go
 */
public record Migration(
        String number,
        String connector,
        Kind kind,
        State state,
        LocalDate businessDate,
        long mark,
        String startedBy,
        Instant startedAt,
        Optional<Instant> finishedAt,
        String reason,
        List<MigrationProgress> sets) {

    public Migration {
        sets = List.copyOf(sets);
    }

    /** This migration in another state. */
    public Migration in(State other) {
        return new Migration(
                number, connector, kind, other, businessDate, mark, startedBy, startedAt, finishedAt, reason, sets);
    }

    /** This migration with other sets. */
    public Migration with(List<MigrationProgress> others) {
        return new Migration(
                number, connector, kind, state, businessDate, mark, startedBy, startedAt, finishedAt, reason, others);
    }

    /** Whether it is tried or in earnest. */
    public enum Kind {
        /** Into an empty place apart from the system's own data（リハーサル）. */
        REHEARSAL("リハーサル"),
        /** Into the system's own data（本番移行）. */
        CUT_OVER("本番移行");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** Its name on a page. */
        public String label() {
            return label;
        }
    }

    /** Where a migration stands. */
    public enum State {
        /** A second person has to approve it（決裁待ち）. */
        DRAFTED("決裁待ち"),
        /** The second person did not approve it（差戻し）. */
        SENT_BACK("差戻し"),
        /** The server is at it（移行中）. */
        RUNNING("移行中"),
        /** What lies there is being compared with what is here（突合中）. */
        RECONCILING("突合中"),
        /** It was cut off, or stopped by a person, and waits to be resumed（中断）. */
        INTERRUPTED("中断"),
        /** Something was refused, or totals do not agree; it is not accepted（不一致）. */
        DIFFERENT("不一致"),
        /** Everything lies there, and all totals agree（完了）. */
        ACCEPTED("完了");

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
