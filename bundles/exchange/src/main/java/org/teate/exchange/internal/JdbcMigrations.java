// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.Approvals;
import org.teate.access.AuditTrail;
import org.teate.access.Deed;
import org.teate.access.Draft;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.access.Verdict;
import org.teate.exchange.Migration;
import org.teate.exchange.Migration.State;
import org.teate.exchange.MigrationOutcome;
import org.teate.exchange.MigrationReport;
import org.teate.exchange.Migrations;

/** Migrations whose progress is kept in SQL. One that stands as running while this server is not at it was cut off. */
@Component(service = Migrations.class)
public final class JdbcMigrations implements Migrations {

    private static final int LONGEST_REASON = 300;

    private final MigrationFindings findings = new MigrationFindings();
    private final Transactions transactions;
    private final MigrationRegister register;
    private final MigrationChecks checks;
    private final MigrationRuns runs;
    private final Guard guard;
    private final Approvals approvals;
    private final AuditTrail audit;

    @Activate
    public JdbcMigrations(
            @Reference Transactions transactions,
            @Reference MigrationRegister register,
            @Reference MigrationChecks checks,
            @Reference MigrationRuns runs,
            @Reference Guard guard,
            @Reference Approvals approvals,
            @Reference AuditTrail audit) {
        this.transactions = transactions;
        this.register = register;
        this.checks = checks;
        this.runs = runs;
        this.guard = guard;
        this.approvals = approvals;
        this.audit = audit;
    }

    @Override
    public synchronized MigrationOutcome rehearse(String connector) {
        guard.require(Permission.MIGRATE);
        Optional<MigrationOutcome> obstacle = busy().or(() -> checks.ofHandover(connector));
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        String system = runs.systemOf(connector);
        return handOver(transactions.required(database -> {
            String number = register.nextNumber(database);
            register.enterRehearsal(database, number, connector, system);
            audit.changed(Deed.of("migration.rehearse", number, connector));
            return number;
        }));
    }

    @Override
    public synchronized MigrationOutcome cutOver(String connector) {
        guard.require(Permission.MIGRATE);
        Optional<MigrationOutcome> obstacle = drafted().or(() -> checks.ofCutOver(connector));
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        String system = runs.systemOf(connector);
        return done(transactions.required(database -> {
            String number = register.nextNumber(database);
            long draft = approvals.draft(new Draft(
                    "migration.cut-over",
                    number,
                    "本番移行 " + number + "（" + connector + "）",
                    Permission.MIGRATE,
                    Permission.MIGRATE));
            register.enterCutOver(database, number, connector, system, draft);
            audit.changed(Deed.of("migration.draft", number, connector));
            return number;
        }));
    }

    @Override
    public synchronized MigrationOutcome approve(String number) {
        guard.require(Permission.MIGRATE);
        Migration migration = existing(number);
        if (migration.state() != State.DRAFTED) {
            return new MigrationOutcome.NotNow(migration);
        }
        Optional<MigrationOutcome> obstacle = busy().or(() -> checks.ofCutOver(migration.connector()));
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        boolean approved = transactions.required(database -> {
            MigrationTable.Stored stored = register.stored(database, number);
            if (!(approvals.approve(stored.draft().orElseThrow()) instanceof Verdict.Decided)) {
                return false;
            }
            register.begin(database, stored);
            audit.changed(Deed.of("migration.approve", number, migration.connector()));
            return true;
        });
        return approved ? handOver(number) : new MigrationOutcome.OwnDraft();
    }

    @Override
    public synchronized MigrationOutcome sendBack(String number, String reason) {
        guard.require(Permission.MIGRATE);
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("A reason of 1 to " + LONGEST_REASON + " characters is needed");
        }
        Migration migration = existing(number);
        if (migration.state() != State.DRAFTED) {
            return new MigrationOutcome.NotNow(migration);
        }
        boolean sentBack = transactions.required(database -> {
            long draft = register.stored(database, number).draft().orElseThrow();
            if (!(approvals.sendBack(draft, reason) instanceof Verdict.Decided)) {
                return false;
            }
            register.move(database, number, State.SENT_BACK, reason);
            audit.changed(Deed.of("migration.send-back", number, reason));
            return true;
        });
        return sentBack ? done(number) : new MigrationOutcome.OwnDraft();
    }

    @Override
    public synchronized MigrationOutcome resume(String number) {
        guard.require(Permission.MIGRATE);
        Migration migration = existing(number);
        if (migration.state() != State.INTERRUPTED && migration.state() != State.DIFFERENT) {
            return new MigrationOutcome.NotNow(migration);
        }
        Optional<MigrationOutcome> obstacle = busy().or(() -> checks.ofHandover(migration.connector()));
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        return handOver(transactions.required(database -> {
            register.move(database, number, State.RUNNING, "");
            audit.changed(Deed.of("migration.resume", number, migration.connector()));
            return number;
        }));
    }

    @Override
    public boolean interrupt() {
        guard.require(Permission.MIGRATE);
        boolean busy = runs.stop();
        if (busy) {
            record(Deed.of("migration.interrupt", "", ""));
        }
        return busy;
    }

    @Override
    public synchronized MigrationOutcome reconcile(String number) {
        guard.require(Permission.MIGRATE);
        Migration migration = existing(number);
        if (migration.state() != State.ACCEPTED && migration.state() != State.DIFFERENT) {
            return new MigrationOutcome.NotNow(migration);
        }
        Optional<MigrationOutcome> obstacle = busy().or(checks::ofComparison);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        record(Deed.of("migration.reconcile", number, migration.connector()));
        runs.compare(number);
        return done(number);
    }

    @Override
    public List<Migration> list() {
        guard.require(Permission.MIGRATE);
        return transactions.required(register::all);
    }

    @Override
    public Optional<Migration> find(String number) {
        guard.require(Permission.MIGRATE);
        return transactions.required(database -> register.find(database, number));
    }

    @Override
    public MigrationReport report(String number) {
        guard.require(Permission.MIGRATE);
        Migration migration = existing(number);
        return transactions.required(database -> {
            audit.changed(Deed.of("migration.report", number, ""));
            return new MigrationReport(
                    migration,
                    findings.refused(database, number),
                    findings.comparisons(database, number),
                    findings.differences(database, number),
                    findings.balances(database, number),
                    findings.spellings(database, number),
                    register.stored(database, number).reconciledAt());
        });
    }

    private Optional<MigrationOutcome> busy() {
        return list().stream()
                .filter(other -> runs.isAt(other.number()))
                .findFirst()
                .map(MigrationOutcome.Busy::new);
    }

    private Optional<MigrationOutcome> drafted() {
        return list().stream()
                .filter(other -> other.state() == State.DRAFTED)
                .findFirst()
                .map(MigrationOutcome.Busy::new);
    }

    private MigrationOutcome handOver(String number) {
        runs.handOver(number);
        return done(number);
    }

    private MigrationOutcome done(String number) {
        return new MigrationOutcome.Done(existing(number));
    }

    private Migration existing(String number) {
        return transactions
                .required(database -> register.find(database, number))
                .orElseThrow(() -> new IllegalArgumentException("There is no migration " + number));
    }

    private void record(Deed deed) {
        transactions.required(database -> {
            audit.changed(deed);
            return deed;
        });
    }
}
