// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.bench.springbatch;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** The monthly amounts of the Child Allowance Act since October 2024 (児童手当法第6条第1項), for a general recipient. */
final class Allowance {

    private static final int INFANT = 15_000;
    private static final int OLDER = 10_000;
    private static final int THIRD = 30_000;

    private static final int LAST_AGE_PAID = 18;
    private static final int LAST_AGE_COUNTED = 22;
    private static final int THIRD_RANK = 3;

    private Allowance() {}

    /** The yen of one month for children in the order of their birth. */
    static int of(List<LocalDate> births, YearMonth month) {
        int yen = 0;
        int rank = 0;
        for (LocalDate birth : births) {
            if (YearMonth.from(birth).isBefore(month) && !month.isAfter(endOfSchoolYear(birth, LAST_AGE_COUNTED))) {
                rank++;
                if (!month.isAfter(endOfSchoolYear(birth, LAST_AGE_PAID))) {
                    yen += forChild(birth, rank, month);
                }
            }
        }
        return yen;
    }

    private static int forChild(LocalDate birth, int rank, YearMonth month) {
        if (rank >= THIRD_RANK) {
            return THIRD;
        }
        return month.isAfter(YearMonth.from(birth).plusYears(3)) ? OLDER : INFANT;
    }

    /** The March in which the school year ends in which someone attains {@code age}; that is on the day before a birthday. */
    private static YearMonth endOfSchoolYear(LocalDate birth, int age) {
        LocalDate attained = birth.plusYears(age).minusDays(1);
        YearMonth march = YearMonth.of(attained.getYear(), 3);
        return YearMonth.from(attained).isAfter(march) ? march.plusYears(1) : march;
    }
}
