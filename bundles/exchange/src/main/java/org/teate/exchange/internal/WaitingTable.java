// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.teate.exchange.WaitingMessage;
import org.teate.exchange.WaitingMessage.ProposedDiscard;
import org.teate.kernel.Utc;
import org.teate.ports.Message;

/** The messages that wait, as a person sees them; works in the connection's transaction. */
final class WaitingTable {

    private static final String SELECT = "SELECT MESSAGE_NUMBER, MESSAGE_KEY, KIND, SUBJECT, REFUSED, ATTEMPTS,"
            + " LAST_ERROR, PUT_AT, NEXT_ATTEMPT_AT FROM OUTBOX_MESSAGE WHERE TOLD = '0' AND ";

    List<WaitingMessage> of(Connection database, String system, boolean refused, long after, int limit)
            throws SQLException {
        try (PreparedStatement query = database.prepareStatement(SELECT + "SYSTEM_NAME = ? AND MESSAGE_NUMBER > ?"
                + (refused ? " AND REFUSED = '1'" : "") + " ORDER BY TOLD, SYSTEM_NAME, MESSAGE_NUMBER")) {
            query.setString(1, system);
            query.setLong(2, after);
            query.setMaxRows(limit);
            return all(query);
        }
    }

    Optional<WaitingMessage> find(Connection database, String key) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(SELECT + "MESSAGE_KEY = ?")) {
            query.setString(1, key);
            return all(query).stream().findFirst();
        }
    }

    private static List<WaitingMessage> all(PreparedStatement query) throws SQLException {
        List<WaitingMessage> messages = new ArrayList<>();
        try (ResultSet result = query.executeQuery()) {
            while (result.next()) {
                messages.add(new WaitingMessage(
                        result.getLong(1),
                        result.getString(2),
                        result.getString(3),
                        result.getString(4),
                        result.getString(5).equals("1"),
                        result.getInt(6),
                        result.getString(7),
                        Utc.instant(result.getTimestamp(8)),
                        Utc.instant(result.getTimestamp(9)),
                        Optional.empty()));
            }
        }
        return messages;
    }

    static WaitingMessage with(WaitingMessage message, ProposedDiscard discard) {
        return new WaitingMessage(
                message.number(),
                message.key(),
                message.kind(),
                message.subject(),
                message.refused(),
                message.attempts(),
                message.lastError(),
                message.putAt(),
                message.nextAttempt(),
                Optional.of(discard));
    }

    /** The message with its content, whether it waits or not. */
    Optional<Message> message(Connection database, String key) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(
                "SELECT SYSTEM_NAME, SUBJECT, KIND, BODY FROM OUTBOX_MESSAGE WHERE MESSAGE_KEY = ?")) {
            query.setString(1, key);
            try (ResultSet result = query.executeQuery()) {
                return result.next()
                        ? Optional.of(new Message(
                                key,
                                result.getString(1),
                                result.getString(2),
                                result.getString(3),
                                result.getString(4)))
                        : Optional.empty();
            }
        }
    }

    /** A proposal to discard, decided or not. */
    record Proposal(long draft, String reason) {}

    /** The proposals for one message, newest first. */
    List<Proposal> proposals(Connection database, long message) throws SQLException {
        try (PreparedStatement query = database.prepareStatement("SELECT DRAFT_NUMBER, REASON FROM OUTBOX_DISCARD"
                + " WHERE MESSAGE_NUMBER = ? ORDER BY DRAFT_NUMBER DESC")) {
            query.setLong(1, message);
            List<Proposal> proposals = new ArrayList<>();
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    proposals.add(new Proposal(result.getLong(1), result.getString(2)));
                }
            }
            return proposals;
        }
    }

    void propose(Connection database, long draft, long message, String reason) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement(
                "INSERT INTO OUTBOX_DISCARD (DRAFT_NUMBER, MESSAGE_NUMBER, REASON) VALUES (?, ?, ?)")) {
            insert.setLong(1, draft);
            insert.setLong(2, message);
            insert.setString(3, reason);
            insert.executeUpdate();
        }
    }

    String reason(Connection database, long draft) throws SQLException {
        try (PreparedStatement query =
                database.prepareStatement("SELECT REASON FROM OUTBOX_DISCARD WHERE DRAFT_NUMBER = ?")) {
            query.setLong(1, draft);
            try (ResultSet result = query.executeQuery()) {
                result.next();
                return result.getString(1);
            }
        }
    }

    void discard(Connection database, long message) throws SQLException {
        try (PreparedStatement update = database.prepareStatement(
                "UPDATE OUTBOX_MESSAGE SET TOLD = '2' WHERE MESSAGE_NUMBER = ? AND TOLD = '0'")) {
            update.setLong(1, message);
            update.executeUpdate();
        }
    }
}
