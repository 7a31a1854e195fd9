// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.schema;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TestName;

public class MigratorTest {

    private static final Migration PERSON = new Migration(
            "org.teate.a",
            "V001__person.sql",
            "-- people; with a semicolon\nCREATE TABLE PERSON (ID BIGINT PRIMARY KEY, NAME VARCHAR(20));\n"
                    + "INSERT INTO PERSON VALUES (1, 'a;b');\n");

    @Rule
    public final TestName name = new TestName();

    private final Migrator migrator = new Migrator(Clock.systemUTC());

    @Test
    public void aMigrationIsAppliedOnce() throws SQLException {
        DataSource database = database();

        migrator.migrate(database, List.of(PERSON));
        migrator.migrate(database, List.of(PERSON));

        assertEquals(1, count(database, "PERSON"));
        assertEquals(1, count(database, "SCHEMA_HISTORY"));
    }

    @Test
    public void twoBundlesMayNumberTheirMigrationsAlike() throws SQLException {
        DataSource database = database();

        migrator.migrate(
                database,
                List.of(PERSON, new Migration("org.teate.b", "V001__city.sql", "CREATE TABLE CITY (ID BIGINT);")));

        assertEquals(0, count(database, "CITY"));
        assertEquals(2, count(database, "SCHEMA_HISTORY"));
    }

    @Test
    public void aStepThatFailsLeavesNothingBehind() throws SQLException {
        DataSource database = database();
        Migration broken = new Migration(
                "org.teate.b", "V001__half.sql", "CREATE TABLE HALF (ID BIGINT);\nCREATE TABEL OTHER (ID BIGINT);");

        assertThrows(SQLException.class, () -> migrator.migrate(database, List.of(PERSON, broken)));

        assertEquals("the step before stays", 1, count(database, "PERSON"));
        assertThrows(SQLException.class, () -> count(database, "HALF"));
    }

    @Test
    public void aMigrationThatWasChangedAfterwardsIsRefused() throws SQLException {
        DataSource database = database();
        migrator.migrate(database, List.of(PERSON));
        Migration changed = new Migration(PERSON.module(), PERSON.name(), PERSON.sql() + "-- later\n");

        SQLException e = assertThrows(SQLException.class, () -> migrator.migrate(database, List.of(changed)));

        assertTrue(e.getMessage(), e.getMessage().contains("V001__person.sql"));
    }

    @Test
    public void ofServersThatStartTogetherOneMigrates() throws Exception {
        DataSource database = database();
        ExecutorService servers = Executors.newFixedThreadPool(4);
        List<Callable<Void>> starts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            starts.add(() -> {
                new Migrator(Clock.systemUTC()).migrate(database, List.of(PERSON));
                return null;
            });
        }

        for (Future<Void> start : servers.invokeAll(starts)) {
            start.get();
        }
        servers.shutdown();

        assertEquals(1, count(database, "PERSON"));
    }

    @Test
    public void aFileWithAnotherKindOfNameIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Migration("org.teate.a", "1.sql", ""));
    }

    private DataSource database() {
        EmbeddedDataSource database = new EmbeddedDataSource();
        database.setDatabaseName("memory:" + name.getMethodName());
        database.setCreateDatabase("create");
        return database;
    }

    private static int count(DataSource database, String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
