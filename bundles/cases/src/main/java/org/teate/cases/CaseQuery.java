// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import java.util.Optional;
import org.teate.kernel.LedgerNumber;

/**
 * Which cases a list shows. Everything that is given must match.
 *
 * @param certificateNumber only the case with this number of certification（認定番号）
 * @param status only cases of this status
 * @param hold only cases with this hold
 * @param after only cases with a greater ledger number: the last one of the page before
 * @param limit rows on a page, 1 to 100
 */
public record CaseQuery(
        Optional<String> certificateNumber,
        Optional<CaseStatus> status,
        Optional<Hold> hold,
        Optional<LedgerNumber> after,
        int limit) {

    private static final int LARGEST = 100;

    /** @throws IllegalArgumentException if {@code limit} is out of range */
    public CaseQuery {
        if (limit < 1 || limit > LARGEST) {
            throw new IllegalArgumentException("A page of " + limit + " rows is out of range");
        }
    }
}
