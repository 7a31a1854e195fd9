// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.teate.exchange.MigrationProgress;
import org.teate.exchange.MigrationProgress.State;
import org.teate.ports.migration.SetPart;
import org.teate.ports.migration.SetReceipt;

/** How far each set of a migration has gone; works in the connection's transaction. */
final class MigrationSetTable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param lastOwner the last owner whose rows lie there, empty if none do */
    record Row(MigrationProgress progress, String lastOwner) {

        static Row waiting(String set) {
            return new Row(new MigrationProgress(set, State.WAITING, 0, 0, 0, 0, 0, 0, Map.of(), Map.of()), "");
        }

        /** As it stands after a part. */
        Row after(SetPart part, SetReceipt receipt, String owner) {
            MigrationProgress before = progress;
            return new Row(
                    new MigrationProgress(
                            before.set(),
                            State.RUNNING,
                            part.number(),
                            before.sent() + part.rows().size(),
                            before.received() + receipt.received(),
                            before.applied() + receipt.applied(),
                            before.unchanged() + receipt.unchanged(),
                            before.refused() + receipt.refused().size(),
                            sum(before.here(), part.totals()),
                            sum(before.there(), receipt.totals())),
                    owner);
        }

        /** As it stands after its last part. */
        Row finished() {
            MigrationProgress before = progress;
            return new Row(
                    new MigrationProgress(
                            before.set(),
                            before.agrees() ? State.AGREED : State.DIFFERENT,
                            before.parts(),
                            before.sent(),
                            before.received(),
                            before.applied(),
                            before.unchanged(),
                            before.refused(),
                            before.here(),
                            before.there()),
                    lastOwner);
        }

        private static Map<String, Long> sum(Map<String, Long> totals, Map<String, Long> more) {
            Map<String, Long> sum = new TreeMap<>(totals);
            more.forEach((name, value) -> sum.merge(name, value, Long::sum));
            return sum;
        }
    }

    void insert(Connection database, String migration, List<String> sets) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement(
                "INSERT INTO MIGRATION_SET (MIGRATION_NUMBER, SET_ID,"
                        + " SET_ORDER, STATE, PART_COUNT, LAST_OWNER, SENT_COUNT, RECEIVED_COUNT, APPLIED_COUNT, UNCHANGED_COUNT,"
                        + " REFUSED_COUNT, TOTALS_HERE, TOTALS_THERE) VALUES (?, ?, ?, 'WAITING', 0, '', 0, 0, 0, 0, 0, '{}', '{}')")) {
            for (int i = 0; i < sets.size(); i++) {
                insert.setString(1, migration);
                insert.setString(2, sets.get(i));
                insert.setInt(3, i + 1);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    void update(Connection database, String migration, Row row) throws SQLException {
        try (PreparedStatement update = database.prepareStatement("UPDATE MIGRATION_SET SET STATE = ?, PART_COUNT = ?,"
                + " LAST_OWNER = ?, SENT_COUNT = ?, RECEIVED_COUNT = ?, APPLIED_COUNT = ?, UNCHANGED_COUNT = ?,"
                + " REFUSED_COUNT = ?, TOTALS_HERE = ?, TOTALS_THERE = ? WHERE MIGRATION_NUMBER = ? AND SET_ID = ?")) {
            MigrationProgress progress = row.progress();
            update.setString(1, progress.state().name());
            update.setInt(2, progress.parts());
            update.setString(3, row.lastOwner());
            update.setLong(4, progress.sent());
            update.setLong(5, progress.received());
            update.setLong(6, progress.applied());
            update.setLong(7, progress.unchanged());
            update.setLong(8, progress.refused());
            update.setString(9, toJson(progress.here()));
            update.setString(10, toJson(progress.there()));
            update.setString(11, migration);
            update.setString(12, progress.set());
            update.executeUpdate();
        }
    }

    /** The sets of a migration in the order in which they go. */
    List<Row> of(Connection database, String migration) throws SQLException {
        try (PreparedStatement query = database.prepareStatement("SELECT SET_ID, STATE, PART_COUNT, SENT_COUNT,"
                + " RECEIVED_COUNT, APPLIED_COUNT, UNCHANGED_COUNT, REFUSED_COUNT, TOTALS_HERE, TOTALS_THERE, LAST_OWNER"
                + " FROM MIGRATION_SET WHERE MIGRATION_NUMBER = ? ORDER BY SET_ORDER")) {
            query.setString(1, migration);
            List<Row> rows = new ArrayList<>();
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    rows.add(new Row(
                            new MigrationProgress(
                                    found.getString(1),
                                    State.valueOf(found.getString(2)),
                                    found.getInt(3),
                                    found.getLong(4),
                                    found.getLong(5),
                                    found.getLong(6),
                                    found.getLong(7),
                                    found.getLong(8),
                                    fromJson(found.getString(9)),
                                    fromJson(found.getString(10))),
                            found.getString(11)));
                }
            }
            return rows;
        }
    }

    private static String toJson(Map<String, Long> totals) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(totals));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A map of numbers is always JSON", e);
        }
    }

    private static Map<String, Long> fromJson(String totals) {
        try {
            return JSON.readValue(totals, new TypeReference<TreeMap<String, Long>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A migration holds totals that are no JSON", e);
        }
    }
}
