// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.AuditTrail;
import org.teate.access.Deed;
import org.teate.access.Guard;
import org.teate.exchange.MigrationLayout;
import org.teate.exchange.MigrationSet;
import org.teate.kernel.AddresseeNumber;

/**
 * Hands over the Individual Numbers of the people whom the ledger names（M02 個人番号）. Every number that is read is recorded
 * with its person.
 */
@Component(service = MigrationSet.class)
public final class NumbersSet extends PersonSet {

    private static final MigrationLayout LAYOUT = MigrationLayout.of(
                    "M02", Stage.PERSONS, "addresseeNumber individualNumber validFrom", "addresseeNumber")
            .inConfidence();

    private final NumberTable table;
    private final AuditTrail trail;

    @Activate
    public NumbersSet(
            @Reference Transactions transactions,
            @Reference Guard guard,
            @Reference AuditTrail trail,
            @Reference NumberVault vault) {
        super(LAYOUT, transactions, guard);
        this.table = new NumberTable(vault);
        this.trail = trail;
    }

    @Override
    List<List<String>> read(Connection database, String owner, int limit) throws SQLException {
        table.unlock(database);
        List<List<String>> rows = new ArrayList<>(limit);
        List<Deed> deeds = new ArrayList<>(limit);
        table.ofLedger(database, owner, limit, (entry, number) -> {
            rows.add(List.of(entry.person(), number.digits(), text(entry.from())));
            deeds.add(Deed.about(AddresseeNumber.of(entry.person()), "number.hand-over", LAYOUT.id(), ""));
        });
        trail.changed(deeds);
        return rows;
    }
}
