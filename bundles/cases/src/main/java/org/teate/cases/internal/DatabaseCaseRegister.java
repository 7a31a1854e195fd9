// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.teate.cases.CaseChild;
import org.teate.cases.CaseFile;
import org.teate.cases.CaseQuery;
import org.teate.cases.CaseRegister;
import org.teate.cases.CaseStatus;
import org.teate.cases.Decision;
import org.teate.cases.Entitlement;
import org.teate.cases.Spouse;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;

/** The register of recipients, kept in the database. */
@Component
public final class DatabaseCaseRegister implements CaseRegister {

    private static final String CURRENT = "SUPERSEDED_AT IS NULL";
    private static final KeyQuery OF_LEDGERS = new KeyQuery("SELECT " + LedgerRows.COLUMNS + " FROM "
            + IndexHint.byKey("ENTITLEMENT") + " WHERE LEDGER_NUMBER %s AND " + CURRENT);

    private final JpaTemplate jpa;
    private final DataSource database;
    private final Guard guard;
    private final AuditTrail audit;

    @Activate
    public DatabaseCaseRegister(
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
    public Optional<CaseFile> find(LedgerNumber ledger) {
        guard.require(Permission.CASE_VIEW);
        return viewed(ledger, "", file(ledger, KnownAt.NOW));
    }

    @Override
    public Optional<CaseFile> findAsKnownAt(LedgerNumber ledger, Instant at) {
        guard.require(Permission.CASE_VIEW);
        return viewed(ledger, "as known at " + at, file(ledger, KnownAt.at(at)));
    }

    @Override
    public List<Entitlement> ofRecipient(AddresseeNumber recipient) {
        guard.require(Permission.CASE_VIEW);
        audit.viewed(Deed.about(recipient, "case.list", recipient.value(), ""));
        String sql = "SELECT LEDGER_NUMBER FROM " + IndexHint.by("ADDRESSEE", "ENTITLEMENT")
                + " WHERE ADDRESSEE_NUMBER = ? AND " + CURRENT;
        return ofLedgers(sql, recipient);
    }

    @Override
    public List<Entitlement> ofChild(AddresseeNumber child) {
        guard.require(Permission.CASE_VIEW);
        audit.viewed(Deed.about(child, "case.list", child.value(), ""));
        String sql = "SELECT LEDGER_NUMBER FROM " + IndexHint.by("CHILD", "CHILD_FACT")
                + " WHERE CHILD_ADDRESSEE_NUMBER = ? AND " + CURRENT;
        return ofLedgers(sql, child);
    }

    @Override
    public List<Entitlement> list(CaseQuery query) {
        guard.require(Permission.CASE_VIEW);
        List<Entitlement> page = read(connection -> list(connection, query));
        if (!page.isEmpty()) {
            audit.viewed(page.stream()
                    .map(entitlement -> Deed.about(
                            entitlement.recipient(),
                            "case.list",
                            entitlement.ledger().value(),
                            ""))
                    .toList());
        }
        return page;
    }

    @Override
    public Map<LedgerNumber, AddresseeNumber> recipients(Collection<LedgerNumber> ledgers) {
        guard.actor();
        Map<LedgerNumber, AddresseeNumber> recipients = new HashMap<>();
        return read(connection -> {
            List<String> keys =
                    ledgers.stream().map(LedgerNumber::value).distinct().toList();
            OF_LEDGERS.forEach(connection, keys, row -> {
                Entitlement entitlement = LedgerRows.entitlement(row);
                recipients.put(entitlement.ledger(), entitlement.recipient());
            });
            return recipients;
        });
    }

    @Override
    public Map<CaseStatus, Long> counts() {
        guard.actor();
        Map<CaseStatus, Long> counts = new EnumMap<>(CaseStatus.class);
        for (CaseStatus status : CaseStatus.values()) {
            counts.put(status, 0L);
        }
        String sql = "SELECT STATUS, COUNT(*) FROM ENTITLEMENT WHERE " + CURRENT + " GROUP BY STATUS";
        read(connection -> Database.list(
                connection,
                sql,
                row -> counts.put(LedgerRows.code(CaseStatus.class, row.getString(1)), row.getLong(2))));
        return counts;
    }

    /** The entitlements of the ledgers that {@code sql} gives for a person, the latest first. */
    private List<Entitlement> ofLedgers(String sql, AddresseeNumber person) {
        return read(connection -> {
            List<String> ledgers = Database.list(connection, sql, row -> row.getString(1), person.value());
            List<Entitlement> entitlements = new ArrayList<>();
            OF_LEDGERS.forEach(connection, ledgers, row -> entitlements.add(LedgerRows.entitlement(row)));
            entitlements.sort(Comparator.comparing(Entitlement::ledger).reversed());
            return entitlements;
        });
    }

    private Optional<CaseFile> viewed(LedgerNumber ledger, String reason, Optional<CaseFile> file) {
        List<Deed> deeds = file.stream()
                .flatMap(DatabaseCaseRegister::people)
                .distinct()
                .map(person -> Deed.about(person, "case.view", ledger.value(), reason))
                .toList();
        audit.viewed(deeds.isEmpty() ? List.of(Deed.of("case.view", ledger.value(), reason)) : deeds);
        return file;
    }

    /** Everybody of whom the file says something, the recipient first. */
    private static Stream<AddresseeNumber> people(CaseFile file) {
        return Stream.of(
                        Stream.of(file.entitlement().recipient()),
                        file.spouse().flatMap(Spouse::number).stream(),
                        file.children().stream().map(CaseChild::number))
                .flatMap(each -> each);
    }

    private <T> T read(Database.Work<T> work) {
        return jpa.txExpr(em -> Database.connected(database, work));
    }

    private Optional<CaseFile> file(LedgerNumber ledger, KnownAt known) {
        return jpa.txExpr(em -> {
            List<Decision> decisions = DecisionEntity.of(em, ledger, known);
            return Database.connected(database, connection -> file(connection, ledger, known, decisions));
        });
    }

    private static Optional<CaseFile> file(
            Connection connection, LedgerNumber ledger, KnownAt known, List<Decision> decisions) throws SQLException {
        List<LedgerRows.Page> pages = LedgerRows.pages(connection, ledger, known);
        if (pages.isEmpty()) {
            return Optional.empty();
        }
        LedgerRows.Page page = pages.get(0);
        List<CaseChild> children =
                ChildRows.between(connection, ledger, ledger, known).getOrDefault(ledger.value(), List.of());
        return Optional.of(new CaseFile(
                page.entitlement(),
                page.claim(),
                LedgerRows.spouse(connection, ledger, known),
                LedgerRows.insurance(connection, ledger, known),
                page.markers(),
                children,
                LedgerRows.incomes(connection, ledger, known),
                LedgerRows.reports(connection, ledger, known),
                decisions,
                RuleFacts.of(page.entitlement(), children)));
    }

    private static List<Entitlement> list(Connection connection, CaseQuery query) throws SQLException {
        String from = query.certificateNumber().isPresent()
                ? IndexHint.by("CERTIFICATE", "ENTITLEMENT")
                : IndexHint.byKey("ENTITLEMENT");
        StringBuilder sql = new StringBuilder("SELECT " + LedgerRows.COLUMNS + " FROM " + from + " WHERE " + CURRENT);
        List<Object> parameters = new ArrayList<>();
        query.certificateNumber().ifPresent(number -> restrict(sql, parameters, "CERTIFICATE_NUMBER = ?", number));
        query.status().ifPresent(status -> restrict(sql, parameters, "STATUS = ?", status.code()));
        query.hold().ifPresent(hold -> restrict(sql, parameters, "HOLD_CODE = ?", hold.code()));
        query.after().ifPresent(after -> restrict(sql, parameters, "LEDGER_NUMBER > ?", after.value()));
        parameters.add(query.limit());
        sql.append(" ORDER BY LEDGER_NUMBER FETCH FIRST ? ROWS ONLY");
        return Database.list(connection, sql.toString(), LedgerRows::entitlement, parameters.toArray());
    }

    private static void restrict(StringBuilder sql, List<Object> parameters, String condition, Object value) {
        sql.append(" AND ").append(condition);
        parameters.add(value);
    }
}
