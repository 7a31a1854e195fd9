// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

/**
 * A payment made before, as far as the next one depends on it.
 *
 * @param ledger whose
 * @param paymentMonth its month of payment, {@code yyyymm}
 * @param sequence its place in that month
 * @param first the first month it pays, see {@link MonthIndex}
 * @param last the last month it pays
 * @param settling whether its months need no other payment
 * @param account the sequence of the account it went to, 0 if to none
 */
record PastPayment(
        String ledger, String paymentMonth, int sequence, int first, int last, boolean settling, int account) {

    boolean covers(int month) {
        return settling && first <= month && month <= last;
    }
}
