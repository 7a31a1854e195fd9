// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;

/**
 * Holds what the welfare system has booked against the register of recipients（福祉システムとの突合）.
 *
 * <p>It changes neither. Thread-safe.
 */
@ProviderType
public interface Reconciliation {

    /**
     * Asks the welfare system now for a recipient's ledgers, the greatest ledger number first. Recorded as {@code
     * welfare.ask}. Call it outside a transaction: the other system is asked over its line.
     *
     * @throws org.teate.ports.OutOfService if the welfare system cannot answer now
     * @throws org.teate.access.Forbidden without {@code CASE_VIEW}
     */
    List<LedgerComparison> ask(AddresseeNumber recipient);

    /**
     * What did not agree when the welfare system's nightly ledger（夜間台帳）was taken in last, in the order of the ledger
     * numbers. Recorded as {@code case.list}.
     *
     * @param after the last ledger of the page before, empty for the first page
     * @param limit rows on a page, 1 to 100
     * @throws org.teate.access.Forbidden without {@code CASE_VIEW}
     */
    List<LedgerComparison> differences(Optional<LedgerNumber> after, int limit);

    /**
     * How many ledgers stood how when the nightly ledger was taken in last; empty if none ever was. It tells of no one and
     * is not recorded.
     *
     * @throws org.teate.access.Forbidden if nobody acts on this thread
     */
    Map<LedgerComparison.Standing, Long> counts();
}
