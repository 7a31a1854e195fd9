// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.town;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;

/** How values are written in files, and how our own word lists are read. Thread-safe. */
public final class Text {

    private Text() {}

    /** {@code yyyymmdd}. */
    public static String day(LocalDate day) {
        return digits(day.getYear() * 10_000L + day.getMonthValue() * 100L + day.getDayOfMonth(), 8);
    }

    /** {@code yyyymm}. */
    public static String month(YearMonth month) {
        return digits(month.getYear() * 100L + month.getMonthValue(), 6);
    }

    /** The number with leading zeros. */
    public static String digits(long number, int length) {
        String plain = Long.toString(number);
        return plain.length() >= length ? plain : "0".repeat(length - plain.length()) + plain;
    }

    public static String flag(boolean set) {
        return set ? "1" : "0";
    }

    /** The lines of a resource beside this class, without comments and blank lines. */
    static List<String> lines(String resource) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Text.class.getResourceAsStream(resource), resource), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /** The lines of a CSV resource without its header, split at commas. */
    static List<String[]> rows(String resource) {
        return lines(resource).stream().skip(1).map(line -> line.split(",", -1)).toList();
    }

    /** ASCII letters, digits and spaces in full width, as the register prints them. */
    static String fullWidth(String ascii) {
        StringBuilder wide = new StringBuilder(ascii.length());
        for (char c : ascii.toCharArray()) {
            wide.append(c == ' ' ? '　' : c > ' ' && c <= '~' ? (char) (c + 0xFEE0) : c);
        }
        return wide.toString();
    }
}
