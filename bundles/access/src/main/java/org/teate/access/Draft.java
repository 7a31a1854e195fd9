// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access;

/**
 * What somebody proposes.
 *
 * @param kind what kind of thing, such as {@code payment.run}; at most 50 characters
 * @param object the thing's key; at most 100 characters
 * @param title a Japanese line for the list of drafts, without a name or an address; at most 200 characters
 * @param toDraft what its drafter must be allowed
 * @param toApprove what its approver must be allowed
 */
public record Draft(String kind, String object, String title, Permission toDraft, Permission toApprove) {

    /** @throws IllegalArgumentException if a part is longer than it may be */
    public Draft {
        Lengths.check("kind", kind, 50);
        Lengths.check("object", object, 100);
        Lengths.check("title", title, 200);
    }
}
