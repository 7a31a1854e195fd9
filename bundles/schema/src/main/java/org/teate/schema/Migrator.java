// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies migrations to a database, each once and in one transaction with its line in the history.
 *
 * <p>The history is locked as a table, by the transaction: of several servers that start at once one works and the
 * others wait, and a server that is killed in the middle leaves neither a lock nor half a step behind.
 */
final class Migrator {

    private static final Logger LOG = LoggerFactory.getLogger(Migrator.class);
    private static final String HISTORY = "SCHEMA_HISTORY";

    private final Clock clock;

    Migrator(Clock clock) {
        this.clock = clock;
    }

    /**
     * Applies those of {@code migrations} that are not in the history yet, by bundle and number.
     *
     * @throws SQLException if the database refuses, or if an applied migration has been changed since
     */
    void migrate(DataSource database, List<Migration> migrations) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            createHistory(connection);
            for (Migration migration : migrations.stream()
                    .sorted(Comparator.comparing(Migration::module).thenComparing(Migration::name))
                    .toList()) {
                apply(connection, migration);
            }
        }
    }

    private void apply(Connection connection, Migration migration) throws SQLException {
        try {
            execute(connection, "LOCK TABLE " + HISTORY + " IN EXCLUSIVE MODE");
            String applied = history(connection).get(key(migration.module(), migration.version()));
            if (applied == null) {
                for (String statement : migration.statements()) {
                    execute(connection, statement);
                }
                enter(connection, migration);
                LOG.info("{}: applied {}", migration.module(), migration.name());
            } else if (!applied.equals(migration.sha256())) {
                throw new SQLException(migration.module() + ": " + migration.name()
                        + " was applied with another content; put a change into a migration of its own");
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
    }

    private static void createHistory(Connection connection) throws SQLException {
        if (!hasHistory(connection)) {
            try {
                execute(
                        connection,
                        "CREATE TABLE " + HISTORY + " (MODULE VARCHAR(100) NOT NULL, VERSION VARCHAR(10) NOT NULL,"
                                + " NAME VARCHAR(200) NOT NULL, SHA256 CHAR(64) NOT NULL,"
                                + " APPLIED_AT TIMESTAMP NOT NULL, PRIMARY KEY (MODULE, VERSION))");
            } catch (SQLException e) {
                connection.rollback();
                if (!hasHistory(connection)) {
                    throw e;
                }
                // another server was faster
            }
        }
        connection.commit();
    }

    private static boolean hasHistory(Connection connection) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, null, null, new String[] {"TABLE"})) {
            while (tables.next()) {
                if (HISTORY.equalsIgnoreCase(tables.getString("TABLE_NAME"))) {
                    return true;
                }
            }
            return false;
        }
    }

    private static Map<String, String> history(Connection connection) throws SQLException {
        Map<String, String> hashes = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT MODULE, VERSION, SHA256 FROM " + HISTORY)) {
            while (rows.next()) {
                hashes.put(key(rows.getString(1), rows.getString(2)), rows.getString(3));
            }
        }
        return hashes;
    }

    private void enter(Connection connection, Migration migration) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + HISTORY + " VALUES (?, ?, ?, ?, ?)")) {
            insert.setString(1, migration.module());
            insert.setString(2, migration.version());
            insert.setString(3, migration.name());
            insert.setString(4, migration.sha256());
            // in UTC, as all tables; this bundle comes before all others and needs none of them
            insert.setTimestamp(5, Timestamp.valueOf(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)));
            insert.executeUpdate();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String key(String module, String version) {
        return module + ' ' + version;
    }
}
