// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A trial and what it has found so far.
 *
 * @param number its number
 * @param system the system whose connectors are compared
 * @param inUse the connector that was in use when it started
 * @param candidate the connector that is tried
 * @param reason why
 * @param startedBy the login of who started it
 * @param startedAt when
 * @param stoppedAt when it was stopped, empty while it runs
 * @param counts the answers
 * @param groups what was found, the most frequent first
 */
public record Trial(
        long number,
        String system,
        String inUse,
        String candidate,
        String reason,
        String startedBy,
        Instant startedAt,
        Optional<Instant> stoppedAt,
        Counts counts,
        List<Group> groups) {

    public Trial {
        groups = List.copyOf(groups);
    }

    /**
     * How many answers there were.
     *
     * @param asked questions that the candidate was asked too: the sum of the four after it
     * @param equal answers that are equal
     * @param explained answers that differ only in how the same characters are written
     * @param different answers that differ otherwise
     * @param failed questions at which the candidate failed or did not answer in time
     * @param skipped questions that the candidate was not asked: it could not keep up, or was not plugged in
     */
    public record Counts(long asked, long equal, long explained, long different, long failed, long skipped) {

        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);
    }

    /** What a difference is. */
    public enum Kind {
        /** The same characters in another form: width, twice coded signs, 外字, variation selectors (文字の表し方). */
        EXPLAINED("文字の表し方"),
        /** Another value (値の相違). */
        VALUE("値の相違"),
        /** Only the answer of the one in use has it (候補にない). */
        ONLY_IN_USE("候補にない"),
        /** Only the candidate's answer has it (候補にのみある). */
        ONLY_CANDIDATE("候補にのみある"),
        /** The candidate failed; the path is the kind of failure (候補の失敗). */
        FAILED("候補の失敗");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The kind's name on a page. */
        public String label() {
            return label;
        }
    }

    /**
     * What was found of one kind at one place.
     *
     * @param number its number in the trial
     * @param question what was asked, such as {@code WelfareLedger.applicant}
     * @param path where in the answer, indices left out, such as {@code household[].name}
     * @param answers in how many answers
     * @param samples how many samples are kept, at most 20
     */
    public record Group(int number, String question, String path, Kind kind, long answers, int samples) {}
}
