// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Serials of payments and numbers of runs. Whoever draws holds the row until commit, so draws follow each other. */
final class Counter {

    private Counter() {}

    /** Holds everybody else who draws until commit. */
    static void lock(Connection connection) throws SQLException {
        add(connection, "LAST_RUN", 0);
    }

    /** Draws {@code count} serials and returns the last of them; they go back if the transaction does. */
    static long draw(Connection connection, int count) throws SQLException {
        return add(connection, "LAST_SERIAL", count);
    }

    /** Draws the number of a run. */
    static long drawRun(Connection connection) throws SQLException {
        return add(connection, "LAST_RUN", 1);
    }

    private static long add(Connection connection, String column, int count) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE PAYMENT_COUNTER SET " + column + " = " + column + " + ?")) {
            update.setInt(1, count);
            update.executeUpdate();
        }
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("SELECT " + column + " FROM PAYMENT_COUNTER")) {
            row.next();
            return row.getLong(1);
        }
    }
}
