// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import javax.transaction.Status;
import javax.transaction.Synchronization;
import javax.transaction.TransactionSynchronizationRegistry;
import org.apache.aries.jpa.template.EmConsumer;
import org.apache.aries.jpa.template.EmFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;

/** Derby with our tables and transactions bound to the thread, as the server has them. */
final class LocalDatabase implements JpaTemplate {

    private final String url;
    private final ThreadLocal<Connection> bound = new ThreadLocal<>();
    private final ThreadLocal<List<Synchronization>> completions = ThreadLocal.withInitial(ArrayList::new);

    private LocalDatabase(String url) {
        this.url = url;
    }

    /** An empty database in memory. */
    static LocalDatabase inMemory(String name) {
        return at("memory:" + name);
    }

    /** An empty database at a place as Derby names it. */
    static LocalDatabase at(String place) {
        try {
            DriverManager.getConnection("jdbc:derby:" + place + ";create=true").close();
            LocalDatabase database = new LocalDatabase("jdbc:derby:" + place);
            database.migrate();
            return database;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Database database() {
        return new Database(this, source(), synchronizations());
    }

    /** The rows of a query, cells joined by a bar. */
    List<String> rows(String sql) {
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.append(i == 1 ? "" : "|").append(rows.getString(i));
                }
                found.add(row.toString());
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long number(String sql) {
        return Long.parseLong(rows(sql).get(0));
    }

    void execute(String sql) {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public <R> R txExpr(TransactionType type, EmFunction<R> code) {
        if (bound.get() != null && type == TransactionType.Required) {
            return code.apply(null);
        }
        Connection outer = bound.get();
        List<Synchronization> outerCompletions = completions.get();
        List<Synchronization> own = new ArrayList<>();
        int status = Status.STATUS_ROLLEDBACK;
        try (Connection connection = open()) {
            connection.setAutoCommit(false);
            bound.set(connection);
            completions.set(own);
            try {
                R result = code.apply(null);
                connection.commit();
                status = Status.STATUS_COMMITTED;
                return result;
            } catch (RuntimeException | Error e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            bound.set(outer);
            completions.set(outerCompletions);
            for (Synchronization completion : own) {
                completion.afterCompletion(status);
            }
        }
    }

    @Override
    public <R> R txExpr(EmFunction<R> code) {
        return txExpr(TransactionType.Required, code);
    }

    @Override
    public void tx(TransactionType type, EmConsumer code) {
        txExpr(type, em -> {
            code.accept(em);
            return type;
        });
    }

    @Override
    public void tx(EmConsumer code) {
        tx(TransactionType.Required, code);
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(url);
    }

    private void migrate() throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            for (String command : migration("V001__payments.sql").split("(?m);\\s*$")) {
                if (!command.isBlank()) {
                    statement.executeUpdate(command);
                }
            }
        }
    }

    private static String migration(String name) {
        try (InputStream in = LocalDatabase.class.getResourceAsStream("/db/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TransactionSynchronizationRegistry synchronizations() {
        return (TransactionSynchronizationRegistry) Proxy.newProxyInstance(
                LocalDatabase.class.getClassLoader(),
                new Class<?>[] {TransactionSynchronizationRegistry.class},
                (proxy, method, arguments) -> {
                    completions.get().add((Synchronization) arguments[0]);
                    return null;
                });
    }

    private DataSource source() {
        return (DataSource) Proxy.newProxyInstance(
                LocalDatabase.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("getConnection") || bound.get() == null) {
                        throw new IllegalStateException("There is no transaction");
                    }
                    return unclosed(bound.get());
                });
    }

    /** The transaction's connection, which its user's close leaves open. */
    private static Connection unclosed(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                LocalDatabase.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        return method.getName().equals("close") ? null : method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
