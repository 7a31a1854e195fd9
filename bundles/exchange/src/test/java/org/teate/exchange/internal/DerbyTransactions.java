// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apache.derby.jdbc.EmbeddedDataSource;

/**
 * Transactions on a Derby database in memory with this bundle's tables: one per thread, joined by whoever is inside.
 *
 * <p>The tables are made once and emptied for each test.
 */
final class DerbyTransactions implements Transactions {

    private static boolean made;

    private final EmbeddedDataSource database = new EmbeddedDataSource();
    private final ThreadLocal<Connection> current = new ThreadLocal<>();
    private final ThreadLocal<List<Runnable>> listeners = ThreadLocal.withInitial(ArrayList::new);

    private volatile boolean killed;

    DerbyTransactions() {
        database.setDatabaseName("memory:exchange");
        if (!made) {
            database.setCreateDatabase("create");
            migrate("V001__imports.sql");
            migrate("V002__outbox.sql");
            migrate("V003__connectors.sql");
            migrate("V004__migrations.sql");
            migrate("V005__senders.sql");
            migrate("V006__trials.sql");
            execute("CREATE TABLE LEDGER (CODE VARCHAR(10), AMOUNT BIGINT)");
            made = true;
        }
        for (String table : List.of(
                "LEDGER",
                "IMPORT_ERROR",
                "IMPORT_FILE",
                "UNANNOUNCED_FILE",
                "OUTBOX_DISCARD",
                "OUTBOX_MESSAGE",
                "OUTBOX_TELLER",
                "CONNECTOR_CHOICE",
                "TRIAL_SAMPLE",
                "TRIAL_GROUP",
                "TRIAL",
                "MIGRATION_REFUSAL",
                "MIGRATION_SPELLING",
                "MIGRATION_COMPARISON",
                "MIGRATION_DIFFERENCE",
                "MIGRATION_BALANCE",
                "MIGRATION_SET",
                "MIGRATION")) {
            execute("DELETE FROM " + table);
        }
    }

    private void migrate(String name) {
        try (InputStream script = getClass().getResourceAsStream("/db/" + name)) {
            String sql = new String(script.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
            for (String statement : sql.split(";")) {
                if (!statement.isBlank()) {
                    execute(statement);
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Executes a statement in the current transaction or in one of its own. */
    void execute(String sql) {
        required(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    /** The one number that a query gives. */
    long number(String sql) {
        return required(connection -> {
            try (Statement statement = connection.createStatement();
                    var result = statement.executeQuery(sql)) {
                result.next();
                return result.getLong(1);
            }
        });
    }

    /** From now on nothing can be written, as if the server were killed at this moment. */
    void kill() {
        killed = true;
    }

    void revive() {
        killed = false;
    }

    @Override
    public <T> T required(Work<T> work) {
        if (killed) {
            throw new IllegalStateException("killed");
        }
        try {
            return current.get() != null ? work.on(current.get()) : begin(work);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T begin(Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            current.set(connection);
            try {
                T result = work.on(connection);
                connection.commit();
                List.copyOf(listeners.get()).forEach(Runnable::run);
                return result;
            } finally {
                connection.rollback();
                current.remove();
                listeners.remove();
            }
        }
    }

    @Override
    public <T> T mandatory(Work<T> work) {
        if (current.get() == null) {
            throw new IllegalStateException("Only within a transaction");
        }
        return required(work);
    }

    @Override
    public void afterCommit(Runnable listener) {
        listeners.get().add(listener);
    }
}
