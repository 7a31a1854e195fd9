// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.AuditTrail;
import org.teate.access.Deed;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.cases.CaseRegister;
import org.teate.cases.Entitlement;
import org.teate.cases.LedgerComparison;
import org.teate.cases.LedgerComparison.Standing;
import org.teate.cases.Reconciliation;
import org.teate.exchange.Outbox;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;
import org.teate.ports.welfare.LedgerEntry;
import org.teate.ports.welfare.WelfareLedger;

/** Compares over the line to the welfare system, and shows what its nightly ledger differed in. */
@Component
public final class LineReconciliation implements Reconciliation {

    private static final int LARGEST = 100;

    private final JpaTemplate jpa;
    private final DataSource database;
    private final WelfareLedger welfare;
    private final CaseRegister cases;
    private final Outbox outbox;
    private final Guard guard;
    private final AuditTrail audit;
    private final Clock clock;

    @Activate
    public LineReconciliation(
            @Reference(target = "(osgi.unit.name=cases)") JpaTemplate jpa,
            @Reference(target = "(osgi.jndi.service.name=teate)") DataSource database,
            @Reference WelfareLedger welfare,
            @Reference CaseRegister cases,
            @Reference Outbox outbox,
            @Reference Guard guard,
            @Reference AuditTrail audit,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.database = database;
        this.welfare = welfare;
        this.cases = cases;
        this.outbox = outbox;
        this.guard = guard;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<LedgerComparison> ask(AddresseeNumber recipient) {
        guard.require(Permission.CASE_VIEW);
        audit.viewed(Deed.about(recipient, "welfare.ask", recipient.value(), ""));
        List<LedgerEntry> theirs = welfare.ledgersOf(recipient);
        List<Entitlement> held = cases.ofRecipient(recipient);
        Set<String> ledgers = Stream.concat(
                        theirs.stream().map(LedgerEntry::ledger), held.stream().map(Entitlement::ledger))
                .map(LedgerNumber::value)
                .collect(Collectors.toSet());
        Map<LedgerNumber, LedgerCheck.Ours> ours = read(connection -> OurLedgers.of(connection, ledgers));
        return compared(recipient, theirs, held, ours);
    }

    private List<LedgerComparison> compared(
            AddresseeNumber recipient,
            List<LedgerEntry> theirs,
            List<Entitlement> held,
            Map<LedgerNumber, LedgerCheck.Ours> ours) {
        LedgerCheck check =
                new LedgerCheck(YearMonth.now(clock), decision -> outbox.wasUntold(decision, clock.instant()));
        List<LedgerComparison> comparisons = new ArrayList<>();
        for (LedgerEntry entry : theirs) {
            comparisons.add(
                    ours.containsKey(entry.ledger())
                            ? check.compare(ours.get(entry.ledger()), entry)
                            : new LedgerComparison(entry.ledger(), recipient, Standing.ONLY_THERE, List.of()));
        }
        Set<LedgerNumber> named = theirs.stream().map(LedgerEntry::ledger).collect(Collectors.toSet());
        held.stream()
                .map(Entitlement::ledger)
                .filter(ledger -> !named.contains(ledger))
                .map(ledger -> new LedgerComparison(ledger, recipient, Standing.ONLY_HERE, List.of()))
                .forEach(comparisons::add);
        comparisons.sort(Comparator.comparing(LedgerComparison::ledger).reversed());
        return comparisons;
    }

    @Override
    public List<LedgerComparison> differences(Optional<LedgerNumber> after, int limit) {
        guard.require(Permission.CASE_VIEW);
        if (limit < 1 || limit > LARGEST) {
            throw new IllegalArgumentException("A page of " + limit + " rows is out of range");
        }
        String key = after.map(LedgerNumber::value).orElse("");
        List<LedgerComparison> page = read(connection -> ComparisonTable.differing(connection, key, limit));
        audit.viewed(page.stream()
                .map(each ->
                        Deed.about(each.recipient(), "case.list", each.ledger().value(), ""))
                .toList());
        return page;
    }

    @Override
    public Map<Standing, Long> counts() {
        guard.actor();
        Map<Standing, Long> counts = new EnumMap<>(Standing.class);
        read(connection -> Database.list(
                connection,
                "SELECT STANDING, COUNT(*) FROM WELFARE_COMPARISON GROUP BY STANDING",
                row -> counts.put(LedgerRows.code(Standing.class, row.getString(1)), row.getLong(2))));
        return counts;
    }

    private <T> T read(Database.Work<T> work) {
        return jpa.txExpr(em -> Database.connected(database, work));
    }
}
