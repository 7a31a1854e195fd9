// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import org.teate.kernel.Utc;

/**
 * Up to which message the system of each connector knows everything; works in the connection's transaction.
 *
 * <p>A mark says that every message up to it is known, so it may only be set while no message is being written: a message
 * gets its number when it is put and is seen when it is committed, and a smaller number may be committed later. Hence the
 * lock, which waits for those who are writing ({@link OutboxTable#add} makes sure that they can be waited for).
 */
final class TellerTable {

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

    /**
     * The number of the last message that was put for a system, told or not; 0 if there was none. All with a smaller one
     * are committed, and until the end of the transaction none is put.
     */
    long greatestNumber(Connection database, String system) throws SQLException {
        lock(database, "SHARE");
        try (PreparedStatement query =
                database.prepareStatement("SELECT MAX(MESSAGE_NUMBER) FROM OUTBOX_MESSAGE WHERE SYSTEM_NAME = ?")) {
            query.setString(1, system);
            try (ResultSet result = query.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    /** The greatest number of all messages, 0 if there is none; waits for those who are writing. */
    long greatestNumber(Connection database) throws SQLException {
        lock(database, "SHARE");
        return greatest(database);
    }

    private static long greatest(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery("SELECT MAX(MESSAGE_NUMBER) FROM OUTBOX_MESSAGE")) {
            result.next();
            return result.getLong(1);
        }
    }

    private static void lock(Connection database, String mode) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("LOCK TABLE OUTBOX_MESSAGE IN " + mode + " MODE");
        }
    }

    /** Sets the mark of a connector; one that is not known yet becomes known. */
    void mark(Connection database, String system, String connector, long number) throws SQLException {
        try (PreparedStatement update = database.prepareStatement(
                "UPDATE OUTBOX_TELLER SET TOLD_UP_TO = ? WHERE SYSTEM_NAME = ? AND CONNECTOR = ?")) {
            update.setLong(1, number);
            update.setString(2, system);
            update.setString(3, connector);
            if (update.executeUpdate() == 1) {
                return;
            }
        }
        try (PreparedStatement insert = database.prepareStatement(
                "INSERT INTO OUTBOX_TELLER (SYSTEM_NAME, CONNECTOR, TOLD_UP_TO, IN_USE) VALUES (?, ?, ?, '0')")) {
            insert.setString(1, system);
            insert.setString(2, connector);
            insert.setLong(3, number);
            insert.executeUpdate();
        }
    }

    /**
     * Makes a connector the one through which a system is told: what the former one's system knows is marked, and what the
     * new one's does not know waits to be told again. What it has been told by other means no longer waits. Whatever was
     * refused or put off, was so by the other one.
     *
     * @return whether it was another one until now
     */
    boolean takeOver(Connection database, String system, String connector, Instant now) throws SQLException {
        if (inUse(database, system).filter(connector::equals).isPresent()) {
            return false;
        }
        lock(database, "EXCLUSIVE");
        Optional<String> former = inUse(database, system);
        if (former.isPresent()) {
            mark(database, system, former.get(), known(database, system));
            use(database, system, former.get(), "0");
        }
        long mark = markOf(database, system, connector).orElse(0L);
        mark(database, system, connector, mark);
        use(database, system, connector, "1");
        if (former.isPresent()) {
            turn(database, "TOLD = '0', ATTEMPTS = 0", system, "TOLD = '1' AND MESSAGE_NUMBER > ?", mark);
        }
        turn(database, "TOLD = '1'", system, "TOLD = '0' AND MESSAGE_NUMBER <= ?", mark);
        release(database, system, now);
        return true;
    }

    /** How many messages a system would be told after {@link #takeOver} by the connector; of the one in use, those that wait. */
    long untold(Connection database, String system, String connector) throws SQLException {
        boolean here = inUse(database, system).filter(connector::equals).isPresent();
        long mark = here ? 0 : markOf(database, system, connector).orElse(0L);
        try (PreparedStatement query = database.prepareStatement("SELECT COUNT(*) FROM OUTBOX_MESSAGE"
                + " WHERE SYSTEM_NAME = ? AND TOLD IN (" + (here ? "'0'" : "'0', '1'") + ") AND MESSAGE_NUMBER > ?")) {
            query.setString(1, system);
            query.setLong(2, mark);
            try (ResultSet result = query.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    /** Up to which number all messages of a system were told. */
    private static long known(Connection database, String system) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(
                "SELECT MIN(MESSAGE_NUMBER) FROM OUTBOX_MESSAGE WHERE SYSTEM_NAME = ? AND TOLD = '0'")) {
            query.setString(1, system);
            try (ResultSet result = query.executeQuery()) {
                result.next();
                long firstUntold = result.getLong(1);
                if (!result.wasNull()) {
                    return firstUntold - 1;
                }
            }
        }
        return greatest(database);
    }

    private static Optional<Long> markOf(Connection database, String system, String connector) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(
                "SELECT TOLD_UP_TO FROM OUTBOX_TELLER WHERE SYSTEM_NAME = ? AND CONNECTOR = ?")) {
            query.setString(1, system);
            query.setString(2, connector);
            try (ResultSet result = query.executeQuery()) {
                return result.next() ? Optional.of(result.getLong(1)) : Optional.empty();
            }
        }
    }

    private static void use(Connection database, String system, String connector, String inUse) throws SQLException {
        try (PreparedStatement update = database.prepareStatement(
                "UPDATE OUTBOX_TELLER SET IN_USE = ? WHERE SYSTEM_NAME = ? AND CONNECTOR = ?")) {
            update.setString(1, inUse);
            update.setString(2, system);
            update.setString(3, connector);
            update.executeUpdate();
        }
    }

    private static void turn(Connection database, String change, String system, String which, long mark)
            throws SQLException {
        try (PreparedStatement update = database.prepareStatement(
                "UPDATE OUTBOX_MESSAGE SET " + change + " WHERE SYSTEM_NAME = ? AND " + which)) {
            update.setString(1, system);
            update.setLong(2, mark);
            update.executeUpdate();
        }
    }

    private static void release(Connection database, String system, Instant now) throws SQLException {
        try (PreparedStatement update = database.prepareStatement("UPDATE OUTBOX_MESSAGE SET REFUSED = '0',"
                + " NEXT_ATTEMPT_AT = ? WHERE SYSTEM_NAME = ? AND TOLD = '0'"
                + " AND (REFUSED = '1' OR NEXT_ATTEMPT_AT > ?)")) {
            update.setTimestamp(1, Utc.timestamp(now));
            update.setString(2, system);
            update.setTimestamp(3, Utc.timestamp(now));
            update.executeUpdate();
        }
    }
}
