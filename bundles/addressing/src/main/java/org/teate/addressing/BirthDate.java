// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing;

import java.time.LocalDate;
import java.time.YearMonth;
import org.teate.kernel.Wareki;

/**
 * A birth date, whose day or month may be unknown (生年月日、一部不詳を含む).
 *
 * @param day the day, or the first day possible if it is not known exactly
 * @param precision what of it is known
 */
public record BirthDate(LocalDate day, Precision precision) {

    /** @throws IllegalArgumentException if an inexact date is not the first day possible */
    public BirthDate {
        if (precision != Precision.DAY && day.getDayOfMonth() != 1
                || precision == Precision.YEAR && day.getMonthValue() != 1) {
            throw new IllegalArgumentException("An inexact birth date is given by its first day possible");
        }
    }

    public static BirthDate of(LocalDate day) {
        return new BirthDate(day, Precision.DAY);
    }

    public boolean isExact() {
        return precision == Precision.DAY;
    }

    /** The date in the Japanese calendar, such as 平成27年5月日不詳. */
    public String label() {
        String month = Wareki.of(YearMonth.from(day));
        return switch (precision) {
            case DAY -> Wareki.of(day);
            case MONTH -> month + "日不詳";
            case YEAR -> month.substring(0, month.indexOf('年') + 1) + "月日不詳";
        };
    }

    /** How much of a birth date is known. */
    public enum Precision {
        DAY("0"),
        MONTH("1"),
        YEAR("2");

        private final String code;

        Precision(String code) {
            this.code = code;
        }

        /** The code of the resident register. */
        public String code() {
            return code;
        }
    }
}
