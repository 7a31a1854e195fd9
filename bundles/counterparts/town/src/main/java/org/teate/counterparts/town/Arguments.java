// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.town;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What stands on a command line: {@code --name value} pairs. Immutable. */
public final class Arguments {

    private final Map<String, String> values = new HashMap<>();

    /**
     * Reads a command line.
     *
     * @param known names without hyphens in front
     * @throws IllegalArgumentException for an unknown name or a name without value
     */
    public Arguments(String[] line, Set<String> known) {
        for (int i = 0; i < line.length; i += 2) {
            String name = line[i].startsWith("--") ? line[i].substring(2) : "";
            if (!known.contains(name) || i + 1 == line.length) {
                throw new IllegalArgumentException(
                        "Not understood: " + line[i] + "; known are --" + String.join(" --", known));
            }
            values.put(name, line[i + 1]);
        }
    }

    public String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    public int number(String name, int otherwise) {
        return Integer.parseInt(text(name, Integer.toString(otherwise)));
    }

    /** @throws IllegalArgumentException if it was not given */
    public String needed(String name) {
        if (!values.containsKey(name)) {
            throw new IllegalArgumentException("--" + name + " is needed");
        }
        return values.get(name);
    }

    /** The town that {@code --people}, {@code --recipients-share}, {@code --seed} and {@code --date} ask for. */
    public Plan plan() {
        return Plan.of(
                Long.parseLong(text("seed", "1")),
                number("people", 1_000),
                Double.parseDouble(text("recipients-share", Double.toString(Plan.USUAL_SHARE))),
                LocalDate.parse(needed("date")));
    }
}
