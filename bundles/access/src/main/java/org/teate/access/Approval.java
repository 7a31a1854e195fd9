// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access;

import java.time.Instant;
import java.util.Optional;

/**
 * A draft and what became of it.
 *
 * @param number the draft's number
 * @param draft what was proposed
 * @param draftedBy the drafter's login
 * @param draftedAt when
 * @param state where it stands
 * @param decidedBy the login of the one who approved it or sent it back
 * @param decidedAt when
 * @param reason why it was sent back, else empty
 */
public record Approval(
        long number,
        Draft draft,
        String draftedBy,
        Instant draftedAt,
        State state,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt,
        String reason) {

    /** Where a draft stands. */
    public enum State {
        WAITING,
        APPROVED,
        SENT_BACK
    }
}
