// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.kernel;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.chrono.JapaneseDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Dates in the Japanese calendar (和暦), as pages and notices print them. Thread-safe. */
public final class Wareki {

    private Wareki() {}

    /** The day, such as 令和8年12月15日; the first year of an era is 元年. */
    public static String of(LocalDate day) {
        return year(day) + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /** The month, such as 令和8年12月; the era is that of the month's first day. */
    public static String of(YearMonth month) {
        return year(month.atDay(1)) + month.getMonthValue() + "月";
    }

    private static String year(LocalDate day) {
        JapaneseDate date = JapaneseDate.from(day);
        int year = date.get(ChronoField.YEAR_OF_ERA);
        String era = date.getEra().getDisplayName(TextStyle.FULL, Locale.JAPANESE);
        return era + (year == 1 ? "元" : Integer.toString(year)) + "年";
    }
}
