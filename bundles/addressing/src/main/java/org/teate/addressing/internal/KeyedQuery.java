// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/**
 * Reads the rows of many people by their numbers, some hundred numbers a query.
 *
 * <p>The lists of parameters have few lengths, filled up with the last number, so that the database compiles few
 * statements.
 */
final class KeyedQuery {

    private static final int[] LENGTHS = {1, 10, 100, 500};

    private KeyedQuery() {}

    /** Takes one row. */
    @FunctionalInterface
    interface RowTaker {

        void take(ResultSet row) throws SQLException;
    }

    /** @param sql a query whose last condition is {@code … IN}; the list is put behind it */
    static void forEach(Connection database, String sql, Collection<String> keys, RowTaker taker) throws SQLException {
        List<String> all = List.copyOf(keys);
        int largest = LENGTHS[LENGTHS.length - 1];
        for (int from = 0; from < all.size(); from += largest) {
            query(database, sql, all.subList(from, Math.min(from + largest, all.size())), taker);
        }
    }

    private static void query(Connection database, String sql, List<String> keys, RowTaker taker) throws SQLException {
        int length = lengthFor(keys.size());
        String list = " (" + "?, ".repeat(length - 1) + "?)";
        try (PreparedStatement statement = Statements.prepared(database, sql + list)) {
            for (int i = 0; i < length; i++) {
                statement.setString(i + 1, keys.get(Math.min(i, keys.size() - 1)));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    taker.take(rows);
                }
            }
        }
    }

    private static int lengthFor(int keys) {
        for (int length : LENGTHS) {
            if (keys <= length) {
                return length;
            }
        }
        throw new IllegalArgumentException("Too many keys for one query: " + keys);
    }
}
