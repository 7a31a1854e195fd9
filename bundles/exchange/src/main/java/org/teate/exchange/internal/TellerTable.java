// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Up to which message the system of each connector has been told everything; works in the connection's transaction. */
final class TellerTable {

    /** Sets the mark of a connector that is not in use; one that is not known yet becomes known. */
    void mark(Connection database, String system, String connector, long number) throws SQLException {
        try (PreparedStatement update = database.prepareStatement(
                "UPDATE OUTBOX_TELLER SET TOLD_UP_TO = ? WHERE SYSTEM_NAME = ? AND CONNECTOR = ?")) {
            update.setLong(1, number);
            update.setString(2, system);
            update.setString(3, connector);
            if (update.executeUpdate() == 0) {
                add(database, system, connector, number);
            }
        }
    }

    private static void add(Connection database, String system, String connector, long number) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement(
                "INSERT INTO OUTBOX_TELLER (SYSTEM_NAME, CONNECTOR, TOLD_UP_TO, IN_USE) VALUES (?, ?, ?, '0')")) {
            insert.setString(1, system);
            insert.setString(2, connector);
            insert.setLong(3, number);
            insert.executeUpdate();
        }
    }

    /** The connector through which a system was told last, if it ever was. */
    Optional<String> inUse(Connection database, String system) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(
                "SELECT CONNECTOR FROM OUTBOX_TELLER WHERE SYSTEM_NAME = ? AND IN_USE = '1'")) {
            query.setString(1, system);
            try (ResultSet result = query.executeQuery()) {
                return result.next() ? Optional.of(result.getString(1)) : Optional.empty();
            }
        }
    }

    /** The number of the last message that was put for a system, told or not; 0 if there was none. */
    long greatestNumber(Connection database, String system) throws SQLException {
        try (PreparedStatement query =
                database.prepareStatement("SELECT MAX(MESSAGE_NUMBER) FROM OUTBOX_MESSAGE WHERE SYSTEM_NAME = ?")) {
            query.setString(1, system);
            try (ResultSet result = query.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }
}
