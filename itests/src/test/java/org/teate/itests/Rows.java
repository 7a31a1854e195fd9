// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.itests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of the first table in a command's output, by the names of their columns. */
final class Rows {

    private Rows() {}

    static List<Map<String, String>> of(String output) {
        List<Map<String, String>> rows = new ArrayList<>();
        List<String> names = List.of();
        boolean inTable = false;
        for (String line : output.lines().toList()) {
            boolean rule = line.matches("-+(\\+-+)+");
            if (rule && inTable) {
                // the line before was the head of the next table
                rows.remove(rows.size() - 1);
                return rows;
            } else if (rule) {
                inTable = true;
            } else if (!line.contains("|")) {
                if (inTable) {
                    return rows;
                }
            } else if (inTable) {
                rows.add(row(names, cells(line)));
            } else {
                names = cells(line);
            }
        }
        return rows;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    }

    private static Map<String, String> row(List<String> names, List<String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            row.put(names.get(i), i < cells.size() ? cells.get(i) : "");
        }
        return row;
    }
}
