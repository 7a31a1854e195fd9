// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange;

import java.time.Instant;

/**
 * One difference as it was seen; about a person.
 *
 * @param arguments what was asked with
 * @param place where in the answer, with indices, such as {@code household[1].name}
 * @param inUse what the connector in use has said there, empty if nothing
 * @param candidate what the candidate has said there, or how it failed; empty if nothing
 * @param at when
 */
public record TrialSample(String arguments, String place, String inUse, String candidate, Instant at) {

    /** Says nothing about the person. */
    @Override
    public String toString() {
        return "a sample at " + place;
    }
}
