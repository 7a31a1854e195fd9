// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.apache.aries.jpa.template.EmConsumer;
import org.apache.aries.jpa.template.EmFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.apache.openjpa.persistence.OpenJPAPersistence;
import org.apache.openjpa.persistence.PersistenceProviderImpl;
import org.junit.rules.ExternalResource;

/**
 * The bundle's tables in memory, empty before every test, with transactions as the container has them: JPA and JDBC in
 * one, joined by default.
 */
final class TestDatabase extends ExternalResource implements JpaTemplate {

    private static final List<String> TABLES =
            List.of("STAFF_ROLE", "STAFF", "SIGN_IN_FAILURE", "AUDIT_ENTRY", "APPROVAL", "WORK_ITEM");
    private static final EmbeddedDataSource DERBY = derby();
    private static final EntityManagerFactory FACTORY = new PersistenceProviderImpl()
            .createEntityManagerFactory(
                    "access", "META-INF/test-persistence.xml", Map.of("openjpa.ConnectionFactory", DERBY));

    private int begun;
    private final ThreadLocal<Deque<EntityManager>> open = ThreadLocal.withInitial(ArrayDeque::new);

    @Override
    protected void before() {
        TABLES.forEach(table -> execute("DELETE FROM " + table));
    }

    /** The DataSource, whose connections belong to the transaction that is open on the thread. */
    DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    EntityManager em = open.get().peek();
                    return em == null ? DERBY.getConnection() : keptOpen(em.unwrap(Connection.class));
                });
    }

    /** How many transactions were begun. */
    int begun() {
        return begun;
    }

    static void execute(String sql) {
        try (Connection connection = DERBY.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public <R> R txExpr(TransactionType type, EmFunction<R> work) {
        EntityManager current = open.get().peek();
        return current != null && type != TransactionType.RequiresNew ? work.apply(current) : inNew(work);
    }

    @Override
    public void tx(TransactionType type, EmConsumer work) {
        txExpr(type, em -> {
            work.accept(em);
            return true;
        });
    }

    @Override
    public <R> R txExpr(EmFunction<R> work) {
        return txExpr(TransactionType.Required, work);
    }

    @Override
    public void tx(EmConsumer work) {
        tx(TransactionType.Required, work);
    }

    private <R> R inNew(EmFunction<R> work) {
        EntityManager em = FACTORY.createEntityManager();
        open.get().push(em);
        begun++;
        try {
            em.getTransaction().begin();
            OpenJPAPersistence.cast(em).beginStore();
            R result = work.apply(em);
            em.getTransaction().commit();
            return result;
        } finally {
            open.get().pop();
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
            em.close();
        }
    }

    /** JDBC closes what it got; the transaction still needs it. */
    private static Connection keptOpen(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                TestDatabase.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static EmbeddedDataSource derby() {
        System.setProperty("derby.stream.error.file", "target/derby.log");
        EmbeddedDataSource derby = new EmbeddedDataSource();
        derby.setDatabaseName("memory:access");
        derby.setCreateDatabase("create");
        try (InputStream in = StaffEntity.class.getResourceAsStream("/db/V001__access.sql");
                Connection connection = derby.getConnection();
                Statement statement = connection.createStatement()) {
            String script = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
            for (String sql : script.split(";")) {
                if (!sql.isBlank()) {
                    statement.executeUpdate(sql);
                }
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
        return derby;
    }
}
