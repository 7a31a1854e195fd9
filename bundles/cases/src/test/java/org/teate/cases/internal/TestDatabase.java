// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

    private static final List<String> TABLES = List.of(
            "ENTITLEMENT",
            "CHILD_FACT",
            "SPOUSE_FACT",
            "INSURANCE_FACT",
            "INCOME_ASSESSMENT",
            "STATUS_REPORT",
            "DECISION",
            "DECISION_DRAFT",
            "WELFARE_COMPARISON");
    private static final List<String> MIGRATIONS = List.of("V001__ledger.sql", "V002__welfare_ledger.sql");
    private static final EmbeddedDataSource DERBY = derby();
    private static final EntityManagerFactory FACTORY = new PersistenceProviderImpl()
            .createEntityManagerFactory(
                    "cases", "META-INF/test-persistence.xml", Map.of("openjpa.ConnectionFactory", DERBY));

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

    /** How many rows a table has. */
    static long rows(String table) {
        try (Connection connection = DERBY.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void execute(String sql) {
        try (Connection connection = DERBY.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What Derby does to read what {@code work} reads: the name of each table or index that it scans, and ROWIDSCAN for looks into a table. */
    Set<String> scans(Runnable work) {
        tx(em -> {
            execute(em, "CALL SYSCS_UTIL.SYSCS_SET_RUNTIMESTATISTICS(1)");
            execute(em, "CALL SYSCS_UTIL.SYSCS_SET_XPLAIN_SCHEMA('PLAN')");
            work.run();
            execute(em, "CALL SYSCS_UTIL.SYSCS_SET_XPLAIN_SCHEMA('')");
            execute(em, "CALL SYSCS_UTIL.SYSCS_SET_RUNTIMESTATISTICS(0)");
        });
        String sql = "SELECT DISTINCT COALESCE(S.SCAN_OBJECT_NAME, R.OP_IDENTIFIER) FROM PLAN.SYSXPLAIN_RESULTSETS R"
                + " LEFT JOIN PLAN.SYSXPLAIN_SCAN_PROPS S ON S.SCAN_RS_ID = R.SCAN_RS_ID"
                + " WHERE R.OP_IDENTIFIER = 'ROWIDSCAN' OR S.SCAN_OBJECT_NAME IS NOT NULL";
        try (Connection connection = DERBY.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            Set<String> scans = new TreeSet<>();
            while (rows.next()) {
                scans.add(rows.getString(1));
            }
            return scans;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(EntityManager em, String sql) {
        try (Statement statement = em.unwrap(Connection.class).createStatement()) {
            statement.execute(sql);
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
        EmbeddedDataSource derby = new EmbeddedDataSource();
        derby.setDatabaseName("memory:cases");
        derby.setCreateDatabase("create");
        MIGRATIONS.forEach(migration -> migrate(derby, migration));
        return derby;
    }

    private static void migrate(EmbeddedDataSource derby, String migration) {
        try (InputStream in = DecisionEntity.class.getResourceAsStream("/db/" + migration);
                Connection connection = derby.getConnection();
                Statement statement = connection.createStatement()) {
            String script = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^\\s*--.*$", "");
            for (String sql : script.split(";")) {
                if (!sql.isBlank()) {
                    statement.executeUpdate(sql);
                }
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
