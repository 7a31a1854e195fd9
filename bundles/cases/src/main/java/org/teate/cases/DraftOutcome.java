// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

/** What came of an attempt to draft a decision. */
public sealed interface DraftOutcome {

    /**
     * The draft waits for approval.
     *
     * @param number its number
     */
    record Drafted(long number) implements DraftOutcome {}

    /** Nothing was drafted. */
    record Refused(Obstacle obstacle) implements DraftOutcome {}
}
