// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.time.LocalDate;
import java.time.YearMonth;
import org.teate.counterparts.town.SchoolYear;

/**
 * The Act from October 2024 on, in a few lines of the old system's own.
 *
 * <p>They are written apart from Teate's rules on purpose: two systems that share no code do not share a mistake.
 */
final class Act {

    /** The first month of the amounts below (令和6年法律第47号). */
    static final YearMonth REFORM = YearMonth.of(2024, 10);

    static final int UNDER_THREE = 1;
    static final int PRIMARY = 2;
    static final int JUNIOR_HIGH = 3;
    static final int HIGH_SCHOOL = 4;
    static final int ONLY_COUNTED = 5;
    static final int GROWN_UP = 9;

    private Act() {}

    /** The age class of a month (CL-AGE). */
    static int ageClass(LocalDate birth, YearMonth month) {
        if (!month.isAfter(YearMonth.from(birth).plusMonths(36))) {
            return UNDER_THREE;
        }
        if (!month.isAfter(SchoolYear.lastMonth(birth, 12))) {
            return PRIMARY;
        }
        if (!month.isAfter(SchoolYear.lastMonth(birth, 15))) {
            return JUNIOR_HIGH;
        }
        if (!month.isAfter(SchoolYear.lastMonth(birth, 18))) {
            return HIGH_SCHOOL;
        }
        return month.isAfter(SchoolYear.lastMonth(birth, 22)) ? GROWN_UP : ONLY_COUNTED;
    }

    /** Yen a month for one child (法第6条第1項). */
    static int amount(int rank, int ageClass) {
        if (ageClass > HIGH_SCHOOL) {
            return 0;
        }
        if (rank >= 3) {
            return 30_000;
        }
        return ageClass == UNDER_THREE ? 15_000 : 10_000;
    }
}
