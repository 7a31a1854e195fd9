// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules.golden;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A table of comma-separated values with a heading; a field may be quoted, and a line is a row. */
final class CsvTable {

    /** One row: its place in the file and its fields by heading. */
    record Row(int line, Map<String, String> fields) {

        /** @throws UnreadableRow if the table has no such column */
        String get(String column) {
            String value = fields.get(column);
            if (value == null) {
                throw new UnreadableRow("no column " + column);
            }
            return value;
        }

        boolean has(String column) {
            return !get(column).isEmpty();
        }
    }

    private CsvTable() {}

    static List<Row> read(BufferedReader text) throws IOException {
        List<String> heading = null;
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (String line = text.readLine(); line != null; line = text.readLine()) {
            number++;
            if (heading == null) {
                heading = fieldsOf(line.replace("\uFEFF", ""));
            } else if (!line.isBlank()) {
                rows.add(new Row(number, byHeading(heading, fieldsOf(line))));
            }
        }
        return rows;
    }

    private static Map<String, String> byHeading(List<String> heading, List<String> fields) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < heading.size(); i++) {
            // spreadsheets drop empty fields at the end of a line
            row.put(heading.get(i), i < fields.size() ? fields.get(i) : "");
        }
        return row;
    }

    private static List<String> fieldsOf(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    field.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
