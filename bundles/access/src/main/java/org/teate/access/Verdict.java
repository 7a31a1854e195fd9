// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access;

/** What came of an attempt to decide on a draft. */
public sealed interface Verdict {

    /** The draft is now approved or sent back. */
    record Decided(Approval approval) implements Verdict {}

    /** The drafter may not decide on the own draft (起案者は決裁できない). */
    record OwnDraft() implements Verdict {}

    /** Somebody has decided before. */
    record AlreadyDecided(Approval approval) implements Verdict {}
}
