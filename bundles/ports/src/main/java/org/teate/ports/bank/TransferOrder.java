// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.ports.bank;

import java.time.LocalDate;
import java.util.List;
import org.teate.kernel.Yen;

/**
 * All transfers of one file, and the totals that its approver saw.
 *
 * @param batch the file's number within its year (顧客コード1), 1 to 9,999,999,999
 * @param payday the day on which the recipients' accounts are credited, a bank business day
 * @param transfers in the order of the file, not empty
 * @param count how many transfers were approved
 * @param total the sum that was approved
 */
public record TransferOrder(long batch, LocalDate payday, List<Transfer> transfers, int count, Yen total) {

    public TransferOrder {
        transfers = List.copyOf(transfers);
    }
}
