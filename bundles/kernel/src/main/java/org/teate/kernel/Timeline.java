// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.kernel;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A value that amendments of the law have changed from month to month.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <T> what the law fixes: a rate, an age, a list of payment months; itself immutable
 */
public final class Timeline<T> {

    private final NavigableMap<YearMonth, T> values;

    private Timeline(NavigableMap<YearMonth, T> values) {
        this.values = values;
    }

    /** A timeline whose first value holds from {@code month}. */
    public static <T> Timeline<T> from(YearMonth month, T value) {
        return new Timeline<>(new TreeMap<>(Map.of(month, value)));
    }

    /**
     * This timeline with one amendment more.
     *
     * @throws IllegalArgumentException if {@code month} is not after the last amendment
     */
    public Timeline<T> then(YearMonth month, T value) {
        if (!month.isAfter(values.lastKey())) {
            throw new IllegalArgumentException(month + " is not after " + values.lastKey());
        }
        NavigableMap<YearMonth, T> longer = new TreeMap<>(values);
        longer.put(month, value);
        return new Timeline<>(longer);
    }

    /** The value in force in {@code month}, or empty before the first one. */
    public Optional<T> at(YearMonth month) {
        return Optional.ofNullable(values.floorEntry(month)).map(Map.Entry::getValue);
    }

    /** The months in which a value comes into force, in order. */
    public List<YearMonth> changes() {
        return List.copyOf(values.keySet());
    }
}
