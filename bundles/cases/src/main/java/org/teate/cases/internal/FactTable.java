// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.teate.cases.internal.Reading.Values;
import org.teate.exchange.Taken;
import org.teate.kernel.Utc;

/**
 * A table that takes in the records of a migration set: rows that are only added and superseded, or never changed.
 *
 * <p>Records are held against the rows of the same key. An equal one changes nothing, so that a file may come again.
 */
final class FactTable {

    private final String name;
    private final Layout layout;
    private final List<Column> key;
    private final List<Column> values;
    private final boolean superseding;
    private final KeyQuery held;
    private final String insert;
    private final String supersede;

    private FactTable(String name, Layout layout, List<Column> key, List<Column> values, boolean superseding) {
        this.name = name;
        this.layout = layout;
        this.key = key;
        this.values = values;
        this.superseding = superseding;
        String columns = names(Stream.concat(key.stream(), values.stream()), ", ");
        held = new KeyQuery("SELECT " + columns + (superseding ? ", REVISION" : "") + " FROM " + IndexHint.byKey(name)
                + " WHERE " + key.get(0).name() + " %s" + (superseding ? " AND SUPERSEDED_AT IS NULL" : ""));
        int places = key.size() + values.size() + (superseding ? 2 : 1);
        insert = "INSERT INTO " + name + " (" + columns + ", RECORDED_AT" + (superseding ? ", REVISION" : "")
                + ") VALUES (" + String.join(", ", Collections.nCopies(places, "?")) + ")";
        supersede = "UPDATE " + name + " SET SUPERSEDED_AT = ? WHERE " + names(key.stream(), " = ? AND ")
                + " = ? AND REVISION = ?";
    }

    /** A table of facts: a record that differs supersedes the row. */
    static FactTable ofFacts(String name, Layout layout, List<Column> key, List<Column> values) {
        return new FactTable(name, layout, key, values, true);
    }

    /** A table whose rows stand: a record that differs is refused. */
    static FactTable ofDecisions(String name, Layout layout, List<Column> key, List<Column> values) {
        return new FactTable(name, layout, key, values, false);
    }

    /** The column of an item. */
    static Column column(String name, String item) {
        return new Column(name, item);
    }

    String name() {
        return name;
    }

    /** The columns that hold items of records, those of the key first. */
    List<Column> columns() {
        return Stream.concat(key.stream(), values.stream()).toList();
    }

    Form.Type typeOf(Column column) {
        return layout.typeOf(column.item());
    }

    /** What is true of the rows that hold now. */
    String holdsNow() {
        return superseding ? "SUPERSEDED_AT IS NULL" : "1 = 1";
    }

    /** Opens the table for records whose first key is one of {@code firstKeys}. */
    Writer open(Connection connection, Collection<String> firstKeys, Instant now) throws SQLException {
        return new Writer(connection, firstKeys, Utc.timestamp(now));
    }

    private static String names(Stream<Column> columns, String separator) {
        return columns.map(Column::name).collect(Collectors.joining(separator));
    }

    /** A column and the item that it holds. */
    record Column(String name, String item) {}

    /** What a row holds, and which revision it is. */
    private record Row(List<Object> values, int revision) {}

    /** Takes the records of one chunk and writes what is new in batches. */
    final class Writer implements AutoCloseable {

        private final PreparedStatement inserting;
        private final PreparedStatement supersedingRows;
        private final Map<List<Object>, Row> rows = new HashMap<>();
        private final Set<List<Object>> unwritten = new HashSet<>();
        private final Timestamp now;

        private Writer(Connection connection, Collection<String> firstKeys, Timestamp now) throws SQLException {
            this.now = now;
            held.forEach(
                    connection,
                    firstKeys,
                    row -> rows.put(
                            read(row, key, 0),
                            new Row(
                                    read(row, values, key.size()),
                                    superseding ? row.getInt(key.size() + values.size() + 1) : 1)));
            inserting = Database.prepared(connection, insert);
            supersedingRows = Database.prepared(connection, superseding ? supersede : insert);
        }

        Taken put(Values record) throws SQLException {
            List<Object> recordKey = valuesOf(record, key);
            List<Object> recordValues = valuesOf(record, values);
            Row row = rows.get(recordKey);
            if (row != null && row.values().equals(recordValues)) {
                return Taken.UNCHANGED;
            }
            if (row != null && !superseding) {
                return new Taken.Refused(key.get(key.size() - 1).item(), "E507", "記録済みの処分と内容が異なります。処分は変更できません。");
            }
            if (unwritten.contains(recordKey)) {
                flush();
            }
            if (row != null) {
                supersede(recordKey, row.revision());
            }
            insert(recordKey, new Row(recordValues, row == null ? 1 : row.revision() + 1));
            return Taken.APPLIED;
        }

        /** Writes what was taken so far. */
        void flush() throws SQLException {
            if (superseding) {
                supersedingRows.executeBatch();
            }
            inserting.executeBatch();
            unwritten.clear();
        }

        @Override
        public void close() throws SQLException {
            inserting.close();
            supersedingRows.close();
        }

        private void supersede(List<Object> recordKey, int revision) throws SQLException {
            supersedingRows.setTimestamp(1, now);
            int place = bind(supersedingRows, 2, key, recordKey);
            supersedingRows.setInt(place, revision);
            supersedingRows.addBatch();
        }

        private void insert(List<Object> recordKey, Row row) throws SQLException {
            int place = bind(inserting, 1, key, recordKey);
            place = bind(inserting, place, values, row.values());
            inserting.setTimestamp(place, now);
            if (superseding) {
                inserting.setInt(place + 1, row.revision());
            }
            inserting.addBatch();
            unwritten.add(recordKey);
            rows.put(recordKey, row);
        }

        /** The record's values in the order of the columns, null where it has none. */
        private List<Object> valuesOf(Values record, List<Column> columns) {
            List<Object> list = new ArrayList<>(columns.size());
            for (Column column : columns) {
                list.add(record.find(column.item()).orElse(null));
            }
            return list;
        }

        private List<Object> read(ResultSet row, List<Column> columns, int offset) throws SQLException {
            List<Object> list = new ArrayList<>(columns.size());
            for (int i = 0; i < columns.size(); i++) {
                int place = offset + i + 1;
                Object value =
                        switch (layout.typeOf(columns.get(i).item())) {
                            case TEXT -> row.getString(place);
                            case NUMBER -> row.getLong(place);
                            case DAY -> {
                                Date day = row.getDate(place);
                                yield day == null ? null : day.toLocalDate();
                            }
                            case FLAG -> row.getBoolean(place);
                        };
                list.add(row.wasNull() ? null : value);
            }
            return list;
        }

        private int bind(PreparedStatement statement, int first, List<Column> columns, List<Object> list)
                throws SQLException {
            for (int i = 0; i < columns.size(); i++) {
                Object value = list.get(i);
                switch (layout.typeOf(columns.get(i).item())) {
                    case TEXT -> statement.setString(first + i, (String) value);
                    case NUMBER -> bind(statement, first + i, (Long) value);
                    case DAY -> statement.setDate(first + i, value == null ? null : Date.valueOf((LocalDate) value));
                    case FLAG -> statement.setBoolean(first + i, (Boolean) value);
                }
            }
            return first + columns.size();
        }

        private void bind(PreparedStatement statement, int place, Long number) throws SQLException {
            if (number == null) {
                statement.setNull(place, Types.BIGINT);
            } else {
                statement.setLong(place, number);
            }
        }
    }
}
