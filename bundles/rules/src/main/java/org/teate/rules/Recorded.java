// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.time.Instant;

/**
 * A fact with the time during which the office held it to be true.
 *
 * <p>When it holds is part of the fact; this is when it was known. Immutable and thread-safe.
 *
 * @param fact the fact
 * @param recordedAt when it was recorded
 * @param supersededAt when another took its place, {@link Instant#MAX} if none has; half-open, so not known any more then
 */
public record Recorded<T>(T fact, Instant recordedAt, Instant supersededAt) {

    /** A fact that is still believed. */
    public static <T> Recorded<T> since(Instant recordedAt, T fact) {
        return new Recorded<>(fact, recordedAt, Instant.MAX);
    }

    /** The same fact, believed until {@code supersededAt}. */
    public Recorded<T> until(Instant at) {
        return new Recorded<>(fact, recordedAt, at);
    }

    boolean wasKnownAt(Instant at) {
        return !at.isBefore(recordedAt) && at.isBefore(supersededAt);
    }
}
