// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.teate.access.Actor;
import org.teate.access.AuditEntry;
import org.teate.access.AuditQuery;
import org.teate.access.AuditTrail;
import org.teate.access.Deed;
import org.teate.access.Forbidden;
import org.teate.access.Guard;
import org.teate.access.OpenItem;
import org.teate.access.Permission;
import org.teate.access.SystemAccount;
import org.teate.access.WorkItem;
import org.teate.access.Worklist;

/** A database in memory with this bundle's tables, and everybody else of whom the bundle asks something. */
final class Office implements Transactions, Guard, AuditTrail, Worklist {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), ZoneId.of("Asia/Tokyo"));

    final List<Deed> views = new ArrayList<>();
    final List<Deed> changes = new ArrayList<>();
    final List<WorkItem> items = new ArrayList<>();

    static {
        System.setProperty("derby.stream.error.file", "target/derby.log");
    }

    private final String url = "jdbc:derby:memory:" + UUID.randomUUID();
    private final Set<Permission> permissions = EnumSet.of(Permission.PERSON_VIEW, Permission.EXCHANGE_IMPORT);
    private boolean plans;

    Office() {
        try (Connection database = DriverManager.getConnection(url + ";create=true")) {
            migrate(database, "V001__addressing.sql");
            migrate(database, "V002__register_mismatch.sql");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void migrate(Connection database, String file) throws SQLException {
        try (Statement statement = database.createStatement();
                InputStream sql = Office.class.getResourceAsStream("/db/" + file)) {
            String text = new String(sql.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^\\s*--.*$", "");
            for (String one : text.split(";\\s*\\n")) {
                if (!one.isBlank()) {
                    statement.execute(one.strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ImportDesk desk() {
        return new ImportDesk(this, this, this, this, CLOCK);
    }

    TableRegisterComparison comparison() {
        return new TableRegisterComparison(this, this, this, this, CLOCK);
    }

    FullRegister fullRegister() {
        return new FullRegister(desk(), comparison());
    }

    Office granting(Permission... granted) {
        permissions.addAll(List.of(granted));
        return this;
    }

    Office denying(Permission denied) {
        permissions.remove(denied);
        return this;
    }

    /** Has Derby note how it reads from here on, in its tables {@code PLAN.SYSXPLAIN_…}. */
    Office notingPlans() {
        plans = true;
        return this;
    }

    private static void call(Connection database, String procedure) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(procedure);
        }
    }

    /** The first column of the first row, as text. */
    String ask(String sql) {
        return required(database -> {
            try (Statement statement = database.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                return rows.next() ? String.valueOf(rows.getObject(1)) : "nothing";
            }
        });
    }

    @Override
    public <T> T required(Work<T> work) {
        try (Connection database = DriverManager.getConnection(url)) {
            if (plans) {
                call(database, "CALL SYSCS_UTIL.SYSCS_SET_RUNTIMESTATISTICS(1)");
                call(database, "CALL SYSCS_UTIL.SYSCS_SET_XPLAIN_SCHEMA('PLAN')");
            }
            database.setAutoCommit(false);
            T result = work.on(database);
            database.commit();
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Actor actor() {
        return new Actor("suzuki", "鈴木", permissions, "test");
    }

    @Override
    public Actor require(Permission permission) {
        if (!permits(permission)) {
            throw new Forbidden(permission.label());
        }
        return actor();
    }

    @Override
    public boolean permits(Permission permission) {
        return permissions.contains(permission);
    }

    @Override
    public <T> T actingAs(SystemAccount account, Supplier<T> work) {
        return work.get();
    }

    @Override
    public Runnable carrying(Runnable work) {
        return work;
    }

    @Override
    public void viewed(Deed deed) {
        views.add(deed);
    }

    @Override
    public void viewed(List<Deed> many) {
        many.forEach(this::viewed);
    }

    @Override
    public void changed(Deed deed) {
        changes.add(deed);
    }

    @Override
    public void changed(List<Deed> deeds) {
        changes.addAll(deeds);
    }

    @Override
    public List<AuditEntry> search(AuditQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void add(List<WorkItem> added) {
        items.addAll(added);
    }

    @Override
    public List<OpenItem> open(Optional<String> kind, long after, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Long> counts() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean close(long number, String note) {
        throw new UnsupportedOperationException();
    }
}
