// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * Reads the rows of many keys with few statements.
 *
 * <p>The statement always has the same number of places, so that the database prepares it once; places left over repeat
 * the last key.
 */
final class KeyQuery {

    private static final int PLACES = 500;

    private final String sql;

    /** @param select everything up to the column whose value must be one of the keys, or more after {@code %s} */
    KeyQuery(String select) {
        this.sql = select.formatted("IN (" + String.join(",", Collections.nCopies(PLACES, "?")) + ")");
    }

    void forEach(Connection connection, Collection<String> keys, RowReader reader) throws SQLException {
        List<String> sorted = List.copyOf(new TreeSet<>(keys));
        if (sorted.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = Database.prepared(connection, sql)) {
            for (int from = 0; from < sorted.size(); from += PLACES) {
                for (int i = 0; i < PLACES; i++) {
                    statement.setString(i + 1, sorted.get(Math.min(from + i, sorted.size() - 1)));
                }
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        reader.read(rows);
                    }
                }
            }
        }
    }

    /** Takes one row. */
    interface RowReader {

        void read(ResultSet row) throws SQLException;
    }
}
