// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.time.LocalDate;
import java.time.YearMonth;

/** The last month of an allowance and the first of a decrease（消滅・減額, 第8条第2項・第9条第3項）; neither needs a claim. */
public final class LastMonth {

    private LastMonth() {}

    /** The last month paid, which is that of the event. */
    public static MonthDecision paid(EndGround ground, LocalDate event) {
        return MonthDecision.by(Rule.UP_TO_EVENT, YearMonth.from(event), ground, event);
    }

    /** The first month of the lower amount, which is the one after the event. */
    public static MonthDecision decrease(EndGround ground, LocalDate event) {
        return MonthDecision.by(Rule.LESS_AFTER_EVENT, YearMonth.from(event).plusMonths(1), ground, event);
    }
}
