// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.teate.kernel.LedgerNumber;

/** The accounts to which recipients are paid（支払先口座）. Account numbers lie encrypted. Thread-safe. */
@ProviderType
public interface Accounts {

    /**
     * Every account that the ledger ever had, newest first. Looking is recorded.
     *
     * @throws org.teate.access.Forbidden without {@code CASE_VIEW}
     */
    List<Account> history(LedgerNumber ledger);

    /**
     * The whole number of an account, seven digits. Looking is recorded with the reason.
     *
     * @param sequence the account's {@link Account#sequence()}
     * @param reason why it must be seen, not blank; at most 300 characters
     * @return the number, or empty if there is no such account
     * @throws org.teate.access.Forbidden without {@code PAYMENT_DRAFT} or {@code PAYMENT_APPROVE}
     * @throws IllegalArgumentException if there is no reason
     */
    Optional<String> wholeNumber(LedgerNumber ledger, int sequence, String reason);
}
