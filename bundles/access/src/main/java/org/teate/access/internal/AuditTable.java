// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.Actor;
import org.teate.access.Deed;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.Utc;

/**
 * Writes to the audit trail; who acted is for the caller to say. By JDBC, as an import brings entries by the thousand.
 *
 * <p>Numbers its entries itself, going on after the greatest one: one server writes to a database. Derby's identity
 * columns refuse an insert that needs new numbers while another statement about the table is compiled.
 */
@Component(service = AuditTable.class)
public final class AuditTable {

    private static final String INSERT = "INSERT INTO AUDIT_ENTRY"
            + " (ENTRY_NUMBER, RECORDED_AT, LOGIN, TERMINAL, ACTION, OBJECT_KEY, ADDRESSEE_NUMBER, REASON, REFUSED)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final int BATCH = 5_000;

    private final JpaTemplate jpa;
    private final DataSource dataSource;
    private final Clock clock;
    private final AtomicLong lastNumber;

    @Activate
    public AuditTable(
            @Reference(target = "(osgi.unit.name=access)") JpaTemplate jpa,
            @Reference(target = "(osgi.jndi.service.name=teate)") DataSource dataSource,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.dataSource = dataSource;
        this.clock = clock;
        this.lastNumber = new AtomicLong(jpa.txExpr(TransactionType.Required, em -> greatestNumber()));
    }

    /** Waits for those who are writing, so that none of theirs is given out again. */
    private long greatestNumber() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLE AUDIT_ENTRY IN SHARE MODE");
            try (ResultSet result = statement.executeQuery("SELECT MAX(ENTRY_NUMBER) FROM AUDIT_ENTRY")) {
                result.next();
                return result.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The audit trail could not be read", e);
        }
    }

    /** Enters what was done, in the caller's transaction if there is one. */
    void enter(Actor actor, List<Deed> deeds) {
        jpa.tx(TransactionType.Required, em -> insert(actor, deeds, false));
    }

    /** Enters what was done in a transaction of its own. */
    void enterApart(Actor actor, Deed deed) {
        enterApart(actor, List.of(deed));
    }

    /** Enters what was done in one transaction of its own. */
    void enterApart(Actor actor, List<Deed> deeds) {
        jpa.tx(TransactionType.RequiresNew, em -> insert(actor, deeds, false));
    }

    /** Enters what was refused, in a transaction of its own. */
    void enterRefused(Actor actor, Deed deed) {
        jpa.tx(TransactionType.RequiresNew, em -> insert(actor, List.of(deed), true));
    }

    private void insert(Actor actor, List<Deed> deeds, boolean refused) {
        Timestamp now = Utc.timestamp(clock.instant());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int first = 0; first < deeds.size(); first += BATCH) {
                for (Deed deed : deeds.subList(first, Math.min(first + BATCH, deeds.size()))) {
                    insert.setLong(1, lastNumber.incrementAndGet());
                    insert.setTimestamp(2, now);
                    insert.setString(3, actor.login());
                    insert.setString(4, actor.terminal());
                    insert.setString(5, deed.action());
                    insert.setString(6, deed.object());
                    insert.setString(
                            7, deed.subject().map(AddresseeNumber::value).orElse(null));
                    insert.setString(8, deed.reason());
                    insert.setBoolean(9, refused);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The audit trail could not be written", e);
        }
    }
}
