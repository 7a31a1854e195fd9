// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.AuditTrail;
import org.teate.access.Deed;
import org.teate.access.Guard;
import org.teate.access.Permission;

/** What every import into the ledger does alike: asks the guard, works on the database, writes the trail. */
@Component(service = LedgerDesk.class)
public final class LedgerDesk {

    private final DataSource database;
    private final Guard guard;
    private final AuditTrail trail;
    private final Clock clock;

    @Activate
    public LedgerDesk(
            @Reference(target = "(osgi.jndi.service.name=teate)") DataSource database,
            @Reference Guard guard,
            @Reference AuditTrail trail,
            @Reference Clock clock) {
        this.database = database;
        this.guard = guard;
        this.trail = trail;
        this.clock = clock;
    }

    /** The connection of the caller's transaction, for those who may import; the caller closes it. */
    Connection connect() throws SQLException {
        guard.require(Permission.EXCHANGE_IMPORT);
        return database.getConnection();
    }

    /** Writes down that so many records of a chunk have changed the ledger. */
    void taken(String interfaceId, long firstLine, long applied) {
        trail.changed(Deed.of("case.import", interfaceId + " line " + firstLine, "台帳の取込 " + applied + "件"));
    }

    Instant now() {
        return clock.instant();
    }
}
