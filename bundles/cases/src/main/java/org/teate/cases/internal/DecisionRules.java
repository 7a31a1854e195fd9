// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.time.YearMonth;
import java.util.Optional;
import org.teate.cases.CaseStatus;
import org.teate.cases.Entitlement;
import org.teate.cases.Hold;
import org.teate.cases.Obstacle;
import org.teate.cases.Proposal;

/** Which decisions a case allows as it stands, and what becomes of the entitlement. */
final class DecisionRules {

    private DecisionRules() {}

    /** Why {@code proposal} cannot be decided, if it cannot. */
    static Optional<Obstacle> obstacle(Entitlement entitlement, Proposal proposal) {
        if (entitlement.status() == CaseStatus.ENDED && !(proposal instanceof Proposal.Release)) {
            return Optional.of(Obstacle.ENDED);
        }
        if (proposal instanceof Proposal.End end) {
            return when(end.lastMonth().isBefore(entitlement.firstMonth()), Obstacle.BEFORE_THE_FIRST_MONTH);
        }
        boolean held = entitlement.hold() != Hold.NONE;
        if (proposal instanceof Proposal.Withhold withhold) {
            return when(held, Obstacle.HELD_ALREADY)
                    .or(() -> when(!entitlement.covers(withhold.from()), Obstacle.OUTSIDE_THE_ENTITLEMENT));
        }
        return when(!held, Obstacle.NOT_HELD);
    }

    /** The entitlement that {@code proposal} leads to; a hold outlasts the end, for what is still to be paid. */
    static Entitlement next(Entitlement now, Proposal proposal) {
        if (proposal instanceof Proposal.End end) {
            return with(now, CaseStatus.ENDED, now.hold(), now.holdFrom(), Optional.of(end));
        }
        if (proposal instanceof Proposal.Withhold withhold) {
            CaseStatus status = withhold.hold().isWithholding() ? CaseStatus.WITHHELD : now.status();
            return with(now, status, withhold.hold(), Optional.of(withhold.from()), Optional.empty());
        }
        CaseStatus status = now.status() == CaseStatus.WITHHELD ? CaseStatus.RECEIVING : now.status();
        return with(now, status, Hold.NONE, Optional.empty(), Optional.empty());
    }

    private static Optional<Obstacle> when(boolean isSo, Obstacle obstacle) {
        return isSo ? Optional.of(obstacle) : Optional.empty();
    }

    private static Entitlement with(
            Entitlement now, CaseStatus status, Hold hold, Optional<YearMonth> holdFrom, Optional<Proposal.End> end) {
        return new Entitlement(
                now.ledger(),
                now.certificateNumber(),
                now.recipient(),
                now.kind(),
                status,
                now.paymentMethod(),
                now.firstMonth(),
                end.map(Proposal.End::lastMonth).or(now::lastMonth),
                end.map(Proposal.End::eventOn).or(now::endedOn),
                end.map(Proposal.End::reason).or(now::endReason),
                hold,
                holdFrom);
    }
}
