// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange;

/** What came of starting or stopping a trial. */
public sealed interface TrialOutcome {

    /** It runs, or has been stopped. */
    record Done(Trial trial) implements TrialOutcome {}

    /**
     * Nothing has changed.
     *
     * @param reason why, a Japanese sentence
     */
    record NotDone(String reason) implements TrialOutcome {}
}
