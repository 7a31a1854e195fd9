// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.Guard;
import org.teate.cases.CaseChild;
import org.teate.cases.Entitlement;
import org.teate.exchange.MigrationLayout;
import org.teate.exchange.MigrationSet;

/**
 * Hands over the children month by month（M07 児童）: what was found about each, and what the Act makes of it up to the month
 * of the business date.
 */
@Component(service = MigrationSet.class)
public final class ChildrenSet extends CaseSet {

    private static final MigrationLayout LAYOUT = MigrationLayout.of(
                    "M07",
                    STAGE,
                    "ledgerNumber childAddresseeNumber childBirthDate relationCode liveTogether custody livelihoodCode"
                            + " birthOrder ageClass countedSibling fromMonth toMonth endReason monthlyAmount facilityId"
                            + " months",
                    "ledgerNumber childAddresseeNumber fromMonth")
            .counting("livelihoodCode")
            .summing("months", "monthlyAmount")
            .toldBy("entitlement.");

    /** About so many rows of this set a ledger has; a page of one that has many more is longer. */
    private static final int ROWS_OF_A_LEDGER = 4;

    private static final String NEXT = "SELECT " + LedgerRows.COLUMNS + " FROM " + IndexHint.byKey("ENTITLEMENT")
            + " WHERE LEDGER_NUMBER > ? AND SUPERSEDED_AT IS NULL ORDER BY LEDGER_NUMBER FETCH FIRST ? ROWS ONLY";

    @Activate
    public ChildrenSet(
            @Reference(target = "(osgi.unit.name=cases)") JpaTemplate jpa,
            @Reference(target = "(osgi.jndi.service.name=teate)") DataSource database,
            @Reference Guard guard) {
        super(LAYOUT, jpa, database, guard);
    }

    @Override
    List<List<String>> read(Connection connection, String owner, int limit, LocalDate businessDate)
            throws SQLException {
        YearMonth today = YearMonth.from(businessDate);
        int ledgers = Math.max(1, limit / ROWS_OF_A_LEDGER);
        List<List<String>> rows = new ArrayList<>(limit);
        String after = owner;
        while (rows.isEmpty()) {
            List<Entitlement> page = Database.list(connection, NEXT, LedgerRows::entitlement, after, ledgers);
            if (page.isEmpty()) {
                return rows;
            }
            Entitlement last = page.get(page.size() - 1);
            Map<String, List<CaseChild>> children =
                    ChildRows.between(connection, page.get(0).ledger(), last.ledger(), KnownAt.NOW);
            for (Entitlement entitlement : page) {
                List<CaseChild> own = children.getOrDefault(entitlement.ledger().value(), List.of());
                new ChildStretches(entitlement, own, today).addTo(rows);
            }
            after = last.ledger().value();
        }
        return rows;
    }
}
