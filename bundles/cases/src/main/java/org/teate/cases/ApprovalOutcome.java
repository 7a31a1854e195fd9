// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import org.teate.access.Approval;

/** What came of an attempt to approve a drafted decision or to send it back. */
public sealed interface ApprovalOutcome {

    /** It is decided and carried out. */
    record Decided(Decision decision) implements ApprovalOutcome {}

    /** It went back to its drafter; nothing was decided（差戻し）. */
    record SentBack(Approval approval) implements ApprovalOutcome {}

    /** The drafter may not decide on the own draft; it still waits（起案者は決裁できない）. */
    record OwnDraft() implements ApprovalOutcome {}

    /** Somebody has decided on it before. */
    record AlreadyDecided(Approval approval) implements ApprovalOutcome {}

    /** The case has changed since it was drafted, so that it cannot be decided any more; it still waits. */
    record Overtaken(Obstacle obstacle) implements ApprovalOutcome {}
}
