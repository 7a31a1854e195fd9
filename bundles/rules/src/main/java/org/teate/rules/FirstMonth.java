// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.teate.kernel.BusinessDays;

/**
 * The first month of an allowance or of an increase（支給開始・増額, 第8条第2項・第3項, 第9条第1項・第2項）.
 *
 * <p>It is the month after the claim, unless the claim could not be made earlier and was made within fifteen days of the
 * event: then the month after the event. The fifteen days start with the day after（民法第140条） and end on an open day of
 * the office（地方自治法第4条の2第4項）. Immutable and thread-safe.
 *
 * @param accepted the grounds that the city accepts
 * @param offices the days on which the office is open
 */
public record FirstMonth(Set<Ground> accepted, BusinessDays offices) {

    private static final int DAYS = 15;

    public FirstMonth {
        accepted = Set.copyOf(accepted);
    }

    /** The last day on which a claim is in time after {@code ended}, the day of the event or of the obstacle's end. */
    public LocalDate deadline(LocalDate ended) {
        return offices.onOrAfter(ended.plusDays(DAYS));
    }

    /** The first month after an event of a day, such as a birth. */
    public MonthDecision of(Ground ground, LocalDate event, LocalDate claimedOn) {
        return of(ground, event, event, claimedOn);
    }

    /**
     * The first month after an obstacle that lasted.
     *
     * @param arose the day of the move, or on which the obstacle arose; without effect for {@link Ground#NONE}
     * @param ceased the day on which it ceased; for a move the same
     * @param claimedOn the day on which the claim was received, complete or not
     */
    public MonthDecision of(Ground ground, LocalDate arose, LocalDate ceased, LocalDate claimedOn) {
        YearMonth afterClaim = YearMonth.from(claimedOn).plusMonths(1);
        MonthDecision ordinary = MonthDecision.by(Rule.FROM_CLAIM, afterClaim, claimedOn);
        if (ground == Ground.NONE || !accepted.contains(ground)) {
            return ordinary;
        }
        LocalDate deadline = deadline(ceased);
        if (!claimedOn.isAfter(deadline)) {
            YearMonth afterEvent = YearMonth.from(arose).plusMonths(1);
            return MonthDecision.by(Rule.CLAIMED_IN_TIME, afterEvent, ground, arose, deadline, claimedOn);
        }
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(Rule.CLAIMED_TOO_LATE, Regime.in(afterClaim), ground, arose, deadline, claimedOn));
        steps.addAll(ordinary.steps());
        return new MonthDecision(afterClaim, steps);
    }
}
