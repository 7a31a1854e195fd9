// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.ports.welfare;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;
import org.teate.ports.Connector;

/**
 * Questions to the welfare system, which keeps a ledger of its own from the facts that it is told.
 *
 * <p>They change nothing there. Each throws {@link org.teate.ports.OutOfService} if it cannot be answered now.
 */
@ConsumerType
public interface WelfareLedger extends Connector {

    /** The ledgers of a recipient, the greatest ledger number first; empty if it knows of none. */
    List<LedgerEntry> ledgersOf(AddresseeNumber recipient);

    /** What it holds about an applicant, if it knows the person. */
    Optional<Applicant> applicant(AddresseeNumber person);

    /**
     * A page of all ledgers, in the order of their numbers.
     *
     * @param after the last number of the page before, empty for the first page
     * @param limit how many at most, 1 to 1,000
     * @return fewer than {@code limit} only at the end
     */
    List<LedgerEntry> after(Optional<LedgerNumber> after, int limit);
}
