// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.teate.kernel.MonthSpan;
import org.teate.kernel.Yen;

/**
 * The stored text of child-months（内訳）: what an amount was made of, for a database column.
 *
 * <p>The form is stable and written in ASCII:
 *
 * <pre>
 * text  = "" | "1" 1*month              the digit is the version of the form
 * month = ";" yyyymm ["-" yyyymm] 1*row the rows of one benefit month, in their order, or of each from the first to the last
 * row   = "," key ":" class rank kind amount
 * class = "I" under three | "P" to primary | "J" to junior high | "H" to high school | "U" 18 to 22
 * rank  = 1*DIGIT                       0 where there is no rank
 * kind  = "A" 児童手当 | "S" 特例給付 | "N" counted only
 * amount= 1*DIGIT                       yen
 * </pre>
 *
 * <p>For example {@code 1;202410-202411,c1:P1A10000,c2:I2A15000;202412,c1:P1A10000,c2:P2A10000}. Months of three children
 * with keys of 15 characters take 85 characters if they are alike, as almost all are.
 */
public final class Breakdown {

    private static final char VERSION = '1';

    private Breakdown() {}

    /** The text of rows that stand month by month. */
    public static String write(List<ChildMonth> rows) {
        if (rows.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(16 + 32 * rows.size()).append(VERSION);
        int from = 0;
        while (from < rows.size()) {
            int to = endOfMonth(rows, from);
            int next = to;
            while (isMonthAfter(rows, next, from, to)) {
                next = endOfMonth(rows, next);
            }
            text.append(';').append(yyyymm(rows.get(from)));
            if (next > to) {
                text.append('-').append(yyyymm(rows.get(next - 1)));
            }
            for (int i = from; i < to; i++) {
                append(text, rows.get(i));
            }
            from = next;
        }
        return text.toString();
    }

    private static void append(StringBuilder text, ChildMonth row) {
        text.append(',').append(row.child()).append(':');
        text.append(row.ageClass().letter()).append(row.rank());
        text.append(row.kind().letter()).append(row.amount().amount());
    }

    private static int yyyymm(ChildMonth row) {
        return row.month().getYear() * 100 + row.month().getMonthValue();
    }

    private static int endOfMonth(List<ChildMonth> rows, int from) {
        int to = from + 1;
        while (to < rows.size() && rows.get(to).month().equals(rows.get(from).month())) {
            to++;
        }
        return to;
    }

    /** Whether at {@code next} begins the month that follows the row before, with what {@code from} to {@code to} hold. */
    private static boolean isMonthAfter(List<ChildMonth> rows, int next, int from, int to) {
        if (next == rows.size()
                || endOfMonth(rows, next) - next != to - from
                || Months.index(rows.get(next).month())
                        != Months.index(rows.get(next - 1).month()) + 1) {
            return false;
        }
        for (int i = 0; i < to - from; i++) {
            if (!rows.get(from + i).isLike(rows.get(next + i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * The rows of a text.
     *
     * @throws IllegalArgumentException if it was not written by {@link #write}
     */
    public static List<ChildMonth> parse(String text) {
        List<ChildMonth> rows = new ArrayList<>();
        if (text.isEmpty()) {
            return rows;
        }
        try {
            String[] months = text.split(";");
            if (!months[0].equals(String.valueOf(VERSION))) {
                throw new IllegalArgumentException("Not a breakdown of version " + VERSION);
            }
            for (int i = 1; i < months.length; i++) {
                String[] parts = months[i].split(",");
                for (YearMonth month : span(parts[0]).months().toList()) {
                    for (int j = 1; j < parts.length; j++) {
                        rows.add(row(parts[j], month));
                    }
                }
            }
            return rows;
        } catch (IndexOutOfBoundsException | NumberFormatException | DateTimeException e) {
            throw new IllegalArgumentException("Not a breakdown", e);
        }
    }

    private static MonthSpan span(String text) {
        int hyphen = text.indexOf('-');
        YearMonth last = month(text.substring(hyphen + 1));
        return MonthSpan.of(hyphen < 0 ? last : month(text.substring(0, hyphen)), last);
    }

    private static YearMonth month(String yyyymm) {
        int number = Integer.parseInt(yyyymm);
        return YearMonth.of(number / 100, number % 100);
    }

    private static ChildMonth row(String text, YearMonth month) {
        int colon = text.indexOf(':');
        int kindAt = colon + 2;
        while (Character.isDigit(text.charAt(kindAt))) {
            kindAt++;
        }
        return new ChildMonth(
                text.substring(0, colon),
                month,
                ageClass(text.charAt(colon + 1)),
                Integer.parseInt(text.substring(colon + 2, kindAt)),
                kind(text.charAt(kindAt)),
                Yen.of(Long.parseLong(text.substring(kindAt + 1))));
    }

    private static AgeClass ageClass(char letter) {
        for (AgeClass ageClass : AgeClass.values()) {
            if (ageClass.letter() == letter) {
                return ageClass;
            }
        }
        throw new IllegalArgumentException("No age class " + letter);
    }

    private static BenefitKind kind(char letter) {
        for (BenefitKind kind : BenefitKind.values()) {
            if (kind.letter() == letter) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No kind " + letter);
    }
}
