// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Decisions on cases, in two steps by two persons（起案・決裁）.
 *
 * <p>Approval writes, in one transaction: the decision, the facts that it supersedes, an entry of the audit trail and a
 * message to the welfare system. The message's system is {@code welfare}, its key is {@link Decision#number()}, its
 * subject the recipient's addressee number, its kind {@code entitlement.ended}, {@code entitlement.held} or {@code
 * entitlement.released}; its body is a JSON object of strings with {@code decisionNumber}, {@code ledgerNumber}, {@code
 * addresseeNumber}, {@code reasonCode} ({@link EndReason} of an end, {@link Hold} else), {@code eventOn} and {@code
 * decidedOn} ({@code yyyymmdd}), and {@code startMonth} ({@code yyyymm}, as {@link Decision#startMonth()}).
 *
 * <p>Joins the caller's transaction, so that a caller who rolls back takes the whole decision back. Thread-safe.
 */
@ProviderType
public interface Decisions {

    /**
     * Drafts a decision. Only one draft of a case waits at a time. Recorded as {@code case.draft}.
     *
     * @throws org.teate.access.Forbidden without {@code CASE_DRAFT}
     */
    DraftOutcome draft(Proposal proposal);

    /**
     * Approves a draft as the one who acts and carries it out. Approving again changes nothing. Recorded as {@code
     * case.end}, {@code case.hold} or {@code case.release}.
     *
     * @param number the draft's number
     * @throws org.teate.access.Forbidden without {@code CASE_APPROVE}
     * @throws IllegalArgumentException if there is no such draft
     */
    ApprovalOutcome approve(long number);

    /**
     * Sends a draft back to its drafter as the one who acts（差戻し）. Recorded as {@code case.sendback}.
     *
     * @param number the draft's number
     * @param reason why; not blank, at most 300 characters
     * @throws org.teate.access.Forbidden without {@code CASE_APPROVE}
     * @throws IllegalArgumentException if there is no such draft, or the reason is blank or too long
     */
    ApprovalOutcome sendBack(long number, String reason);

    /**
     * A draft, in whatever state.
     *
     * @throws org.teate.access.Forbidden without {@code CASE_VIEW}
     */
    Optional<DecisionDraft> find(long number);
}
