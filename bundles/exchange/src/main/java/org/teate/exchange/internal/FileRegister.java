// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.teate.exchange.ImportedFile.Counts;
import org.teate.exchange.ImportedFile.State;
import org.teate.kernel.Utc;

/** The register of files that came in; works in the connection's transaction. */
final class FileRegister {

    private static final String SELECT = "SELECT FILE_NUMBER, INTERFACE_ID, FILE_NAME, SEQUENCE_NUMBER, SHA256,"
            + " RECORD_COUNT, FILE_STATE, APPLIED_COUNT, UNCHANGED_COUNT, STALE_COUNT, REFUSED_COUNT, REASON,"
            + " CONTROL_TOTALS, FINISHED_AT, SENDER FROM IMPORT_FILE ";
    private static final String ACCEPTED = "FILE_STATE IN ('ACCEPTED', 'PARTIAL')";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The file of the same interface, sender and sequence number that was accepted. */
    Optional<FileRow> accepted(Connection database, FileRow file) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(
                SELECT + "WHERE INTERFACE_ID = ? AND SENDER = ? AND SEQUENCE_NUMBER = ? AND " + ACCEPTED)) {
            query.setString(1, file.interfaceId());
            query.setString(2, file.sender());
            query.setLong(3, file.sequence());
            return first(query);
        }
    }

    /** The last sequence number of the same interface and sender that was accepted, 0 if none was. */
    long lastAccepted(Connection database, FileRow file) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(
                "SELECT MAX(SEQUENCE_NUMBER) FROM IMPORT_FILE WHERE INTERFACE_ID = ? AND SENDER = ? AND " + ACCEPTED)) {
            query.setString(1, file.interfaceId());
            query.setString(2, file.sender());
            return number(query);
        }
    }

    /** The row of a file that was not accepted: the one of which something was taken if there is one, else the newest. */
    Optional<FileRow> unaccepted(Connection database, FileRow file) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(SELECT
                + "WHERE FILE_NAME = ? AND SENDER IN ('', ?) AND NOT " + ACCEPTED
                + " ORDER BY APPLIED_COUNT + UNCHANGED_COUNT + STALE_COUNT + REFUSED_COUNT DESC, FILE_NUMBER DESC")) {
            query.setString(1, file.name());
            query.setString(2, file.sender());
            return first(query);
        }
    }

    /** Whether a file of the same interface and sender with that number has come and may still be accepted. */
    boolean isUnderWay(Connection database, FileRow file, long sequence) throws SQLException {
        try (PreparedStatement query =
                database.prepareStatement("SELECT COUNT(*) FROM IMPORT_FILE WHERE INTERFACE_ID = ? AND SENDER = ?"
                        + " AND SEQUENCE_NUMBER = ? AND FILE_STATE IN ('WAITING', 'RUNNING', 'STOPPED')")) {
            query.setString(1, file.interfaceId());
            query.setString(2, file.sender());
            query.setLong(3, sequence);
            return number(query) > 0;
        }
    }

    List<FileRow> newest(Connection database, int limit) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(SELECT + "ORDER BY FILE_NUMBER DESC")) {
            query.setMaxRows(limit);
            return all(query);
        }
    }

    /** The newest row of a file. */
    Optional<FileRow> newest(Connection database, String name) throws SQLException {
        try (PreparedStatement query =
                database.prepareStatement(SELECT + "WHERE FILE_NAME = ? ORDER BY FILE_NUMBER DESC")) {
            query.setString(1, name);
            return first(query);
        }
    }

    /** Enters a new file, or brings one in the register up to date; returns it with its number. */
    FileRow enter(Connection database, FileRow file, String startedBy, Instant now) throws SQLException {
        if (file.number() != 0) {
            update(database, file);
            return file;
        }
        try (PreparedStatement insert = database.prepareStatement(
                "INSERT INTO IMPORT_FILE (SEQUENCE_NUMBER, SHA256, RECORD_COUNT, FILE_STATE, APPLIED_COUNT,"
                        + " UNCHANGED_COUNT, STALE_COUNT, REFUSED_COUNT, REASON, CONTROL_TOTALS, FINISHED_AT, SENDER,"
                        + " INTERFACE_ID, FILE_NAME, STARTED_BY, STARTED_AT)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                Statement.RETURN_GENERATED_KEYS)) {
            int next = set(insert, file);
            insert.setString(next++, file.interfaceId());
            insert.setString(next++, file.name());
            insert.setString(next++, startedBy);
            insert.setTimestamp(next, Utc.timestamp(now));
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return file.numbered(keys.getLong(1));
            }
        }
    }

    void update(Connection database, FileRow file) throws SQLException {
        try (PreparedStatement update = database.prepareStatement(
                "UPDATE IMPORT_FILE SET SEQUENCE_NUMBER = ?, SHA256 = ?, RECORD_COUNT = ?, FILE_STATE = ?,"
                        + " APPLIED_COUNT = ?, UNCHANGED_COUNT = ?, STALE_COUNT = ?, REFUSED_COUNT = ?, REASON = ?,"
                        + " CONTROL_TOTALS = ?, FINISHED_AT = ?, SENDER = ? WHERE FILE_NUMBER = ?")) {
            update.setLong(set(update, file), file.number());
            update.executeUpdate();
        }
    }

    /**
     * Records how far a file has been taken in.
     *
     * @return false if it has got further than {@code before} meanwhile: another server is taking it in
     */
    boolean advance(Connection database, FileRow file, long before) throws SQLException {
        try (PreparedStatement update = database.prepareStatement(
                "UPDATE IMPORT_FILE SET APPLIED_COUNT = ?, UNCHANGED_COUNT = ?, STALE_COUNT = ?, REFUSED_COUNT = ?"
                        + " WHERE FILE_NUMBER = ?"
                        + " AND APPLIED_COUNT + UNCHANGED_COUNT + STALE_COUNT + REFUSED_COUNT = ?")) {
            update.setLong(setCounts(update, 1, file.standing().counts()), file.number());
            update.setLong(6, before);
            return update.executeUpdate() == 1;
        }
    }

    private static int set(PreparedStatement statement, FileRow file) throws SQLException {
        Standing standing = file.standing();
        statement.setLong(1, file.sequence());
        statement.setString(2, file.sha256());
        statement.setLong(3, file.records());
        statement.setString(4, standing.state().name());
        int next = setCounts(statement, 5, standing.counts());
        statement.setString(next++, standing.reason());
        statement.setString(next++, toJson(standing.totals()));
        if (standing.finishedAt().isPresent()) {
            statement.setTimestamp(next++, Utc.timestamp(standing.finishedAt().get()));
        } else {
            statement.setNull(next++, Types.TIMESTAMP);
        }
        statement.setString(next++, file.sender());
        return next;
    }

    private static int setCounts(PreparedStatement statement, int first, Counts counts) throws SQLException {
        statement.setLong(first, counts.applied());
        statement.setLong(first + 1, counts.unchanged());
        statement.setLong(first + 2, counts.stale());
        statement.setLong(first + 3, counts.refused());
        return first + 4;
    }

    private static Optional<FileRow> first(PreparedStatement query) throws SQLException {
        query.setMaxRows(1);
        return all(query).stream().findFirst();
    }

    private static List<FileRow> all(PreparedStatement query) throws SQLException {
        List<FileRow> rows = new ArrayList<>();
        try (ResultSet result = query.executeQuery()) {
            while (result.next()) {
                rows.add(row(result));
            }
        }
        return rows;
    }

    private static FileRow row(ResultSet result) throws SQLException {
        Counts counts = new Counts(result.getLong(8), result.getLong(9), result.getLong(10), result.getLong(11));
        return new FileRow(
                result.getLong(1),
                result.getString(2),
                result.getString(3),
                result.getString(15),
                result.getLong(4),
                result.getString(5),
                result.getLong(6),
                new Standing(
                        State.valueOf(result.getString(7)),
                        counts,
                        result.getString(12),
                        fromJson(result.getString(13)),
                        Optional.ofNullable(result.getTimestamp(14)).map(Utc::instant)));
    }

    private static long number(PreparedStatement query) throws SQLException {
        try (ResultSet result = query.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    private static String toJson(Map<String, Long> totals) {
        try {
            return JSON.writeValueAsString(totals);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A map of numbers is always JSON", e);
        }
    }

    private static Map<String, Long> fromJson(String totals) {
        try {
            return JSON.readValue(totals, new TypeReference<TreeMap<String, Long>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The register holds control totals that are no JSON", e);
        }
    }
}
