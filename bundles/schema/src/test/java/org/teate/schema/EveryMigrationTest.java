// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.schema;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.junit.Test;

/** Holds the migrations of all bundles to what Derby and PostgreSQL have in common. */
public class EveryMigrationTest {

    private static final Path BUNDLES = Path.of("..");

    private static final Pattern ALLOWED = Pattern.compile(
            "(?i)^(CREATE TABLE|CREATE (UNIQUE )?INDEX|DROP INDEX|ALTER TABLE|INSERT INTO|UPDATE) .*", Pattern.DOTALL);

    private static final Pattern NOT_COMMON = Pattern.compile(
            "(?i)\\b(CLOB|BLOB|TEXT|BYTEA|SERIAL|BIGSERIAL|SEQUENCE|TINYINT|NUMBER|VARCHAR2|DATETIME|LONG VARCHAR|FLOAT|REAL"
                    + "|DOUBLE|FOR BIT DATA|GENERATED ALWAYS|IF (NOT )?EXISTS)\\b");

    @Test
    public void everyStatementIsOneThatBothDatabasesKnow() {
        List<String> breaches = migrations().stream()
                .flatMap(migration -> migration.statements().stream()
                        .filter(statement -> !ALLOWED.matcher(statement).matches()
                                || NOT_COMMON.matcher(statement).find())
                        .map(statement -> migration.module() + " " + migration.name() + ": " + statement))
                .toList();

        assertEquals(List.of(), breaches);
    }

    @Test
    public void allOfThemApplyToAnEmptyDerby() throws SQLException {
        EmbeddedDataSource database = new EmbeddedDataSource();
        database.setDatabaseName("memory:every");
        database.setCreateDatabase("create");
        List<Migration> migrations = migrations();

        new Migrator(Clock.systemUTC()).migrate(database, migrations);

        assertFalse("no bundle has a migration", migrations.isEmpty());
    }

    private static List<Migration> migrations() {
        try (Stream<Path> files = Files.walk(BUNDLES)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .filter(file -> file.toString().contains("src/main/resources/db"))
                    .sorted()
                    .map(EveryMigrationTest::migration)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Migration migration(Path file) {
        try {
            String module = BUNDLES.relativize(file).getName(0).toString();
            return new Migration(module, file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
