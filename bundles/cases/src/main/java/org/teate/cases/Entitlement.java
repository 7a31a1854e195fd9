// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;
import org.teate.rules.ClaimantKind;

/**
 * The entitlement that one ledger records（受給資格）. A new claim after an end opens a new ledger.
 *
 * <p>Immutable and thread-safe.
 *
 * @param ledger the ledger's number（台帳番号）
 * @param certificateNumber the number on the notice of certification（認定番号）
 * @param recipient the recipient's addressee number
 * @param kind what kind of recipient
 * @param status where the case stands
 * @param paymentMethod how it is paid
 * @param firstMonth the first month of entitlement（支給開始年月）
 * @param lastMonth the last month of entitlement, if the end is decided; not before {@code firstMonth}
 * @param endedOn the day of the event that ends it（消滅日）, if the end is decided
 * @param endReason why it ends, if the end is decided
 * @param hold why payment is held back, {@link Hold#NONE} if it is not
 * @param holdFrom the first benefit month held back, if there is a hold and the month is known
 */
public record Entitlement(
        LedgerNumber ledger,
        String certificateNumber,
        AddresseeNumber recipient,
        ClaimantKind kind,
        CaseStatus status,
        PaymentMethod paymentMethod,
        YearMonth firstMonth,
        Optional<YearMonth> lastMonth,
        Optional<LocalDate> endedOn,
        Optional<EndReason> endReason,
        Hold hold,
        Optional<YearMonth> holdFrom) {

    /** Whether there is entitlement in {@code month}; whether it is paid is another matter. */
    public boolean covers(YearMonth month) {
        return !month.isBefore(firstMonth)
                && lastMonth.map(last -> !month.isAfter(last)).orElse(true);
    }

    /** Whether payment of {@code month} is held back. */
    public boolean isHeld(YearMonth month) {
        return hold != Hold.NONE && holdFrom.map(from -> !month.isBefore(from)).orElse(true);
    }
}
