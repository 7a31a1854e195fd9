// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.next;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where migration sets are loaded（移行データの格納先）: the rehearsal's place or our own data.
 *
 * <p>Of each row it keeps the hash, and the few items that our own ledger needs. Not thread-safe.
 */
final class Place {

    static final Set<String> SETS =
            Set.of("M01", "M02", "M03", "M04", "M05", "M06", "M07", "M08", "M09", "M10", "M11", "M12", "M15");

    /** Which items of a set name a person or a ledger that must be there. */
    private static final Map<String, List<String>> REFERENCES = Map.ofEntries(
            Map.entry("M02", List.of("addresseeNumber")),
            Map.entry("M03", List.of("addresseeNumber", "householderAddresseeNumber")),
            Map.entry("M04", List.of("addresseeNumber")),
            Map.entry("M05", List.of("addresseeNumber", "spouseAddresseeNumber")),
            Map.entry("M06", List.of("ledgerNumber")),
            Map.entry("M07", List.of("ledgerNumber", "childAddresseeNumber")),
            Map.entry("M08", List.of("ledgerNumber", "addresseeNumber")),
            Map.entry("M09", List.of("ledgerNumber")),
            Map.entry("M10", List.of("ledgerNumber")),
            Map.entry("M11", List.of("ledgerNumber")),
            Map.entry("M12", List.of("ledgerNumber", "childAddresseeNumber")));

    private static final Map<String, List<String>> KEPT = Map.of(
            "M01", List.of("nameStd", "nameKana", "birthDate"),
            "M03", List.of("relationCode", "validTo"),
            "M05",
                    List.of(
                            "addresseeNumber",
                            "statusCode",
                            "benefitStartMonth",
                            "benefitEndMonth",
                            "reasonCode",
                            "holdCode"),
            "M07", List.of("toMonth", "ageClass", "monthlyAmount"),
            "M08", List.of("judgedIncome"),
            "M10", List.of("bankCode", "branchCode", "accountType", "accountNumber", "holderKana", "statusCode"),
            "M11", List.of("toMonth", "statusCode"));

    /** The order of code points, as the interface has it. */
    private static final Comparator<String> ORDER = Place::compare;

    private record Row(byte[] sha256, Map<String, String> kept) {}

    /** Why a row was refused. */
    record Fault(int row, String item, String code, String message) {}

    /**
     * What became of a part.
     *
     * @param touched the keys of the rows that changed something
     */
    record Loaded(long applied, long unchanged, List<Fault> faults, Collection<String> touched) {}

    private final String migration;
    private final boolean own;
    private final Map<String, NavigableMap<String, Row>> sets = new TreeMap<>();
    private final Map<String, NavigableMap<Integer, Map<String, Long>>> totals = new TreeMap<>();

    Place(String migration, boolean own) {
        this.migration = migration;
        this.own = own;
    }

    String migration() {
        return migration;
    }

    Loaded load(String set, Csv part, List<String> keyItems) {
        List<Fault> faults = new ArrayList<>();
        Set<String> touched = new TreeSet<>();
        long unchanged = 0;
        int number = 0;
        for (List<String> values : part.rows()) {
            number++;
            Map<String, String> row = part.named(values);
            Optional<Fault> fault = faultOf(set, row, keyItems, number);
            if (fault.isPresent()) {
                faults.add(fault.get());
            } else {
                String key = String.join("|", keyItems.stream().map(row::get).toList());
                if (upsert(set, key, values, row)) {
                    touched.add(key);
                } else {
                    unchanged++;
                }
            }
        }
        return new Loaded(part.rows().size() - unchanged - faults.size(), unchanged, faults, touched);
    }

    void count(String set, int part, Map<String, Long> counted) {
        totals.computeIfAbsent(set, any -> new TreeMap<>()).put(part, counted);
    }

    private boolean upsert(String set, String key, List<String> values, Map<String, String> row) {
        byte[] sha256 = Hash.of(String.join("\u001f", values));
        NavigableMap<String, Row> rows = rows(set);
        Row before = rows.get(key);
        if (before != null && Arrays.equals(before.sha256(), sha256)) {
            return false;
        }
        Map<String, String> kept = new LinkedHashMap<>();
        if (own) {
            KEPT.getOrDefault(set, List.of()).forEach(item -> kept.put(item, row.getOrDefault(item, "")));
        }
        rows.put(key, new Row(sha256, kept.isEmpty() ? Map.of() : kept));
        return true;
    }

    private Optional<Fault> faultOf(String set, Map<String, String> row, List<String> keyItems, int number) {
        for (String item : keyItems) {
            if (row.get(item).isEmpty()) {
                return Optional.of(new Fault(number, item, "E201", "キー項目に値がありません。"));
            }
        }
        for (String item : REFERENCES.getOrDefault(set, List.of())) {
            String value = row.getOrDefault(item, "");
            boolean ledger = item.equals("ledgerNumber");
            if (!value.isEmpty() && !rows(ledger ? "M05" : "M01").containsKey(value)) {
                return Optional.of(
                        ledger
                                ? new Fault(number, item, "E402", "台帳番号が登録されていません。")
                                : new Fault(number, item, "E401", "宛名番号が登録されていません。"));
            }
        }
        return Optional.empty();
    }

    private static int compare(String one, String other) {
        int at = Arrays.mismatch(one.toCharArray(), other.toCharArray());
        if (at < 0 || at >= Math.min(one.length(), other.length())) {
            return Integer.compare(one.length(), other.length());
        }
        char first = one.charAt(at);
        char second = other.charAt(at);
        // a surrogate stands for a character beyond all that are none
        return Character.isSurrogate(first) == Character.isSurrogate(second)
                ? Character.compare(first, second)
                : Character.isSurrogate(first) ? 1 : -1;
    }

    private NavigableMap<String, Row> rows(String set) {
        return sets.computeIfAbsent(set, any -> new TreeMap<>(ORDER));
    }

    /** An item of a row, empty if there is no such row. */
    String item(String set, String key, String item) {
        Row row = rows(set).get(key);
        return row == null ? "" : row.kept().getOrDefault(item, "");
    }

    boolean has(String set, String key) {
        return rows(set).containsKey(key);
    }

    /** The kept items of the rows whose key begins with {@code first} as its first item, by key. */
    Map<String, Map<String, String>> under(String set, String first) {
        Map<String, Map<String, String>> found = new LinkedHashMap<>();
        // the character after | ends the range
        rows(set).subMap(first + "|", first + "}").forEach((key, row) -> found.put(key, row.kept()));
        return found;
    }

    /** Hashes in the order of the keys. */
    ArrayNode digests(String set, String after, int limit) {
        ArrayNode digests = Json.array();
        rows(set).tailMap(after, false).entrySet().stream().limit(limit).forEach(row -> digests.addObject()
                .put("key", row.getKey())
                .put("sha256", HexFormat.of().formatHex(row.getValue().sha256())));
        return digests;
    }

    /** How many rows each set has, and the control totals of its parts together. */
    Map<String, Map<String, Long>> sums() {
        Map<String, Map<String, Long>> sums = new TreeMap<>();
        sets.forEach((set, rows) -> {
            Map<String, Long> sum = new TreeMap<>();
            sum.put("", (long) rows.size());
            totals.getOrDefault(set, new TreeMap<>())
                    .values()
                    .forEach(part -> part.forEach((name, count) -> sum.merge(name, count, Long::sum)));
            sums.put(set, sum);
        });
        return sums;
    }
}
