// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.itests;

import static java.util.stream.Collectors.groupingBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What another system has received, as its own book says: the judge of what was told. */
final class ReceivedBook {

    private final List<Entry> entries;

    /** @param outcome {@code first}, {@code repeated} or {@code refused} */
    record Entry(String outcome, String subject, String key) {

        int sequence() {
            return Integer.parseInt(key.substring(key.lastIndexOf('-') + 1));
        }
    }

    ReceivedBook(List<Entry> entries) {
        this.entries = entries;
    }

    /** Keys that the system has acted on. */
    Set<String> actedOn() {
        Set<String> keys = new HashSet<>();
        acts().forEach(entry -> keys.add(entry.key()));
        return keys;
    }

    /** How many keys it acted on more than once. */
    long doubled() {
        return acts().size() - actedOn().size();
    }

    /** How often it acted on a decision after a later one of the same person. */
    long disordered() {
        Map<String, List<Entry>> bySubject = acts().stream().collect(groupingBy(Entry::subject));
        long disordered = 0;
        for (List<Entry> acts : bySubject.values()) {
            for (int i = 1; i < acts.size(); i++) {
                disordered += acts.get(i).sequence() < acts.get(i - 1).sequence() ? 1 : 0;
            }
        }
        return disordered;
    }

    long refused() {
        return entries.stream()
                .filter(entry -> entry.outcome().equals("refused"))
                .count();
    }

    long repeated() {
        return entries.stream()
                .filter(entry -> entry.outcome().equals("repeated"))
                .count();
    }

    private List<Entry> acts() {
        return entries.stream().filter(entry -> entry.outcome().equals("first")).toList();
    }
}
