// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.teate.kernel.LedgerNumber;

/**
 * Every case, page by page in the order of the ledger numbers, for runs over the whole caseload（全受給者）.
 *
 * <p>A page is the state at the moment at which it is read. Joins the caller's transaction. Thread-safe.
 */
@ProviderType
public interface Caseload {

    /**
     * The next cases; ended ones too, since months before the end may still have to be paid or reclaimed. Each page is
     * recorded as {@code caseload.read} with the numbers it begins and ends with.
     *
     * @param key the last ledger number of the page before; empty for the first page
     * @param limit how many at most, 1 to 20,000
     * @return the page; empty after the last case
     * @throws org.teate.access.Forbidden without {@code CASE_VIEW}
     * @throws IllegalArgumentException if {@code limit} is out of range
     */
    List<CaseFacts> after(Optional<LedgerNumber> key, int limit);
}
