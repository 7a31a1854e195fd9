// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Plain SQL on the connection of the caller's transaction. */
final class Database {

    private static final int FETCH_SIZE = 1_000;

    private Database() {}

    /** Does {@code work} on a connection that takes part in the current transaction. */
    static <T> T connected(DataSource database, Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot read or write the ledger", e);
        }
    }

    /** All rows of a query. */
    static <T> List<T> list(Connection connection, String sql, Mapper<T> mapper, Object... parameters)
            throws SQLException {
        List<T> list = new ArrayList<>();
        forEach(connection, sql, row -> list.add(mapper.map(row)), parameters);
        return list;
    }

    /** Hands every row to {@code reader}. */
    static void forEach(Connection connection, String sql, KeyQuery.RowReader reader, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql)) {
            statement.setFetchSize(FETCH_SIZE);
            bind(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    /** The driver's own statement: the pool's looks every call for every column up by reflection, three times. */
    static PreparedStatement prepared(Connection connection, String sql) throws SQLException {
        return connection.prepareStatement(sql).unwrap(PreparedStatement.class);
    }

    /** Changes rows and returns how many. */
    static int update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    /** What is done on a connection. */
    interface Work<T> {

        T on(Connection connection) throws SQLException;
    }

    /** Makes a value of a row. */
    interface Mapper<T> {

        T map(ResultSet row) throws SQLException;
    }
}
