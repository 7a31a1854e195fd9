// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The README's table of who may import whom, one row per bundle: {@code | `cases` | kernel, ports | `org.teate.cases` |}. */
final class DependencyTable {

    private static final Pattern ROW = Pattern.compile("^\\| `([a-z./-]+)` \\| ([^|]*) \\| ([^|]*) \\|.*$");

    private final Map<String, Set<String>> imports = new LinkedHashMap<>();
    private final Map<String, Set<String>> exports = new LinkedHashMap<>();

    private DependencyTable() {}

    static DependencyTable read(Path readme) throws IOException {
        DependencyTable table = new DependencyTable();
        for (String line : Files.readAllLines(readme)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                String module = moduleOf(row.group(1));
                table.imports.put(module, names(row.group(2)));
                table.exports.put(module, names(row.group(3)));
            }
        }
        return table;
    }

    Set<String> modules() {
        return imports.keySet();
    }

    Set<String> mayImport(String module) {
        return imports.getOrDefault(module, Set.of());
    }

    Set<String> exports(String module) {
        return exports.getOrDefault(module, Set.of());
    }

    /** A dash stands for nothing. */
    private static Set<String> names(String cell) {
        Set<String> names = new TreeSet<>();
        Arrays.stream(cell.replace("`", "").split(","))
                .map(String::strip)
                .filter(name -> !name.equals("–") && !name.isEmpty())
                .map(name -> name.startsWith("org.teate.") ? name : moduleOf(name))
                .forEach(names::add);
        return names;
    }

    /** The folder {@code connectors/bank-zengin} is the bundle {@code connectors.bank.zengin}. */
    private static String moduleOf(String folder) {
        return folder.replace('/', '.').replace('-', '.');
    }
}
