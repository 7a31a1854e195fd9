// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.teate.exchange.ImportError;

/** What was wrong with the files of the register; works in the connection's transaction. */
final class FileErrors {

    /** Replaces all errors of a file. */
    void replace(Connection database, long file, List<ImportError> errors) throws SQLException {
        try (PreparedStatement delete = database.prepareStatement("DELETE FROM IMPORT_ERROR WHERE FILE_NUMBER = ?")) {
            delete.setLong(1, file);
            delete.executeUpdate();
        }
        add(database, file, errors);
    }

    void add(Connection database, long file, List<ImportError> errors) throws SQLException {
        if (errors.isEmpty()) {
            return;
        }
        try (PreparedStatement insert =
                database.prepareStatement("INSERT INTO IMPORT_ERROR VALUES (?, ?, ?, ?, ?, ?)")) {
            int number = 0;
            for (ImportError error : errors) {
                insert.setLong(1, file);
                insert.setLong(2, error.line());
                insert.setInt(3, ++number);
                insert.setString(4, cut(error.item(), 100));
                insert.setString(5, error.code());
                insert.setString(6, cut(error.message(), 500));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Errors of all files of that name, by line. */
    List<ImportError> ofName(Connection database, String name, int limit) throws SQLException {
        try (PreparedStatement query =
                database.prepareStatement("SELECT E.LINE_NUMBER, E.ITEM, E.CODE, E.MESSAGE FROM IMPORT_ERROR E"
                        + " JOIN IMPORT_FILE F ON F.FILE_NUMBER = E.FILE_NUMBER WHERE F.FILE_NAME = ?"
                        + " ORDER BY E.LINE_NUMBER, E.FILE_NUMBER, E.ERROR_NUMBER")) {
            query.setString(1, name);
            query.setMaxRows(limit);
            return all(query);
        }
    }

    /** Errors of one file, by line. */
    List<ImportError> ofFile(Connection database, long file, int limit) throws SQLException {
        try (PreparedStatement query = database.prepareStatement("SELECT LINE_NUMBER, ITEM, CODE, MESSAGE"
                + " FROM IMPORT_ERROR WHERE FILE_NUMBER = ? ORDER BY LINE_NUMBER, ERROR_NUMBER")) {
            query.setLong(1, file);
            query.setMaxRows(limit);
            return all(query);
        }
    }

    /** How many errors of one file there are of each code, by code. */
    Map<String, Long> counts(Connection database, long file) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(
                "SELECT CODE, COUNT(*) FROM IMPORT_ERROR WHERE FILE_NUMBER = ? GROUP BY CODE ORDER BY CODE")) {
            query.setLong(1, file);
            Map<String, Long> counts = new LinkedHashMap<>();
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    counts.put(result.getString(1), result.getLong(2));
                }
            }
            return counts;
        }
    }

    private static List<ImportError> all(PreparedStatement query) throws SQLException {
        List<ImportError> errors = new ArrayList<>();
        try (ResultSet result = query.executeQuery()) {
            while (result.next()) {
                errors.add(new ImportError(
                        result.getLong(1), result.getString(2), result.getString(3), result.getString(4)));
            }
        }
        return errors;
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
