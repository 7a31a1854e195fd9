// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.teate.exchange.Queue;
import org.teate.kernel.Utc;
import org.teate.ports.Message;

/** The messages in the database; works in the connection's transaction. */
final class OutboxTable {

    private static final int BATCH = 1_000;

    /** Adds the messages whose keys are not there yet, each with the next of {@code numbers}. */
    void add(Connection database, List<Message> messages, LongSupplier numbers, Instant now) throws SQLException {
        announceWriting(database);
        Set<String> added = new HashSet<>();
        // asked key by key: Derby would compare a long list of keys with every row
        try (PreparedStatement query = database.prepareStatement("SELECT 1 FROM OUTBOX_MESSAGE WHERE MESSAGE_KEY = ?");
                PreparedStatement insert = database.prepareStatement("INSERT INTO OUTBOX_MESSAGE (MESSAGE_NUMBER,"
                        + " MESSAGE_KEY, SYSTEM_NAME, SUBJECT, KIND, BODY, PUT_AT, TOLD, REFUSED, ATTEMPTS,"
                        + " NEXT_ATTEMPT_AT, LAST_ERROR) VALUES (?, ?, ?, ?, ?, ?, ?, '0', '0', 0, ?, '')")) {
            for (Message message : messages) {
                if (added.contains(message.key()) || isThere(query, message.key())) {
                    continue;
                }
                insert.setLong(1, numbers.getAsLong());
                insert.setString(2, message.key());
                insert.setString(3, message.system());
                insert.setString(4, message.subject());
                insert.setString(5, message.kind());
                insert.setString(6, message.body());
                insert.setTimestamp(7, Utc.timestamp(now));
                insert.setTimestamp(8, Utc.timestamp(now));
                insert.addBatch();
                added.add(message.key());
                if (added.size() % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /**
     * Holds the table's shared lock for writing until the end of the transaction, from before the first number is given
     * out: a row is numbered before its table is locked, so who waits for writers could overlook one.
     */
    private static void announceWriting(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.executeUpdate("UPDATE OUTBOX_MESSAGE SET ATTEMPTS = 0 WHERE MESSAGE_NUMBER = -1");
        }
    }

    private static boolean isThere(PreparedStatement query, String key) throws SQLException {
        query.setString(1, key);
        try (ResultSet result = query.executeQuery()) {
            return result.next();
        }
    }

    boolean wasUntold(Connection database, String key, Instant at) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(
                "SELECT 1 FROM OUTBOX_MESSAGE WHERE MESSAGE_KEY = ? AND (TOLD = '0' OR TOLD_AT > ?)")) {
            query.setString(1, key);
            query.setTimestamp(2, Utc.timestamp(at));
            try (ResultSet result = query.executeQuery()) {
                return result.next();
            }
        }
    }

    List<Queue> queues(Connection database) throws SQLException {
        try (PreparedStatement query = database.prepareStatement("SELECT SYSTEM_NAME, COUNT(*),"
                        + " SUM(CASE WHEN REFUSED = '1' THEN 1 ELSE 0 END), MIN(PUT_AT) FROM OUTBOX_MESSAGE"
                        + " WHERE TOLD = '0' GROUP BY SYSTEM_NAME ORDER BY SYSTEM_NAME");
                ResultSet result = query.executeQuery()) {
            List<Queue> queues = new ArrayList<>();
            while (result.next()) {
                queues.add(new Queue(
                        result.getString(1),
                        result.getLong(2),
                        result.getLong(3),
                        Utc.instant(result.getTimestamp(4))));
            }
            return queues;
        }
    }

    /** What waits for a system after a place in the outbox, in order. */
    List<Letter> page(Connection database, String system, long after, int limit) throws SQLException {
        // ordered by the whole index, so that a page is read and not sorted
        try (PreparedStatement query = database.prepareStatement("SELECT MESSAGE_NUMBER, ATTEMPTS, NEXT_ATTEMPT_AT,"
                + " REFUSED, MESSAGE_KEY, SUBJECT, KIND, BODY FROM OUTBOX_MESSAGE"
                + " WHERE SYSTEM_NAME = ? AND TOLD = '0' AND MESSAGE_NUMBER > ?"
                + " ORDER BY TOLD, SYSTEM_NAME, MESSAGE_NUMBER")) {
            query.setString(1, system);
            query.setLong(2, after);
            query.setMaxRows(limit);
            List<Letter> letters = new ArrayList<>();
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    letters.add(new Letter(
                            result.getLong(1),
                            result.getInt(2),
                            Utc.instant(result.getTimestamp(3)),
                            result.getString(4).equals("1"),
                            new Message(
                                    result.getString(5),
                                    system,
                                    result.getString(6),
                                    result.getString(7),
                                    result.getString(8))));
                }
            }
            return letters;
        }
    }

    void markTold(Connection database, List<Letter> letters, Instant now) throws SQLException {
        try (PreparedStatement update = database.prepareStatement(
                "UPDATE OUTBOX_MESSAGE SET TOLD = '1', TOLD_AT = ? WHERE MESSAGE_NUMBER = ?")) {
            for (Letter letter : letters) {
                update.setTimestamp(1, Utc.timestamp(now));
                update.setLong(2, letter.number());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    void postpone(Connection database, Letter letter, Instant nextAttempt, String error) throws SQLException {
        try (PreparedStatement update = database.prepareStatement("UPDATE OUTBOX_MESSAGE SET ATTEMPTS = ATTEMPTS + 1,"
                + " NEXT_ATTEMPT_AT = ?, LAST_ERROR = ? WHERE MESSAGE_NUMBER = ?")) {
            update.setTimestamp(1, Utc.timestamp(nextAttempt));
            update.setString(2, cut(error));
            update.setLong(3, letter.number());
            update.executeUpdate();
        }
    }

    void refuse(Connection database, Letter letter, String error) throws SQLException {
        try (PreparedStatement update = database.prepareStatement("UPDATE OUTBOX_MESSAGE SET ATTEMPTS = ATTEMPTS + 1,"
                + " REFUSED = '1', LAST_ERROR = ? WHERE MESSAGE_NUMBER = ?")) {
            update.setString(1, cut(error));
            update.setLong(2, letter.number());
            update.executeUpdate();
        }
    }

    /** @return whether a message with that key waits that was refused or could not be told */
    boolean release(Connection database, String key, Instant now) throws SQLException {
        try (PreparedStatement update = database.prepareStatement("UPDATE OUTBOX_MESSAGE SET REFUSED = '0',"
                + " NEXT_ATTEMPT_AT = ? WHERE MESSAGE_KEY = ? AND TOLD = '0' AND (REFUSED = '1' OR ATTEMPTS > 0)")) {
            update.setTimestamp(1, Utc.timestamp(now));
            update.setString(2, key);
            return update.executeUpdate() == 1;
        }
    }

    private static String cut(String text) {
        return text.length() <= 500 ? text : text.substring(0, 500);
    }
}
