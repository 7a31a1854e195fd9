// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.teate.exchange.MigrationLayout;
import org.teate.ports.migration.RowDigest;

/** Keys, digests and totals of a set's rows. Not thread-safe: a digest is held. */
final class MigrationShape {

    private static final String BETWEEN_ITEMS = "\u001f";
    private static final String BETWEEN_KEYS = "|";

    private final MigrationLayout layout;
    private final int[] keys;
    private final MessageDigest sha256 = sha256();

    MigrationShape(MigrationLayout layout) {
        this.layout = layout;
        this.keys = layout.keys().stream().mapToInt(layout.items()::indexOf).toArray();
    }

    String owner(List<String> row) {
        return row.get(keys[0]);
    }

    String key(List<String> row) {
        StringBuilder key = new StringBuilder(row.get(keys[0]));
        for (int i = 1; i < keys.length; i++) {
            key.append(BETWEEN_KEYS).append(row.get(keys[i]));
        }
        return key.toString();
    }

    /** The owner of a row whose key is {@code key}. */
    static String ownerOf(String key) {
        int end = key.indexOf(BETWEEN_KEYS);
        return end < 0 ? key : key.substring(0, end);
    }

    String item(List<String> row, String item) {
        return row.get(layout.items().indexOf(item));
    }

    RowDigest digest(List<String> row) {
        byte[] bytes = String.join(BETWEEN_ITEMS, row).getBytes(StandardCharsets.UTF_8);
        return new RowDigest(key(row), HexFormat.of().formatHex(sha256.digest(bytes)));
    }

    /** The rows in the order of their keys. */
    List<List<String>> sorted(List<List<String>> rows) {
        List<List<String>> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing(this::key));
        return sorted;
    }

    /** The control totals of some rows; an empty value is not counted and adds nothing. */
    Map<String, Long> totals(List<List<String>> rows) {
        Map<String, Long> totals = new TreeMap<>();
        for (String item : layout.counted()) {
            int place = layout.items().indexOf(item);
            rows.stream()
                    .map(row -> row.get(place))
                    .filter(value -> !value.isEmpty())
                    .forEach(value -> totals.merge("count." + item + "." + value, 1L, Long::sum));
        }
        for (String item : layout.summed()) {
            int place = layout.items().indexOf(item);
            totals.put(
                    "sum." + item,
                    rows.stream().mapToLong(row -> number(row.get(place))).sum());
        }
        return totals;
    }

    static long number(String value) {
        return value.isEmpty() ? 0 : Long.parseLong(value);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
