// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.teate.ports.bank.Finding;

/**
 * The city's payment runs（支払処理）, from the calculation to the file that the bank gets.
 *
 * <p>A run is calculated by the server in the background, ledger by ledger, and commits in chunks together with its
 * progress: however it is cut off, {@link #resume} goes on after the last committed ledger, and nothing is paid twice or
 * left out. Then it takes two persons twice: one starts the run and another approves it（00→10）, one makes the file and
 * another approves that（20→25）. From then on the file never changes. A month that a payment already covers is not paid
 * again, so a second run for the same payment month finds only what has become due since.
 *
 * <p>Thread-safe. Only one run is calculated at a time.
 */
@ProviderType
public interface PaymentRuns {

    /**
     * Opens a run for a payment month（支払期月） and begins to calculate it in the background, as the one who acts. When
     * the calculation is complete, the run waits for approval as a draft of theirs.
     *
     * @param paymentMonth the month in which money is to arrive, such as 2026-12, which pays the benefit months of October
     *     and November and whatever is unpaid of the months before
     * @return {@link RunOutcome.Done} with the run; {@link RunOutcome.Busy} while another run is being calculated or is
     *     interrupted; {@link RunOutcome.NotPayable} if nothing is paid in that month by the Act, its payday has come, the
     *     run of an earlier month that can still be paid in time is not approved yet, for a run pays all months up to its
     *     own, or what the ledgers were paid before has not been taken over to its end
     * @throws org.teate.access.Forbidden without {@code PAYMENT_DRAFT}
     */
    RunOutcome start(YearMonth paymentMonth);

    /**
     * Goes on with an interrupted run in the background, as the one who acts.
     *
     * @return {@link RunOutcome.Done}, or {@link RunOutcome.NotNow} if the run is not interrupted
     * @throws org.teate.access.Forbidden without {@code PAYMENT_DRAFT}
     * @throws IllegalArgumentException if there is no such run
     */
    RunOutcome resume(long run);

    /** @throws org.teate.access.Forbidden without {@code PAYMENT_VIEW} */
    Optional<PaymentRun> find(long run);

    /**
     * Every run, newest first.
     *
     * @throws org.teate.access.Forbidden without {@code PAYMENT_VIEW}
     */
    List<PaymentRun> list();

    /**
     * What the run pays, by employment class, age class and rank; while it is being calculated, what it pays so far. In
     * the order of employment class, age class, rank.
     *
     * @throws org.teate.access.Forbidden without {@code PAYMENT_VIEW}
     * @throws IllegalArgumentException if there is no such run
     */
    List<ClassTotal> totals(long run);

    /**
     * The run's payments in the order of their serials, a page at a time. Looking is recorded.
     *
     * @throws org.teate.access.Forbidden without {@code PAYMENT_VIEW}
     * @throws IllegalArgumentException if there is no such run
     */
    List<Payment> payments(long run, PaymentQuery query);

    /**
     * Who is not paid by the run although something is due, and why（未支払者一覧）, in the order of ledger numbers. Looking
     * is recorded.
     *
     * @param after only entries with a greater number, for paging; 0 from the start
     * @param limit at most so many, 1 to 1,000
     * @throws org.teate.access.Forbidden without {@code PAYMENT_VIEW}
     * @throws IllegalArgumentException if there is no such run
     */
    List<Unpaid> unpaid(long run, Optional<UnpaidReason> reason, long after, int limit);

    /**
     * Approves what the run has calculated（支払決裁, 00→10）.
     *
     * @return {@link RunOutcome.Done}; {@link RunOutcome.OwnDraft} if the one who acts started or resumed it;
     *     {@link RunOutcome.NotNow} if it does not wait for this approval
     * @throws org.teate.access.Forbidden without {@code PAYMENT_APPROVE}
     * @throws IllegalArgumentException if there is no such run
     */
    RunOutcome approve(long run);

    /**
     * Sends back（差戻し）. A file that waits for approval is taken back, so that it can be made anew. A run without a file,
     * be it calculated, approved or interrupted, is cancelled with all its payments（取消）, so that a later run calculates
     * those months anew.
     *
     * @param reason why, not blank; at most 300 characters
     * @return as {@link #approve}; {@link RunOutcome.Busy} while another run is being calculated, which may count on the
     *     payments that would be cancelled
     * @throws org.teate.access.Forbidden without {@code PAYMENT_APPROVE}
     * @throws IllegalArgumentException if there is no such run or no reason
     */
    RunOutcome sendBack(long run, String reason);

    /**
     * Has the bank file made from an approved run（総合振込データ作成, 10→20） and drafts its approval. The same payments,
     * accounts and bank names give the same bytes.
     *
     * @return {@link RunOutcome.Done}; {@link RunOutcome.Blocked} with the payments at fault if the checks before sending
     *     object, and nothing has changed; {@link RunOutcome.Unchanged} or {@link RunOutcome.FileDiffers} if a file waits
     *     for approval; {@link RunOutcome.NotPayable} if the payday has come; {@link RunOutcome.NotNow} if the run is not
     *     approved or its file is
     * @throws org.teate.access.Forbidden without {@code PAYMENT_DRAFT}
     * @throws org.teate.ports.OutOfService if no bank connector is plugged in
     * @throws IllegalArgumentException if there is no such run
     */
    RunOutcome makeFile(long run);

    /**
     * What the checks before sending remarked on the run's file without keeping it back, in the order of the checks; empty
     * if there is no file. Its approver decides with them in sight.
     *
     * @param limit at most so many, 1 to 1,000
     * @throws org.teate.access.Forbidden without {@code PAYMENT_VIEW}
     * @throws IllegalArgumentException if there is no such run
     */
    List<Finding> warnings(long run, int limit);

    /**
     * Approves the file for sending（20→25） and freezes it; the bank is told in the same transaction.
     *
     * @return as {@link #approve}, {@link RunOutcome.OwnDraft} if the one who acts made the file;
     *     {@link RunOutcome.NotPayable} if the payday has come
     * @throws org.teate.access.Forbidden without {@code PAYMENT_APPROVE}
     * @throws IllegalArgumentException if there is no such run
     */
    RunOutcome approveFile(long run);

    /**
     * The bytes of the run's file as they go to the bank, for those who check them. Looking is recorded.
     *
     * @throws org.teate.access.Forbidden without {@code PAYMENT_DRAFT} or {@code PAYMENT_APPROVE}
     * @throws IllegalArgumentException if there is no such run or it has no file
     * @throws java.io.UncheckedIOException if the file cannot be read or no longer has the hash under which it was made
     */
    byte[] download(long run);
}
