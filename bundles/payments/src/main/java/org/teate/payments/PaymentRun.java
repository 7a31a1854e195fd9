// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import org.teate.kernel.MonthSpan;
import org.teate.kernel.Yen;

/**
 * One payment run and where it stands.
 *
 * @param number its number, from 1
 * @param paymentMonth the month in which money is to arrive（支払期月）
 * @param months the benefit months that fall due in it; what a ledger is paid may begin earlier
 * @param payday the day on which accounts are to be credited（支払日）
 * @param state where it stands
 * @param progress how far the calculation is
 * @param paid what it pays, so far while it is being calculated
 * @param unpaid how many entries its unpaid list has
 * @param startedBy the login of the one who started it
 * @param drafters the logins of everybody who started or resumed it; none of them may approve it
 * @param startedAt when it was started
 * @param calculatedAt when the calculation was complete
 * @param failure why its calculation was cut off, as a Japanese sentence; empty unless it is interrupted, and if the server
 *     itself was stopped
 * @param draft the number of the draft in {@code access.Approvals} that waits
 * @param file its bank file, once made
 * @param cancelled who cancelled it and why, if somebody has
 */
public record PaymentRun(
        long number,
        YearMonth paymentMonth,
        MonthSpan months,
        LocalDate payday,
        RunState state,
        Progress progress,
        Sums paid,
        long unpaid,
        String startedBy,
        Set<String> drafters,
        Instant startedAt,
        Optional<Instant> calculatedAt,
        Optional<String> failure,
        Optional<Long> draft,
        Optional<TransferFile> file,
        Optional<Cancellation> cancelled) {

    public PaymentRun {
        drafters = Set.copyOf(drafters);
    }

    /**
     * How far a calculation is.
     *
     * @param done ledgers looked at and committed
     * @param total ledgers to look at
     * @param perSecond ledgers a second since it was started or resumed; 0 when it is not running
     */
    public record Progress(long done, long total, long perSecond) {}

    /**
     * The end of a run that pays nobody.
     *
     * @param by the login of the one who cancelled it
     * @param at when
     * @param reason why
     */
    public record Cancellation(String by, Instant at, String reason) {}

    /**
     * What is paid.
     *
     * @param recipients payments, one for each recipient
     * @param children children with an amount above zero
     * @param childMonths their months with an amount above zero
     * @param deducted the sum of what is withheld from the payments（徴収）
     * @param amount the sum of the payments, deductions taken off
     */
    public record Sums(long recipients, long children, long childMonths, Yen deducted, Yen amount) {}
}
