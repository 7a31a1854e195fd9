// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.AuditTrail;
import org.teate.access.Deed;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.cases.CaseChild;
import org.teate.cases.CaseFacts;
import org.teate.cases.Caseload;
import org.teate.cases.EmploymentClass;
import org.teate.cases.Entitlement;
import org.teate.kernel.LedgerNumber;

/** The caseload, read by scans in the order of the ledger numbers that are joined in memory. */
@Component
public final class JdbcCaseload implements Caseload {

    private static final int LARGEST = 20_000;
    private static final String NEXT = "SELECT " + LedgerRows.COLUMNS + " FROM " + IndexHint.forRuns("ENTITLEMENT")
            + " WHERE LEDGER_NUMBER > ? AND SUPERSEDED_AT IS NULL ORDER BY LEDGER_NUMBER FETCH FIRST ? ROWS ONLY";

    private final JpaTemplate jpa;
    private final DataSource database;
    private final Guard guard;
    private final AuditTrail audit;

    @Activate
    public JdbcCaseload(
            @Reference(target = "(osgi.unit.name=cases)") JpaTemplate jpa,
            @Reference(target = "(osgi.jndi.service.name=teate)") DataSource database,
            @Reference Guard guard,
            @Reference AuditTrail audit) {
        this.jpa = jpa;
        this.database = database;
        this.guard = guard;
        this.audit = audit;
    }

    @Override
    public List<CaseFacts> after(Optional<LedgerNumber> key, int limit) {
        guard.require(Permission.CASE_VIEW);
        if (limit < 1 || limit > LARGEST) {
            throw new IllegalArgumentException("A page of " + limit + " cases is out of range");
        }
        String after = key.map(LedgerNumber::value).orElse("");
        List<CaseFacts> page =
                jpa.txExpr(em -> Database.connected(database, connection -> read(connection, after, limit)));
        if (!page.isEmpty()) {
            audit.viewed(Deed.of("caseload.read", numberOf(page, 0) + "-" + numberOf(page, page.size() - 1), ""));
        }
        return page;
    }

    private static List<CaseFacts> read(Connection connection, String after, int limit) throws SQLException {
        List<Entitlement> entitlements = Database.list(connection, NEXT, LedgerRows::entitlement, after, limit);
        if (entitlements.isEmpty()) {
            return List.of();
        }
        LedgerNumber first = entitlements.get(0).ledger();
        LedgerNumber last = entitlements.get(entitlements.size() - 1).ledger();
        Map<String, List<CaseChild>> children = ChildRows.between(connection, first, last, KnownAt.NOW);
        Map<String, EmploymentClass> employments = LedgerRows.employments(connection, first, last);
        List<CaseFacts> page = new ArrayList<>(entitlements.size());
        for (Entitlement entitlement : entitlements) {
            String ledger = entitlement.ledger().value();
            page.add(new CaseFacts(
                    entitlement,
                    employments.getOrDefault(ledger, EmploymentClass.UNKNOWN),
                    RuleFacts.of(entitlement, children.getOrDefault(ledger, List.of()))));
        }
        return page;
    }

    private static LedgerNumber numberOf(List<CaseFacts> page, int index) {
        return page.get(index).entitlement().ledger();
    }
}
