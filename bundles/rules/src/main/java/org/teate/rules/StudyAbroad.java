// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.time.LocalDate;
import java.time.YearMonth;

/** How long a child who studies abroad keeps counting（留学, 規則第1条・第1条の3の2第3項）. */
public final class StudyAbroad {

    private static final int CHILD_YEARS = 3;
    private static final int COLLEGE_YEARS = 4;

    private StudyAbroad() {}

    /** The last month in which a child counts whose residence in Japan ended on {@code leftOn}: three years on. */
    public static YearMonth lastMonthOfChild(LocalDate leftOn) {
        return Months.of(lastMonth(Months.index(leftOn), true));
    }

    /** The last month in which someone past 18 counts whose residence ended on {@code leftOn}: four years on. */
    public static YearMonth lastMonthOfSupported(LocalDate leftOn) {
        return Months.of(lastMonth(Months.index(leftOn), false));
    }

    /** The ground ceases on the third or fourth anniversary, and its month is the last one（第8条第2項・第9条第3項）. */
    static int lastMonth(int leftIn, boolean child) {
        return leftIn + 12 * (child ? CHILD_YEARS : COLLEGE_YEARS);
    }
}
