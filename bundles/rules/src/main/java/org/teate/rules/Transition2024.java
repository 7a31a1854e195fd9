// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * How allowances passed into the reform of October 2024（令和6年法律第47号附則第13条）.
 *
 * <p>Immutable and thread-safe.
 *
 * @param existingUntil the last day on which an existing recipient may hand in the papers for a deemed increase: the Act
 *     sets none, so {@link LocalDate#MAX} is its reading; cities announced 31 March 2025
 */
public record Transition2024(LocalDate existingUntil) {

    /** The first day and month of the reform. */
    public static final LocalDate IN_FORCE = LocalDate.of(2024, 10, 1);

    private static final YearMonth FIRST = YearMonth.from(IN_FORCE);
    private static final LocalDate CLAIMS_UNTIL = LocalDate.of(2025, 3, 31);

    /** By the wording of the Act: no deadline for existing recipients. */
    public static Transition2024 asEnacted() {
        return new Transition2024(LocalDate.MAX);
    }

    /** The first month of the new amount for a recipient certified on 1 October 2024, 特例給付 included（第3項・第4項）. */
    public MonthDecision existing(LocalDate papersOn) {
        return papersOn.isAfter(existingUntil) ? fromClaim(papersOn) : MonthDecision.by(Rule.DEEMED_IN_2024, FIRST);
    }

    /**
     * The first month for somebody who met the conditions on 1 October 2024 and was not certified then, or an institution's
     * increase（第5項・第6項）.
     */
    public MonthDecision claimed(LocalDate claimedOn) {
        return claimedOn.isAfter(CLAIMS_UNTIL)
                ? fromClaim(claimedOn)
                : MonthDecision.by(Rule.TRANSITION_OF_2024, FIRST, CLAIMS_UNTIL, claimedOn);
    }

    private static MonthDecision fromClaim(LocalDate claimedOn) {
        return MonthDecision.by(Rule.FROM_CLAIM, YearMonth.from(claimedOn).plusMonths(1), claimedOn);
    }
}
