// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Drafts and their approval by a second person (起案・決裁).
 *
 * <p>Everything joins the caller's transaction: the owner of the thing calls {@link #approve} and carries out what was
 * approved in one transaction. Thread-safe.
 */
@ProviderType
public interface Approvals {

    /**
     * Enters a draft by the one who acts.
     *
     * @return its number
     * @throws Forbidden if the one who acts lacks {@link Draft#toDraft()}
     */
    long draft(Draft draft);

    /**
     * Approves as the one who acts.
     *
     * @throws Forbidden if the one who acts lacks {@link Draft#toApprove()}
     * @throws IllegalArgumentException if there is no such draft
     */
    Verdict approve(long number);

    /**
     * Sends the draft back as the one who acts (差戻し).
     *
     * @param reason why, not blank, at most 300 characters
     * @throws Forbidden if the one who acts lacks {@link Draft#toApprove()}
     * @throws IllegalArgumentException if there is no such draft, or no reason
     */
    Verdict sendBack(long number, String reason);

    /** @throws Forbidden if nobody is signed in */
    Optional<Approval> find(long number);

    /**
     * The drafts that wait for approval, oldest first.
     *
     * @throws Forbidden if nobody is signed in
     */
    List<Approval> waiting();
}
