// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;

/**
 * The register of recipients（受給者台帳）, as a person at a screen looks at it.
 *
 * <p>Every look is on the audit trail. Names are not held here; {@link org.teate.addressing.Identities} has them. Joins
 * the caller's transaction. Thread-safe.
 */
@ProviderType
public interface CaseRegister {

    /**
     * Opens a case as it is known now. Recorded as {@code case.view} about the recipient, the spouse and every child, also
     * if there is no such case.
     *
     * @throws org.teate.access.Forbidden without {@code CASE_VIEW}
     */
    Optional<CaseFile> find(LedgerNumber ledger);

    /**
     * Opens a case as the office knew it at an earlier moment: facts recorded later are left out, those superseded later
     * are in. Recorded as {@code case.view}.
     *
     * @return the case, or empty if the office had no such case then
     * @throws org.teate.access.Forbidden without {@code CASE_VIEW}
     */
    Optional<CaseFile> findAsKnownAt(LedgerNumber ledger, Instant at);

    /**
     * The entitlements of a recipient, the latest ledger first. Recorded as {@code case.list}.
     *
     * @throws org.teate.access.Forbidden without {@code CASE_VIEW}
     */
    List<Entitlement> ofRecipient(AddresseeNumber recipient);

    /**
     * The entitlements in which a person is, or was, a child or a counted sibling, the latest ledger first. Recorded as
     * {@code case.list}.
     *
     * @throws org.teate.access.Forbidden without {@code CASE_VIEW}
     */
    List<Entitlement> ofChild(AddresseeNumber child);

    /**
     * The entitlements that match, in the order of their ledger numbers. Each of them is recorded as {@code case.list}.
     *
     * @throws org.teate.access.Forbidden without {@code CASE_VIEW}
     */
    List<Entitlement> list(CaseQuery query);

    /**
     * Whose ledgers these are, for whoever shows something that is kept by ledger number and has to record about whom. It
     * is not recorded itself.
     *
     * @return the recipient of each ledger that there is
     * @throws org.teate.access.Forbidden if nobody acts on this thread
     */
    Map<LedgerNumber, AddresseeNumber> recipients(Collection<LedgerNumber> ledgers);

    /**
     * How many cases there are of each status; every status has an entry. It tells of no one and is not recorded.
     *
     * @throws org.teate.access.Forbidden if nobody acts on this thread
     */
    Map<CaseStatus, Long> counts();
}
