// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments;

import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;
import org.teate.kernel.MonthSpan;
import org.teate.kernel.Yen;

/**
 * Somebody to whom something is due but whom a run does not pay.
 *
 * @param number the entry's number
 * @param ledger whose ledger
 * @param recipient the recipient
 * @param months the months that stay unpaid
 * @param amount what is due for them; zero if it could not be calculated
 * @param reason why
 * @param detail a Japanese sentence that says more; names neither account nor holder
 */
public record Unpaid(
        long number,
        LedgerNumber ledger,
        AddresseeNumber recipient,
        MonthSpan months,
        Yen amount,
        UnpaidReason reason,
        String detail) {}
