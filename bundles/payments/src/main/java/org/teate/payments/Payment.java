// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.teate.kernel.LedgerNumber;
import org.teate.kernel.MonthSpan;
import org.teate.kernel.Yen;

/**
 * One payment to one recipient. Payments are never changed or deleted; a later one adds what is missing.
 *
 * @param serial its number, unique in the city and never used again（顧客コード2）
 * @param run the run that made it, empty if it was taken over from the previous system
 * @param ledger whose payment
 * @param paymentMonth the month of payment（支払対象期）
 * @param sequence its place among those of the ledger in that month, from 1
 * @param months the benefit months that it pays
 * @param planned the allowance for those months（支払予定金額）
 * @param adjustment what is added for, or taken off because of, earlier payments（調整金額）; may be negative
 * @param deducted what is withheld（徴収額）, not negative
 * @param amount what the recipient gets: planned plus adjustment less deducted
 * @param plannedDate the day on which it is to arrive
 * @param paidDate the day on which it arrived, if it has
 * @param state where it stands
 * @param account where it goes, empty if it is not a transfer
 */
public record Payment(
        long serial,
        Optional<Long> run,
        LedgerNumber ledger,
        YearMonth paymentMonth,
        int sequence,
        MonthSpan months,
        Yen planned,
        Yen adjustment,
        Yen deducted,
        Yen amount,
        LocalDate plannedDate,
        Optional<LocalDate> paidDate,
        PaymentState state,
        Optional<Account> account) {}
