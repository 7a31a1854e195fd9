// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.kernel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.TreeMap;

/** The Act on National Holidays（国民の祝日に関する法律） as it has stood since 2022. */
final class HolidayLaw {

    private HolidayLaw() {}

    /** The holidays of a year from 2022 to 2099, by Articles 2 and 3. */
    static Map<LocalDate, String> holidaysIn(int year) {
        TreeMap<LocalDate, String> days = namedIn(year);
        TreeMap<LocalDate, String> all = new TreeMap<>(days);
        for (LocalDate day : days.keySet()) {
            if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                all.put(firstFreeAfter(day, days), "休日");
            }
            LocalDate next = day.plusDays(1);
            if (days.containsKey(day.plusDays(2)) && !days.containsKey(next)) {
                all.put(next, "休日");
            }
        }
        return all;
    }

    private static TreeMap<LocalDate, String> namedIn(int year) {
        TreeMap<LocalDate, String> days = new TreeMap<>();
        days.put(LocalDate.of(year, 1, 1), "元日");
        days.put(monday(year, 1, 2), "成人の日");
        days.put(LocalDate.of(year, 2, 11), "建国記念の日");
        days.put(LocalDate.of(year, 2, 23), "天皇誕生日");
        days.put(LocalDate.of(year, 3, equinox(20.8431, year)), "春分の日");
        days.put(LocalDate.of(year, 4, 29), "昭和の日");
        days.put(LocalDate.of(year, 5, 3), "憲法記念日");
        days.put(LocalDate.of(year, 5, 4), "みどりの日");
        days.put(LocalDate.of(year, 5, 5), "こどもの日");
        days.put(monday(year, 7, 3), "海の日");
        days.put(LocalDate.of(year, 8, 11), "山の日");
        days.put(monday(year, 9, 3), "敬老の日");
        days.put(LocalDate.of(year, 9, equinox(23.2488, year)), "秋分の日");
        days.put(monday(year, 10, 2), "スポーツの日");
        days.put(LocalDate.of(year, 11, 3), "文化の日");
        days.put(LocalDate.of(year, 11, 23), "勤労感謝の日");
        return days;
    }

    private static LocalDate monday(int year, int month, int ordinal) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, DayOfWeek.MONDAY));
    }

    /** The usual approximation of the equinox's day in March or September, good for 1980 to 2099. */
    private static int equinox(double in1980, int year) {
        int years = year - 1980;
        return (int) (in1980 + 0.242194 * years) - years / 4;
    }

    private static LocalDate firstFreeAfter(LocalDate sunday, Map<LocalDate, String> holidays) {
        LocalDate day = sunday.plusDays(1);
        while (holidays.containsKey(day)) {
            day = day.plusDays(1);
        }
        return day;
    }
}
