// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments;

import java.util.Optional;
import org.teate.kernel.LedgerNumber;
import org.teate.kernel.Yen;

/**
 * Which payments of a run are wanted.
 *
 * @param ledger only of this ledger
 * @param bankCode only to this bank, four digits
 * @param atLeast only of at least this amount
 * @param after only those with a greater serial, for paging; 0 from the start
 * @param limit at most so many, 1 to 1,000
 */
public record PaymentQuery(
        Optional<LedgerNumber> ledger, Optional<String> bankCode, Yen atLeast, long after, int limit) {

    /** @throws IllegalArgumentException if the limit is out of range */
    public PaymentQuery {
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("A limit of 1 to 1,000 is expected");
        }
    }

    /** A page of all payments. */
    public static PaymentQuery all(long after, int limit) {
        return new PaymentQuery(Optional.empty(), Optional.empty(), Yen.of(Long.MIN_VALUE), after, limit);
    }
}
