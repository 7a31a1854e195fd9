// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.teate.exchange.Migration;
import org.teate.exchange.Migration.State;
import org.teate.exchange.MigrationProgress;
import org.teate.kernel.Utc;

/** The migrations in the database; works in the connection's transaction. */
final class MigrationTable {

    private static final String SELECT = "SELECT MIGRATION_NUMBER, CONNECTOR_NAME, SYSTEM_NAME, KIND, STATE,"
            + " BUSINESS_DATE, OUTBOX_MARK, DRAFT_NUMBER, STARTED_BY, STARTED_AT, FINISHED_AT, RECONCILED_AT, REASON"
            + " FROM MIGRATION ";

    private final MigrationSetTable sets = new MigrationSetTable();

    /**
     * A migration as it is stored.
     *
     * @param system the system that receives
     * @param draft the draft's number, of a cut-over
     */
    record Stored(Migration migration, String system, OptionalLong draft, Optional<Instant> reconciledAt) {

        private Stored with(List<MigrationProgress> sets) {
            return new Stored(migration.with(sets), system, draft, reconciledAt);
        }

        String number() {
            return migration.number();
        }
    }

    void insert(Connection database, Stored stored) throws SQLException {
        Migration migration = stored.migration();
        try (PreparedStatement insert = database.prepareStatement("INSERT INTO MIGRATION (MIGRATION_NUMBER,"
                + " CONNECTOR_NAME, SYSTEM_NAME, KIND, STATE, BUSINESS_DATE, OUTBOX_MARK, DRAFT_NUMBER, STARTED_BY,"
                + " STARTED_AT, REASON) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')")) {
            insert.setString(1, migration.number());
            insert.setString(2, migration.connector());
            insert.setString(3, stored.system());
            insert.setString(4, migration.kind().name());
            insert.setString(5, migration.state().name());
            insert.setDate(6, Date.valueOf(migration.businessDate()));
            insert.setLong(7, migration.mark());
            if (stored.draft().isPresent()) {
                insert.setLong(8, stored.draft().getAsLong());
            } else {
                insert.setNull(8, Types.BIGINT);
            }
            insert.setString(9, migration.startedBy());
            insert.setTimestamp(10, Utc.timestamp(migration.startedAt()));
            insert.executeUpdate();
        }
    }

    /** Begins an approved cut-over. */
    void begin(Connection database, String number, LocalDate businessDate, long mark, Instant at) throws SQLException {
        move(database, number, State.RUNNING, "");
        try (PreparedStatement update = database.prepareStatement("UPDATE MIGRATION SET BUSINESS_DATE = ?,"
                + " OUTBOX_MARK = ?, STARTED_AT = ? WHERE MIGRATION_NUMBER = ?")) {
            update.setDate(1, Date.valueOf(businessDate));
            update.setLong(2, mark);
            update.setTimestamp(3, Utc.timestamp(at));
            update.setString(4, number);
            update.executeUpdate();
        }
    }

    void move(Connection database, String number, State state, String reason) throws SQLException {
        try (PreparedStatement update =
                database.prepareStatement("UPDATE MIGRATION SET STATE = ?, REASON = ? WHERE MIGRATION_NUMBER = ?")) {
            update.setString(1, state.name());
            update.setString(2, cut(reason, 500));
            update.setString(3, number);
            update.executeUpdate();
        }
    }

    void finish(Connection database, String number, State state, Instant at) throws SQLException {
        move(database, number, state, "");
        try (PreparedStatement update =
                database.prepareStatement("UPDATE MIGRATION SET FINISHED_AT = ? WHERE MIGRATION_NUMBER = ?")) {
            update.setTimestamp(1, Utc.timestamp(at));
            update.setString(2, number);
            update.executeUpdate();
        }
    }

    /** Notes when the comparison came to its end, or that there is none now. */
    void reconciled(Connection database, String number, Optional<Instant> at, String reason) throws SQLException {
        try (PreparedStatement update = database.prepareStatement(
                "UPDATE MIGRATION SET RECONCILED_AT = ?, REASON = ? WHERE MIGRATION_NUMBER = ?")) {
            update.setTimestamp(1, at.map(Utc::timestamp).orElse(null));
            update.setString(2, cut(reason, 500));
            update.setString(3, number);
            update.executeUpdate();
        }
    }

    Optional<Stored> find(Connection database, String number) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(SELECT + "WHERE MIGRATION_NUMBER = ?")) {
            query.setString(1, number);
            return read(database, query).stream().findFirst();
        }
    }

    /** All of them, newest first. */
    List<Stored> all(Connection database) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(SELECT + "ORDER BY MIGRATION_NUMBER DESC")) {
            return read(database, query);
        }
    }

    private List<Stored> read(Connection database, PreparedStatement query) throws SQLException {
        List<Stored> found = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                found.add(stored(rows));
            }
        }
        List<Stored> complete = new ArrayList<>(found.size());
        for (Stored stored : found) {
            complete.add(stored.with(sets.of(database, stored.number()).stream()
                    .map(MigrationSetTable.Row::progress)
                    .toList()));
        }
        return complete;
    }

    private static Stored stored(ResultSet row) throws SQLException {
        Migration migration = new Migration(
                row.getString(1),
                row.getString(2),
                Migration.Kind.valueOf(row.getString(4)),
                State.valueOf(row.getString(5)),
                row.getDate(6).toLocalDate(),
                row.getLong(7),
                row.getString(9),
                Utc.instant(row.getTimestamp(10)),
                Optional.ofNullable(row.getTimestamp(11)).map(Utc::instant),
                row.getString(13),
                List.of());
        long draft = row.getLong(8);
        OptionalLong known = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(draft);
        return new Stored(
                migration,
                row.getString(3),
                known,
                Optional.ofNullable(row.getTimestamp(12)).map(Utc::instant));
    }

    static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
