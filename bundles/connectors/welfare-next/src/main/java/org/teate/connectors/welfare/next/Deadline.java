// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.next;

import java.time.Duration;

/** The moment at which a call is given up. Measured on the machine's own timer, which no clock change moves. */
final class Deadline {

    private final long nanos;

    private Deadline(long nanos) {
        this.nanos = nanos;
    }

    static Deadline in(Duration limit) {
        return new Deadline(System.nanoTime() + limit.toNanos());
    }

    /** What is left, zero when it is over. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    boolean isOver() {
        return left().isZero();
    }

    /** Whether there is something left after a pause. */
    boolean outlasts(Duration pause) {
        return left().compareTo(pause) > 0;
    }
}
