// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.teate.cases.CaseChild;
import org.teate.cases.Decision.Sum;
import org.teate.cases.EndReason;
import org.teate.cases.Entitlement;
import org.teate.cases.Hold;
import org.teate.cases.Proposal;
import org.teate.kernel.LedgerNumber;
import org.teate.kernel.MonthSpan;
import org.teate.kernel.Yen;
import org.teate.rules.Act;
import org.teate.rules.Assessed;

/**
 * What a proposal means once it is decided; see {@link org.teate.cases.Decision} for the parts.
 */
record Effect(
        LocalDate eventOn,
        YearMonth startMonth,
        Sum before,
        Sum after,
        Optional<EndReason> endReason,
        Optional<Hold> hold) {

    private static final Sum UNCHANGED = new Sum(Optional.empty(), OptionalInt.empty());
    private static final Sum NOTHING = new Sum(Optional.of(Yen.ZERO), OptionalInt.of(0));

    static Effect of(Connection connection, Entitlement entitlement, Proposal proposal, LocalDate today)
            throws SQLException {
        if (proposal instanceof Proposal.End end) {
            return new Effect(
                    end.eventOn(),
                    end.lastMonth().plusMonths(1),
                    sumIn(connection, entitlement, end.lastMonth()),
                    NOTHING,
                    Optional.of(end.reason()),
                    Optional.empty());
        }
        if (proposal instanceof Proposal.Withhold withhold) {
            return new Effect(
                    today, withhold.from(), UNCHANGED, UNCHANGED, Optional.empty(), Optional.of(withhold.hold()));
        }
        YearMonth released = entitlement.holdFrom().orElse(YearMonth.from(today));
        return new Effect(today, released, UNCHANGED, UNCHANGED, Optional.empty(), Optional.of(entitlement.hold()));
    }

    /** What the Act gives in a month, as far as the facts allow to say. */
    private static Sum sumIn(Connection connection, Entitlement entitlement, YearMonth month) throws SQLException {
        LedgerNumber ledger = entitlement.ledger();
        List<CaseChild> children =
                ChildRows.between(connection, ledger, ledger, KnownAt.NOW).getOrDefault(ledger.value(), List.of());
        return Act.enacted().assess(RuleFacts.of(entitlement, children), MonthSpan.of(month, month))
                        instanceof Assessed assessed
                ? new Sum(Optional.of(assessed.total()), OptionalInt.of(paidIn(assessed)))
                : UNCHANGED;
    }

    private static int paidIn(Assessed month) {
        return (int) month.childMonths().stream()
                .filter(row -> !row.amount().isZero())
                .count();
    }
}
