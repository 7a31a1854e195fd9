// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.Optional;

/** How far the payment history that was taken over reaches. */
final class TakenOver {

    private TakenOver() {}

    /** The first month of the history, or empty if none was taken over. */
    static Optional<YearMonth> firstMonth(Connection connection) throws SQLException {
        return find(connection).map(Row::first);
    }

    /** Why a run would not know what was paid before, as a Japanese sentence, if it would not. */
    static Optional<String> obstacle(Connection connection) throws SQLException {
        Optional<Row> row = find(connection);
        if (row.isEmpty()) {
            return Optional.of("支払履歴（M11）が取り込まれていないため、支払済みの月分が分かりません。取り込んでから始めてください。");
        }
        return row.get().whole() ? Optional.empty() : Optional.of("支払履歴（M11）の取込が途中です。取込を終えてから始めてください。");
    }

    /** Notes that a file is being taken in, and that the history reaches back to {@code first}. */
    static void begin(Connection connection, Optional<YearMonth> first) throws SQLException {
        Optional<Row> known = find(connection);
        Optional<YearMonth> reach = known.map(Row::first)
                .filter(month -> first.map(month::isBefore).orElse(true))
                .or(() -> first);
        if (reach.isEmpty()) {
            return;
        }
        String sql = known.isPresent()
                ? "UPDATE TAKEN_OVER SET FIRST_MONTH = ?, IS_WHOLE = FALSE"
                : "INSERT INTO TAKEN_OVER (FIRST_MONTH, IS_WHOLE) VALUES (?, FALSE)";
        try (PreparedStatement change = connection.prepareStatement(sql)) {
            change.setString(1, Columns.month(reach.get()));
            change.executeUpdate();
        }
    }

    /** Notes that the file has been taken in to its end. */
    static void end(Connection connection) throws SQLException {
        try (Statement update = connection.createStatement()) {
            update.executeUpdate("UPDATE TAKEN_OVER SET IS_WHOLE = TRUE");
        }
    }

    private static Optional<Row> find(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery("SELECT FIRST_MONTH, IS_WHOLE FROM TAKEN_OVER")) {
            return rows.next()
                    ? Optional.of(new Row(Columns.month(rows.getString(1)), rows.getBoolean(2)))
                    : Optional.empty();
        }
    }

    /** The one row. */
    private record Row(YearMonth first, boolean whole) {}
}
