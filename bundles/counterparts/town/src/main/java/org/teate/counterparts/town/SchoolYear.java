// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.town;

import java.time.LocalDate;
import java.time.YearMonth;

/** The ages of the Act, which end with a school year (年度末). */
public final class SchoolYear {

    private SchoolYear() {}

    /**
     * The last month of the school year in which somebody reaches an age.
     *
     * <p>An age is reached on the day before the birthday, so whoever is born on 1 April belongs to the year before.
     */
    public static YearMonth lastMonth(LocalDate birth, int age) {
        LocalDate reached = birth.plusYears(age).minusDays(1);
        int year = reached.getMonthValue() <= 3 ? reached.getYear() : reached.getYear() + 1;
        return YearMonth.of(year, 3);
    }
}
