// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.teate.exchange.ImportError;
import org.teate.ports.FeedRecord;

/**
 * Counts and sums the records of one file as its manifest's control totals name them.
 *
 * <p>{@code count.<item>.<value>} is how many records have the value; of a counted item every value that occurs must be
 * named. {@code sum.<item>} is the item's sum, what is no integer being 0 (such a record is refused later). Not
 * thread-safe.
 */
final class ControlTotals {

    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,18}");

    private final Map<String, Long> announced;
    private final long announcedRecords;
    private final Map<String, Map<String, long[]>> counts = new TreeMap<>();
    private final Map<String, long[]> sums = new TreeMap<>();
    private final List<ImportError> errors = new ArrayList<>();
    private long records;

    ControlTotals(Map<String, Long> announced, long announcedRecords) {
        this.announced = announced;
        this.announcedRecords = announcedRecords;
        announced.keySet().forEach(this::expect);
    }

    private void expect(String name) {
        String[] parts = name.split("\\.", 3);
        if (parts.length == 3 && parts[0].equals("count")) {
            counts.computeIfAbsent(parts[1], item -> new HashMap<>()).put(parts[2], new long[1]);
        } else if (parts.length == 2 && parts[0].equals("sum")) {
            sums.put(parts[1], new long[1]);
        } else {
            errors.add(new ImportError(0, name, "E303", "コントロールトータルの形式が正しくありません。"));
        }
    }

    void add(FeedRecord feedRecord) {
        if (records++ == 0) {
            dropUnknown(feedRecord);
        }
        counts.forEach((item, byValue) -> {
            String value = feedRecord.get(item);
            if (!value.isEmpty()) {
                byValue.computeIfAbsent(value, unnamed -> new long[1])[0]++;
            }
        });
        sums.forEach((item, sum) -> sum[0] += integer(feedRecord.get(item)));
    }

    private static long integer(String value) {
        return INTEGER.matcher(value).matches() ? Long.parseLong(value) : 0;
    }

    private void dropUnknown(FeedRecord first) {
        List<String> unknown = new ArrayList<>(counts.keySet());
        unknown.addAll(sums.keySet());
        unknown.removeIf(first::has);
        counts.keySet().removeAll(unknown);
        sums.keySet().removeAll(unknown);
        unknown.forEach(item -> errors.add(new ImportError(0, item, "E303", "コントロールトータルの項目がレイアウトにありません。")));
    }

    /** What does not agree with the manifest. */
    List<ImportError> differences() {
        List<ImportError> all = new ArrayList<>(errors);
        if (records != announcedRecords) {
            all.add(new ImportError(
                    0, "recordCount", "E301", "件数が一致しません(通知 " + announcedRecords + "、実際 " + records + ")。"));
        }
        computed().forEach((name, value) -> {
            Long expected = announced.get(name);
            if (!value.equals(expected)) {
                all.add(new ImportError(
                        0,
                        name,
                        "E302",
                        "コントロールトータルが一致しません(通知 " + (expected == null ? "なし" : expected) + "、実際 " + value + ")。"));
            }
        });
        return all;
    }

    /** The totals as they were counted here. */
    Map<String, Long> computed() {
        Map<String, Long> computed = new TreeMap<>();
        counts.forEach((item, byValue) ->
                byValue.forEach((value, count) -> computed.put("count." + item + "." + value, count[0])));
        sums.forEach((item, sum) -> computed.put("sum." + item, sum[0]));
        return computed;
    }
}
