// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.teate.exchange.MigrationLayout;
import org.teate.ports.OutOfService;
import org.teate.ports.migration.RowDigest;
import org.teate.ports.migration.SetPart;
import org.teate.ports.migration.SetReceipt;
import org.teate.ports.migration.SetReceiver;

/** A system that is handed everything; it can be told to fail, to refuse rows and to count wrongly. */
final class NextSystem implements SetReceiver {

    final List<String> log = new ArrayList<>();
    final Set<String> refusedKeys = new HashSet<>();
    final Map<String, TreeMap<String, List<String>>> sets = new HashMap<>();
    int answersLeft = Integer.MAX_VALUE;
    int outages;
    boolean answerIsLost;
    Runnable afterPart = () -> {};
    Runnable beforeDigests = () -> {};
    String itemAtFault = "";
    long miscounted;

    @Override
    public String system() {
        return "welfare";
    }

    @Override
    public void open(String migration, boolean rehearsal) {
        log.add("open " + migration + (rehearsal ? " rehearsal" : ""));
    }

    @Override
    public SetReceipt put(SetPart part) {
        if (outages-- > 0) {
            throw new OutOfService("The next system is down");
        }
        if (answersLeft-- <= 0) {
            throw new IllegalStateException("The server is killed here");
        }
        String loss = part.last() ? " last" : "";
        log.add(part.set() + " part " + part.number() + ": " + part.rows().size() + loss);
        SetReceipt receipt = load(part);
        afterPart.run();
        if (answerIsLost) {
            answerIsLost = false;
            throw new IllegalStateException("The server is killed before the answer is noted");
        }
        return receipt;
    }

    private SetReceipt load(SetPart part) {
        TreeMap<String, List<String>> held = sets.computeIfAbsent(part.set(), set -> new TreeMap<>());
        MigrationShape shape = shape(part);
        List<SetReceipt.RefusedRow> refused = new ArrayList<>();
        List<List<String>> taken = new ArrayList<>();
        long unchanged = 0;
        for (int i = 0; i < part.rows().size(); i++) {
            List<String> row = part.rows().get(i);
            if (refusedKeys.contains(shape.key(row))) {
                refused.add(new SetReceipt.RefusedRow(
                        i + 1, itemAtFault.isEmpty() ? part.items().get(0) : itemAtFault, "E401", "相手にありません。"));
                continue;
            }
            taken.add(row);
            unchanged += row.equals(held.put(shape.key(row), row)) ? 1 : 0;
        }
        Map<String, Long> totals = new HashMap<>(shape.totals(taken));
        totals.replaceAll((name, value) -> value + miscounted);
        return new SetReceipt(part.rows().size(), taken.size() - unchanged, unchanged, totals, refused);
    }

    private static MigrationShape shape(SetPart part) {
        String[] counted = items(part, "count.");
        String[] summed = items(part, "sum.");
        return new MigrationShape(
                MigrationLayout.of(part.set(), 1, String.join(" ", part.items()), String.join(" ", part.keys()))
                        .counting(counted)
                        .summing(summed));
    }

    private static String[] items(SetPart part, String beginning) {
        return part.totals().keySet().stream()
                .filter(name -> name.startsWith(beginning))
                .map(name -> name.split("\\.")[1])
                .distinct()
                .toArray(String[]::new);
    }

    @Override
    public List<RowDigest> digests(String migration, String set, Optional<String> after, int limit) {
        beforeDigests.run();
        TreeMap<String, List<String>> held = sets.getOrDefault(set, new TreeMap<>());
        Stream<List<String>> rows = after.map(key -> held.tailMap(key, false)).orElse(held).values().stream();
        MigrationShape shape = new MigrationShape(MigrationTest.layout(set));
        return rows.limit(limit).map(shape::digest).toList();
    }
}
