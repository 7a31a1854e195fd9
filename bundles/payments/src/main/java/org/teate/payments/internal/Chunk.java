// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.time.Instant;
import java.util.List;
import org.teate.payments.internal.Settlement.NewPayment;
import org.teate.payments.internal.Settlement.NewUnpaid;

/**
 * What a run makes of some ledgers that follow each other; committed as one.
 *
 * @param ledgers how many were looked at, 0 if there are no more
 * @param lastLedger the last one's number
 * @param readAt when reading them began
 * @param payments in the order of ledger numbers
 * @param unpaid likewise
 * @param filled ledgers without a gap now that had one before
 * @param totals the payments by class
 */
record Chunk(
        int ledgers,
        String lastLedger,
        Instant readAt,
        List<NewPayment> payments,
        List<NewUnpaid> unpaid,
        List<String> filled,
        ClassTotals totals) {

    boolean isEmpty() {
        return ledgers == 0;
    }

    long deducted() {
        return payments.stream().mapToLong(NewPayment::deducted).sum();
    }

    long amount() {
        return payments.stream().mapToLong(NewPayment::amount).sum();
    }
}
