// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.ops4j.pax.jdbc.hook.PreHook;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Brings the tables of every installed Teate bundle up to date before the DataSource appears.
 *
 * <p>The configuration of the DataSource names it as {@code ops4j.preHook}. A bundle with new migrations that is
 * installed later gets its tables at the next start.
 */
@Component(property = "name=teate-schema")
public final class BundledSchema implements PreHook {

    private static final String OURS = "org.teate.";

    private final BundleContext context;

    @Activate
    public BundledSchema(BundleContext context) {
        this.context = context;
    }

    /** Synchronized because Pax JDBC prepares several DataSources at once. */
    @Override
    public synchronized void prepare(DataSource database) throws SQLException {
        List<Migration> migrations = Arrays.stream(context.getBundles())
                .filter(bundle -> String.valueOf(bundle.getSymbolicName()).startsWith(OURS))
                .flatMap(BundledSchema::migrationsOf)
                .toList();
        new Migrator(Clock.systemUTC()).migrate(database, migrations);
    }

    private static Stream<Migration> migrationsOf(Bundle bundle) {
        Enumeration<String> paths = bundle.getEntryPaths("db");
        return paths == null
                ? Stream.empty()
                : Collections.list(paths).stream()
                        .filter(path -> path.endsWith(".sql"))
                        .map(path -> migration(bundle, path));
    }

    private static Migration migration(Bundle bundle, String path) {
        URL entry = bundle.getEntry(path);
        try (InputStream in = entry.openStream()) {
            String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Migration(bundle.getSymbolicName(), path.substring(path.lastIndexOf('/') + 1), sql);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path + " of " + bundle.getSymbolicName(), e);
        }
    }
}
