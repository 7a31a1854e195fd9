// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.ports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One record of a data file: named items, all text, just as they were sent.
 *
 * <p>Immutable and thread-safe if its maker no longer changes the values it gave.
 */
public final class FeedRecord {

    private final long line;
    private final Map<String, Integer> positions;
    private final List<String> values;

    /**
     * @param line the line on which the record begins, the first one being 1
     * @param positions where each item stands in {@code values}; shared by all records of a file
     * @param values the items' values; an empty string where nothing was sent
     */
    public FeedRecord(long line, Map<String, Integer> positions, List<String> values) {
        this.line = line;
        this.positions = positions;
        this.values = values;
    }

    public long line() {
        return line;
    }

    /**
     * The value of {@code item}, empty if nothing was sent.
     *
     * @throws IllegalArgumentException if the layout has no such item
     */
    public String get(String item) {
        Integer position = positions.get(item);
        if (position == null) {
            throw new IllegalArgumentException("The layout has no item " + item);
        }
        return values.get(position);
    }

    /** The items that the layout has. */
    public Set<String> items() {
        return positions.keySet();
    }

    /** Whether the layout has such an item. */
    public boolean has(String item) {
        return positions.containsKey(item);
    }

    /** The first item that holds a byte sequence which is no character, and so was read as U+FFFD, if there is one. */
    public Optional<String> damagedItem() {
        for (int position = 0; position < values.size(); position++) {
            if (values.get(position).indexOf('\uFFFD') >= 0) {
                return Optional.of(itemAt(position));
            }
        }
        return Optional.empty();
    }

    private String itemAt(int position) {
        return positions.entrySet().stream()
                .filter(item -> item.getValue() == position)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
