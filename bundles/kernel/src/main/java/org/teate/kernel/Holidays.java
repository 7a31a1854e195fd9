// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The national holidays of Japan（国民の祝日・休日）, substitute holidays included.
 *
 * <p>The official list is used for every year that it holds. Later years, up to 2099, are computed from the law as it
 * stands and marked so, because the equinoxes are fixed only in the February before and Parliament moves holidays. A year
 * with neither is refused. Immutable and thread-safe.
 */
public final class Holidays {

    /** Where the holidays of a year come from. */
    public enum Source {
        /** The Cabinet Office's list. */
        OFFICIAL,
        /** The law's wording and the usual equinox formula; to be replaced once the list is out. */
        COMPUTED
    }

    private static final int LAST_COMPUTED_YEAR = 2099;

    private final NavigableMap<Integer, Set<LocalDate>> official;
    private final Map<Integer, Set<LocalDate>> computed = new HashMap<>();

    private Holidays(NavigableMap<Integer, Set<LocalDate>> official) {
        this.official = official;
        for (int year = official.lastKey() + 1; year <= LAST_COMPUTED_YEAR; year++) {
            computed.put(year, HolidayLaw.holidaysIn(year).keySet());
        }
    }

    /** The holidays by the list that ships with this bundle. */
    public static Holidays national() {
        return Shipped.HOLIDAYS;
    }

    /**
     * The holidays by another list: lines of {@code yyyy-mm-dd,name}, {@code #} opening a comment.
     *
     * @throws IllegalArgumentException if the list is empty, a line cannot be read, or a year between two listed ones
     *     is missing
     */
    static Holidays read(Reader list) {
        NavigableMap<Integer, Set<LocalDate>> years = new TreeMap<>();
        for (String line : linesOf(list)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] fields = line.split(",", 2);
                LocalDate day = dayIn(fields, line);
                years.computeIfAbsent(day.getYear(), year -> new HashSet<>()).add(day);
            }
        }
        if (years.isEmpty() || years.lastKey() - years.firstKey() + 1 != years.size()) {
            throw new IllegalArgumentException("A list of holidays without a gap is needed");
        }
        return new Holidays(years);
    }

    /** Whether anything is known of {@code year}. */
    public boolean covers(int year) {
        return official.containsKey(year) || computed.containsKey(year);
    }

    /** @throws IllegalArgumentException if nothing is known of the year */
    public Source sourceOf(int year) {
        in(year);
        return official.containsKey(year) ? Source.OFFICIAL : Source.COMPUTED;
    }

    /** @throws IllegalArgumentException if nothing is known of the year */
    public boolean isHoliday(LocalDate day) {
        return in(day.getYear()).contains(day);
    }

    private Set<LocalDate> in(int year) {
        Set<LocalDate> holidays = official.getOrDefault(year, computed.get(year));
        if (holidays == null) {
            throw new IllegalArgumentException("The holidays of " + year + " are not known");
        }
        return holidays;
    }

    private static LocalDate dayIn(String[] fields, String line) {
        try {
            if (fields.length == 2) {
                return LocalDate.parse(fields[0]);
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("Not a holiday: " + line, e);
        }
        throw new IllegalArgumentException("Not a holiday: " + line);
    }

    private static List<String> linesOf(Reader list) {
        return new BufferedReader(list).lines().toList();
    }

    /** Loaded when first asked for. */
    private static final class Shipped {

        static final Holidays HOLIDAYS = load();

        private static Holidays load() {
            try (InputStream list = Holidays.class.getResourceAsStream("holidays.csv")) {
                return read(new InputStreamReader(list, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
