// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.aries.jpa.template.JpaTemplate;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.exchange.MigrationLayout;
import org.teate.exchange.MigrationSet;

/** One of the ledger's sets, handed over to the next system. */
abstract class CaseSet implements MigrationSet {

    static final int STAGE = 30;

    private final MigrationLayout layout;
    private final JpaTemplate jpa;
    private final DataSource database;
    private final Guard guard;

    CaseSet(MigrationLayout layout, JpaTemplate jpa, DataSource database, Guard guard) {
        this.layout = layout;
        this.jpa = jpa;
        this.database = database;
        this.guard = guard;
    }

    /** See {@link MigrationSet#after}; an empty owner is before all others. */
    abstract List<List<String>> read(Connection connection, String owner, int limit, LocalDate businessDate)
            throws SQLException;

    @Override
    public final MigrationLayout layout() {
        return layout;
    }

    @Override
    public final List<List<String>> after(Optional<String> owner, int limit, LocalDate businessDate) {
        guard.require(Permission.MIGRATE);
        return jpa.txExpr(em ->
                Database.connected(database, connection -> read(connection, owner.orElse(""), limit, businessDate)));
    }
}
