// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.AuditEntry;
import org.teate.access.AuditQuery;
import org.teate.access.AuditTrail;
import org.teate.access.Deed;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.Utc;

/** The audit trail in the database. */
@Component
public final class JdbcAuditTrail implements AuditTrail {

    private static final int MOST = 1_000;
    private static final long FIRST_WINDOW = 10_000;

    private final JpaTemplate jpa;
    private final DataSource dataSource;
    private final Clock clock;
    private final Guard guard;
    private final AuditTable table;

    @Activate
    public JdbcAuditTrail(
            @Reference(target = "(osgi.unit.name=access)") JpaTemplate jpa,
            @Reference(target = "(osgi.jndi.service.name=teate)") DataSource dataSource,
            @Reference Clock clock,
            @Reference Guard guard,
            @Reference AuditTable table) {
        this.jpa = jpa;
        this.dataSource = dataSource;
        this.clock = clock;
        this.guard = guard;
        this.table = table;
    }

    @Override
    public void viewed(Deed deed) {
        table.enterApart(guard.actor(), deed);
    }

    @Override
    public void viewed(List<Deed> deeds) {
        table.enterApart(guard.actor(), deeds);
    }

    @Override
    public void changed(Deed deed) {
        changed(List.of(deed));
    }

    @Override
    public void changed(List<Deed> deeds) {
        table.enter(guard.actor(), deeds);
    }

    @Override
    public List<AuditEntry> search(AuditQuery query) {
        if (query.limit() < 1 || query.limit() > MOST) {
            throw new IllegalArgumentException("The limit is 1 to " + MOST + ": " + query.limit());
        }
        guard.require(Permission.AUDIT_VIEW);
        viewed(new Deed("audit.search", query.login().orElse(""), query.subject(), ""));
        return jpa.txExpr(TransactionType.Required, em -> select(query));
    }

    /**
     * Goes back in time window by window, as Derby cannot read an index backwards and would sort the whole trail. One
     * person's entries are few and have an index.
     */
    private List<AuditEntry> select(AuditQuery query) {
        List<AuditEntry> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            long newest = Math.min(newest(connection), query.before().orElse(Long.MAX_VALUE) - 1);
            long window = query.subject().isPresent() ? newest : FIRST_WINDOW;
            while (newest > 0 && found.size() < query.limit()) {
                found.addAll(window(connection, query, newest - window, newest, query.limit() - found.size()));
                newest -= window;
                window *= 2;
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("The audit trail could not be read", e);
        }
    }

    private static long newest(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT MAX(ENTRY_NUMBER) FROM AUDIT_ENTRY");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<AuditEntry> window(Connection connection, AuditQuery query, long after, long last, int limit)
            throws SQLException {
        StringBuilder sql = new StringBuilder("SELECT ENTRY_NUMBER, RECORDED_AT, LOGIN, TERMINAL, ACTION, OBJECT_KEY,"
                + " ADDRESSEE_NUMBER, REASON, REFUSED FROM AUDIT_ENTRY WHERE ENTRY_NUMBER > ? AND ENTRY_NUMBER <= ?");
        List<Object> values = new ArrayList<>(List.of(after, last));
        query.login().ifPresent(login -> where(sql, values, "LOGIN = ?", login));
        query.subject().ifPresent(subject -> where(sql, values, "ADDRESSEE_NUMBER = ?", subject.value()));
        query.from().ifPresent(day -> where(sql, values, "RECORDED_AT >= ?", startOf(day)));
        query.to().ifPresent(day -> where(sql, values, "RECORDED_AT < ?", startOf(day.plusDays(1))));
        sql.append(" ORDER BY ENTRY_NUMBER DESC FETCH FIRST ").append(limit).append(" ROWS ONLY");
        try (PreparedStatement select = connection.prepareStatement(sql.toString())) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            try (ResultSet rows = select.executeQuery()) {
                return entries(rows);
            }
        }
    }

    private static void where(StringBuilder sql, List<Object> values, String condition, Object value) {
        sql.append(" AND ").append(condition);
        values.add(value);
    }

    private Timestamp startOf(LocalDate day) {
        return Utc.timestamp(day.atStartOfDay(clock.getZone()).toInstant());
    }

    private static List<AuditEntry> entries(ResultSet rows) throws SQLException {
        List<AuditEntry> entries = new ArrayList<>();
        while (rows.next()) {
            Optional<AddresseeNumber> subject =
                    Optional.ofNullable(rows.getString("ADDRESSEE_NUMBER")).map(AddresseeNumber::of);
            Deed deed =
                    new Deed(rows.getString("ACTION"), rows.getString("OBJECT_KEY"), subject, rows.getString("REASON"));
            entries.add(new AuditEntry(
                    rows.getLong("ENTRY_NUMBER"),
                    Utc.instant(rows.getTimestamp("RECORDED_AT")),
                    rows.getString("LOGIN"),
                    rows.getString("TERMINAL"),
                    deed,
                    rows.getBoolean("REFUSED")));
        }
        return entries;
    }
}
