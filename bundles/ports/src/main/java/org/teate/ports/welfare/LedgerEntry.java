// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.ports.welfare;

import java.time.YearMonth;
import java.util.Optional;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;
import org.teate.kernel.Yen;

/**
 * One recipient's ledger as the welfare system has booked it（受給資格者台帳）.
 *
 * @param ledger the ledger's number
 * @param recipient the recipient's addressee number
 * @param statusCode 30 paid, 35 withheld, 50 ended
 * @param firstMonth the first month of entitlement
 * @param lastMonth the last month of entitlement, if it has ended
 * @param reasonCode why it has ended (S01 …), or why it is withheld (01 …); empty if neither
 * @param monthly yen a month that it believes to be due now, zero once it has ended
 * @param children children whom it believes to be paid for now
 * @param paidUpTo the last month for which it knows of a payment, if any
 * @param lastDecision the number of the last decision that it was told, empty if none since the ledger was handed over
 */
public record LedgerEntry(
        LedgerNumber ledger,
        AddresseeNumber recipient,
        String statusCode,
        YearMonth firstMonth,
        Optional<YearMonth> lastMonth,
        String reasonCode,
        Yen monthly,
        int children,
        Optional<YearMonth> paidUpTo,
        String lastDecision) {}
