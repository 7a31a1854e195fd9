// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;
import org.teate.kernel.LedgerNumber;
import org.teate.kernel.Yen;

/**
 * What was decided on a case（処分）. It is never changed; a later decision supersedes its effect.
 *
 * <p>Immutable and thread-safe.
 *
 * @param ledger the ledger
 * @param sequence which decision of the ledger, from 1 in the order of time
 * @param kind what was decided
 * @param revisionKind why, of a revision
 * @param eventOn the event it rests on（事由発生日）
 * @param claimedOn when it was claimed, if it was
 * @param decidedOn when it was decided, the legal date（決定日）
 * @param startMonth the first benefit month for which it counts; of an end the first month not paid
 * @param before what was paid, if known
 * @param after what is paid from then on, if known
 * @param endReason why, of an end
 * @param hold why, of withholding
 * @param note remarks of the drafter, may be empty
 * @param draftedBy the drafter's login, empty if decided before Teate
 * @param approvedBy the approver's login, empty if decided before Teate
 */
public record Decision(
        LedgerNumber ledger,
        int sequence,
        DecisionKind kind,
        Optional<RevisionKind> revisionKind,
        LocalDate eventOn,
        Optional<LocalDate> claimedOn,
        LocalDate decidedOn,
        YearMonth startMonth,
        Sum before,
        Sum after,
        Optional<EndReason> endReason,
        Optional<Hold> hold,
        String note,
        Optional<String> draftedBy,
        Optional<String> approvedBy) {

    /** The number that tells it from all others（処分番号）, such as {@code 0000000188-3}. */
    public String number() {
        return ledger + "-" + sequence;
    }

    /**
     * A monthly amount and for how many children it is paid.
     *
     * @param monthly yen a month, if known
     * @param children how many children are paid for, if known
     */
    public record Sum(Optional<Yen> monthly, OptionalInt children) {}
}
