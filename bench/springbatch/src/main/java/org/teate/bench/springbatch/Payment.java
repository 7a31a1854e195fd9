// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.bench.springbatch;

/**
 * What one recipient is paid for two months.
 *
 * @param first yen for the first month
 * @param second yen for the second month
 */
record Payment(int recipientId, Account account, int first, int second) {

    long amount() {
        return (long) first + second;
    }
}
