// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.teate.exchange.MigrationFlaw;
import org.teate.exchange.MigrationReport.Balance;
import org.teate.exchange.MigrationReport.Comparison;
import org.teate.exchange.MigrationReport.Difference;
import org.teate.exchange.MigrationReport.Spelling;

/** What was found about a migration, row by row; works in the connection's transaction. */
final class MigrationFindings {

    /** So many rows of each set are kept; all are counted. */
    static final int MOST = 10_000;

    /** Reads one row. */
    private interface Reader<T> {

        T read(ResultSet row) throws SQLException;
    }

    /** Forgets what was found when a set was handed over. */
    void forgetHandover(Connection database, String migration, String set) throws SQLException {
        delete(database, "MIGRATION_REFUSAL", migration, Optional.of(set));
        delete(database, "MIGRATION_SPELLING", migration, Optional.of(set));
    }

    /** Forgets what the last reconciliation has found. */
    void forgetReconciliation(Connection database, String migration) throws SQLException {
        delete(database, "MIGRATION_COMPARISON", migration, Optional.empty());
        delete(database, "MIGRATION_DIFFERENCE", migration, Optional.empty());
        delete(database, "MIGRATION_BALANCE", migration, Optional.empty());
    }

    /** @param before how many of the set were refused before these */
    void refuse(Connection database, String migration, List<MigrationFlaw> flaws, long before) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement("INSERT INTO MIGRATION_REFUSAL (MIGRATION_NUMBER,"
                + " SET_ID, REFUSAL_NUMBER, ROW_KEY, ITEM, CODE, REASON) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            long number = before;
            for (MigrationFlaw flaw : flaws) {
                if (++number > MOST) {
                    break;
                }
                insert.setString(1, migration);
                insert.setString(2, flaw.set());
                insert.setLong(3, number);
                insert.setString(4, flaw.key());
                insert.setString(5, MigrationTable.cut(flaw.item(), 100));
                insert.setString(6, MigrationTable.cut(flaw.code(), 20));
                insert.setString(7, MigrationTable.cut(flaw.reason(), 500));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    void spell(Connection database, String migration, List<Spelling> spellings) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement("INSERT INTO MIGRATION_SPELLING (MIGRATION_NUMBER,"
                + " SET_ID, ROW_KEY, RECEIVED, HANDED_OVER) VALUES (?, ?, ?, ?, ?)")) {
            for (Spelling spelling : spellings) {
                insert.setString(1, migration);
                insert.setString(2, spelling.set());
                insert.setString(3, spelling.key());
                insert.setString(4, spelling.received());
                insert.setString(5, spelling.handedOver());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** @param before how many of the set were noted before these */
    void differ(Connection database, String migration, List<Difference> differences, long before) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement("INSERT INTO MIGRATION_DIFFERENCE (MIGRATION_NUMBER,"
                + " SET_ID, ROW_KEY, KIND, EXPLANATION) VALUES (?, ?, ?, ?, ?)")) {
            for (Difference difference :
                    differences.subList(0, (int) Math.max(0, Math.min(differences.size(), MOST - before)))) {
                insert.setString(1, migration);
                insert.setString(2, difference.set());
                insert.setString(3, difference.key());
                insert.setString(4, difference.kind().name());
                insert.setString(5, MigrationTable.cut(difference.explanation(), 200));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Brings what is known of a set's comparison up to date. */
    void compare(Connection database, String migration, Comparison comparison) throws SQLException {
        delete(database, "MIGRATION_COMPARISON", migration, Optional.of(comparison.set()));
        try (PreparedStatement insert = database.prepareStatement("INSERT INTO MIGRATION_COMPARISON (MIGRATION_NUMBER,"
                + " SET_ID, HERE_COUNT, THERE_COUNT, EQUAL_COUNT, DIFFERING_COUNT, EXPLAINED_COUNT)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, migration);
            insert.setString(2, comparison.set());
            insert.setLong(3, comparison.here());
            insert.setLong(4, comparison.there());
            insert.setLong(5, comparison.equal());
            insert.setLong(6, comparison.differing());
            insert.setLong(7, comparison.explained());
            insert.executeUpdate();
        }
    }

    void balance(Connection database, String migration, Collection<Balance> balances) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement("INSERT INTO MIGRATION_BALANCE (MIGRATION_NUMBER,"
                + " SET_ID, GROUP_VALUE, HERE_COUNT, HERE_SUM, THERE_COUNT, THERE_SUM, UNSURE_COUNT)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Balance balance : balances) {
                insert.setString(1, migration);
                insert.setString(2, balance.set());
                insert.setString(3, balance.group());
                insert.setLong(4, balance.here());
                insert.setLong(5, balance.sumHere());
                insert.setLong(6, balance.there());
                insert.setLong(7, balance.sumThere());
                insert.setLong(8, balance.unsure());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    List<MigrationFlaw> refused(Connection database, String migration) throws SQLException {
        return list(
                database,
                "SELECT SET_ID, ROW_KEY, ITEM, CODE, REASON FROM MIGRATION_REFUSAL WHERE MIGRATION_NUMBER = ?"
                        + " ORDER BY SET_ID, REFUSAL_NUMBER",
                migration,
                row -> new MigrationFlaw(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)));
    }

    List<Spelling> spellings(Connection database, String migration) throws SQLException {
        return list(
                database,
                "SELECT SET_ID, ROW_KEY, RECEIVED, HANDED_OVER FROM MIGRATION_SPELLING WHERE MIGRATION_NUMBER = ?"
                        + " ORDER BY SET_ID, ROW_KEY FETCH FIRST " + MOST + " ROWS ONLY",
                migration,
                row -> new Spelling(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
    }

    List<Comparison> comparisons(Connection database, String migration) throws SQLException {
        return list(
                database,
                "SELECT C.SET_ID, HERE_COUNT, THERE_COUNT, EQUAL_COUNT, DIFFERING_COUNT, EXPLAINED_COUNT"
                        + " FROM MIGRATION_COMPARISON C JOIN MIGRATION_SET S"
                        + " ON S.MIGRATION_NUMBER = C.MIGRATION_NUMBER AND S.SET_ID = C.SET_ID"
                        + " WHERE C.MIGRATION_NUMBER = ? ORDER BY S.SET_ORDER",
                migration,
                row -> new Comparison(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6)));
    }

    List<Difference> differences(Connection database, String migration) throws SQLException {
        return list(
                database,
                "SELECT SET_ID, ROW_KEY, KIND, EXPLANATION FROM MIGRATION_DIFFERENCE WHERE MIGRATION_NUMBER = ?"
                        + " ORDER BY SET_ID, ROW_KEY",
                migration,
                row -> new Difference(
                        row.getString(1),
                        row.getString(2),
                        Difference.Kind.valueOf(row.getString(3)),
                        row.getString(4)));
    }

    List<Balance> balances(Connection database, String migration) throws SQLException {
        return list(
                database,
                "SELECT SET_ID, GROUP_VALUE, HERE_COUNT, HERE_SUM, THERE_COUNT, THERE_SUM, UNSURE_COUNT"
                        + " FROM MIGRATION_BALANCE WHERE MIGRATION_NUMBER = ? ORDER BY SET_ID, GROUP_VALUE",
                migration,
                row -> new Balance(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7)));
    }

    private static <T> List<T> list(Connection database, String sql, String migration, Reader<T> reader)
            throws SQLException {
        try (PreparedStatement query = database.prepareStatement(sql)) {
            query.setString(1, migration);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        }
    }

    private static void delete(Connection database, String table, String migration, Optional<String> set)
            throws SQLException {
        String sql =
                "DELETE FROM " + table + " WHERE MIGRATION_NUMBER = ?" + (set.isPresent() ? " AND SET_ID = ?" : "");
        try (PreparedStatement delete = database.prepareStatement(sql)) {
            delete.setString(1, migration);
            if (set.isPresent()) {
                delete.setString(2, set.get());
            }
            delete.executeUpdate();
        }
    }
}
