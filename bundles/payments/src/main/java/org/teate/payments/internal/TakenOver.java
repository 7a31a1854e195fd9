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

/** Where the payment history that was taken over begins. */
final class TakenOver {

    private TakenOver() {}

    /** The first month of the history, or empty if none was taken over. */
    static Optional<YearMonth> firstMonth(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery("SELECT FIRST_MONTH FROM TAKEN_OVER")) {
            return rows.next() ? Optional.of(Columns.month(rows.getString(1))) : Optional.empty();
        }
    }

    /** Notes that the history reaches back to {@code first}, if it reached less far until now. */
    static void note(Connection connection, Optional<YearMonth> first) throws SQLException {
        Optional<YearMonth> known = firstMonth(connection);
        if (first.isEmpty() || known.isPresent() && !first.get().isBefore(known.get())) {
            return;
        }
        String sql = known.isPresent() ? "UPDATE TAKEN_OVER SET FIRST_MONTH = ?" : "INSERT INTO TAKEN_OVER VALUES (?)";
        try (PreparedStatement change = connection.prepareStatement(sql)) {
            change.setString(1, Columns.month(first.get()));
            change.executeUpdate();
        }
    }
}
