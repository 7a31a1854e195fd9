// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.teate.kernel.LedgerNumber;
import org.teate.rules.Reason;

/** What a recipient was paid（支払履歴）. Thread-safe. */
@ProviderType
public interface PaymentRecords {

    /**
     * Every payment of a ledger, newest payment month first. Looking is recorded.
     *
     * @throws org.teate.access.Forbidden without {@code CASE_VIEW}
     */
    List<Payment> of(LedgerNumber ledger);

    /**
     * One payment with what it was made of. Looking is recorded.
     *
     * @throws org.teate.access.Forbidden without {@code PAYMENT_VIEW}
     */
    Optional<PaymentDetail> explain(long serial);

    /**
     * Why each child brought what it brought in each month of a payment, from the facts as the office knew them when the
     * payment was calculated, in the order of {@link PaymentDetail#months()}. Looking is recorded.
     *
     * @return the reasons; none if the payment was taken over from the previous system
     * @throws org.teate.access.Forbidden without {@code PAYMENT_VIEW} and {@code CASE_VIEW}
     * @throws IllegalArgumentException if there is no such payment
     */
    List<Reason> reasons(long serial);
}
