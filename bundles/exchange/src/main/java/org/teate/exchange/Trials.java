// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Parallel runs of a candidate beside the connector in use (試行・並行稼働), for questions only: facts are never told twice to
 * try.
 *
 * <p>The caller gets the answer of the connector in use and waits for nothing else. Then the candidate is asked the same, and
 * the answers are compared. A candidate that is slow or fails costs the caller nothing; what it cannot keep up with is
 * skipped and counted. A trial goes on after a restart. Thread-safe.
 */
@ProviderType
public interface Trials {

    /**
     * Starts a trial.
     *
     * @param candidate the name of a connector that is plugged in and not in use
     * @param reason why, not blank, at most 300 characters
     * @throws IllegalArgumentException if there is no reason, or a longer one
     * @throws org.teate.access.Forbidden without {@code CONNECTOR_SWAP}
     */
    TrialOutcome start(String candidate, String reason);

    /**
     * Stops the trial of a candidate.
     *
     * @throws org.teate.access.Forbidden without {@code CONNECTOR_SWAP}
     */
    TrialOutcome stop(String candidate);

    /**
     * The trials, newest first.
     *
     * @throws org.teate.access.Forbidden without {@code EXCHANGE_VIEW}
     */
    List<Trial> list(int limit);

    /**
     * The latest trial of a candidate, running or not.
     *
     * @throws org.teate.access.Forbidden without {@code EXCHANGE_VIEW}
     */
    Optional<Trial> report(String candidate);

    /**
     * The samples of one group; looking is audited, as they are about persons.
     *
     * @param trial the trial's number
     * @param group the group's number
     * @throws org.teate.access.Forbidden without {@code EXCHANGE_VIEW} and {@code PERSON_VIEW}
     */
    List<TrialSample> samples(long trial, int group);

    /**
     * Writes groups and samples of a trial as CSV (UTF-8, CRLF, all values quoted, first line the names); audited as the samples
     * are.
     *
     * @param trial the trial's number
     * @throws IllegalArgumentException if there is no such trial
     * @throws IOException if {@code out} cannot be written to
     * @throws org.teate.access.Forbidden without {@code EXCHANGE_VIEW} and {@code PERSON_VIEW}
     */
    void export(long trial, OutputStream out) throws IOException;
}
