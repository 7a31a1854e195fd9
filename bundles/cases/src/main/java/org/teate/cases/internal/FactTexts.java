// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the rows of a table that hold now, as the texts of which they were made when they were taken in. */
final class FactTexts {

    private final List<FactTable.Column> columns;
    private final Form.Type[] types;
    private final int[] places;
    private final int items;
    private final String after;
    private final String between;

    /** @param items the items of the texts; those of which the table has no column stay empty */
    FactTexts(FactTable table, List<String> items) {
        this.columns = table.columns();
        this.types = columns.stream().map(table::typeOf).toArray(Form.Type[]::new);
        this.places = columns.stream()
                .mapToInt(column -> items.indexOf(column.item()))
                .toArray();
        this.items = items.size();
        String key = columns.get(0).name();
        String select = "SELECT " + columns.stream().map(FactTable.Column::name).collect(Collectors.joining(", "))
                + " FROM " + IndexHint.byKey(table.name()) + " WHERE " + table.holdsNow() + " AND " + key;
        String order = " ORDER BY " + key + ", " + columns.get(1).name();
        after = select + " > ?" + order + " FETCH FIRST ? ROWS ONLY";
        between = select + " >= ? AND " + key + " <= ?" + order;
    }

    /** The next rows in the order of the table's key. */
    List<String[]> after(Connection connection, String firstKey, int most) throws SQLException {
        return Database.list(connection, after, this::texts, firstKey, most);
    }

    /** The rows of a range, both ends included, in the order of the table's key. */
    List<String[]> between(Connection connection, String first, String last) throws SQLException {
        return Database.list(connection, between, this::texts, first, last);
    }

    private String[] texts(ResultSet row) throws SQLException {
        String[] texts = new String[items];
        Arrays.fill(texts, "");
        for (int i = 0; i < places.length; i++) {
            if (places[i] >= 0) {
                texts[places[i]] = text(row, i);
            }
        }
        return texts;
    }

    private String text(ResultSet row, int i) throws SQLException {
        String value = row.getString(i + 1);
        if (value == null) {
            return "";
        }
        return switch (types[i]) {
            case TEXT, NUMBER -> value;
            case DAY -> value.replace("-", "");
            case FLAG -> row.getBoolean(i + 1) ? "1" : "0";
        };
    }
}
