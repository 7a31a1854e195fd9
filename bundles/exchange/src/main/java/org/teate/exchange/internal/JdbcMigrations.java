// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
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
import org.teate.access.Worklist;
import org.teate.exchange.Migration;
import org.teate.exchange.Migration.Kind;
import org.teate.exchange.Migration.State;
import org.teate.exchange.MigrationFlaw;
import org.teate.exchange.MigrationOutcome;
import org.teate.exchange.MigrationReport;
import org.teate.exchange.Migrations;
import org.teate.ports.OutOfService;
import org.teate.ports.migration.SetReceiver;

/** Migrations whose progress is kept in SQL. One that stands as running while this server is not at it was cut off. */
@Component(service = Migrations.class)
public final class JdbcMigrations implements Migrations {

    private static final int LONGEST_REASON = 300;

    private final MigrationTable table = new MigrationTable();
    private final MigrationSetTable setTable = new MigrationSetTable();
    private final MigrationFindings findings = new MigrationFindings();
    private final Transactions transactions;
    private final MigrationRuns runs;
    private final MigrationSets sets;
    private final JdbcOutbox outbox;
    private final Predicate<ConnectorName> inUse;
    private final Guard guard;
    private final Approvals approvals;
    private final Worklist worklist;
    private final AuditTrail audit;
    private final Clock clock;

    @Activate
    public JdbcMigrations(
            @Reference Transactions transactions,
            @Reference MigrationRuns runs,
            @Reference MigrationSets sets,
            @Reference JdbcOutbox outbox,
            @Reference Switchboard switchboard,
            @Reference Guard guard,
            @Reference Approvals approvals,
            @Reference Worklist worklist,
            @Reference AuditTrail audit,
            @Reference Clock clock) {
        this(transactions, runs, sets, outbox, switchboard::isInUse, guard, approvals, worklist, audit, clock);
    }

    /** @param inUse whether a connector is in use, so that its system is told of every decision as it is made */
    JdbcMigrations(
            Transactions transactions,
            MigrationRuns runs,
            MigrationSets sets,
            JdbcOutbox outbox,
            Predicate<ConnectorName> inUse,
            Guard guard,
            Approvals approvals,
            Worklist worklist,
            AuditTrail audit,
            Clock clock) {
        this.transactions = transactions;
        this.runs = runs;
        this.sets = sets;
        this.outbox = outbox;
        this.inUse = inUse;
        this.guard = guard;
        this.approvals = approvals;
        this.worklist = worklist;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public synchronized MigrationOutcome rehearse(String connector) {
        guard.require(Permission.MIGRATE);
        Optional<MigrationOutcome> obstacle = busy().or(() -> obstacle(connector));
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        String system = systemOf(connector);
        String number = transactions.required(database -> {
            String next = nextNumber(database);
            enter(database, next, connector, system, Kind.REHEARSAL, OptionalLong.empty());
            audit.changed(Deed.of("migration.rehearse", next, connector));
            return next;
        });
        return handOver(number);
    }

    @Override
    public synchronized MigrationOutcome cutOver(String connector) {
        guard.require(Permission.MIGRATE);
        Optional<MigrationOutcome> obstacle =
                drafted().or(() -> told(connector)).or(() -> obstacle(connector));
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        String system = systemOf(connector);
        return done(transactions.required(database -> {
            String number = nextNumber(database);
            long draft = approvals.draft(new Draft(
                    "migration.cut-over",
                    number,
                    "本番移行 " + number + "（" + connector + "）",
                    Permission.MIGRATE,
                    Permission.MIGRATE));
            enter(database, number, connector, system, Kind.CUT_OVER, OptionalLong.of(draft));
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
        Optional<MigrationOutcome> obstacle =
                busy().or(() -> told(migration.connector())).or(() -> obstacle(migration.connector()));
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        boolean approved = transactions.required(database -> {
            MigrationTable.Stored stored = table.find(database, number).orElseThrow();
            if (!(approvals.approve(stored.draft().orElseThrow()) instanceof Verdict.Decided)) {
                return false;
            }
            long mark = outbox.greatestNumber(stored.system());
            outbox.markHandedOver(stored.system(), migration.connector(), mark);
            table.begin(database, number, LocalDate.now(clock), mark, clock.instant());
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
        transactions.required(database -> {
            MigrationTable.Stored stored = table.find(database, number).orElseThrow();
            Verdict verdict = approvals.sendBack(stored.draft().orElseThrow(), reason);
            table.move(database, number, State.SENT_BACK, reason);
            audit.changed(Deed.of("migration.send-back", number, reason));
            return verdict;
        });
        return done(number);
    }

    @Override
    public synchronized MigrationOutcome resume(String number) {
        guard.require(Permission.MIGRATE);
        Migration migration = existing(number);
        if (migration.state() != State.INTERRUPTED && migration.state() != State.DIFFERENT) {
            return new MigrationOutcome.NotNow(migration);
        }
        Optional<MigrationOutcome> obstacle = busy().or(() -> obstacle(migration.connector()));
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        transactions.required(database -> {
            table.move(database, number, State.RUNNING, "");
            audit.changed(Deed.of("migration.resume", number, migration.connector()));
            return number;
        });
        return handOver(number);
    }

    @Override
    public boolean interrupt() {
        guard.require(Permission.MIGRATE);
        boolean busy = runs.stop();
        if (busy) {
            transactions.required(database -> {
                audit.changed(Deed.of("migration.interrupt", "", ""));
                return busy;
            });
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
        Optional<MigrationOutcome> obstacle = busy().or(this::incomplete);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        transactions.required(database -> {
            audit.changed(Deed.of("migration.reconcile", number, migration.connector()));
            return number;
        });
        runs.compare(number);
        return done(number);
    }

    @Override
    public List<Migration> list() {
        guard.require(Permission.MIGRATE);
        return transactions.required(
                database -> table.all(database).stream().map(this::asItStands).toList());
    }

    @Override
    public Optional<Migration> find(String number) {
        guard.require(Permission.MIGRATE);
        return transactions.required(database -> table.find(database, number)).map(this::asItStands);
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
                    table.find(database, number).orElseThrow().reconciledAt());
        });
    }

    private MigrationOutcome handOver(String number) {
        runs.handOver(number);
        return done(number);
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

    /** Of a system that is told everything as it is decided, nobody could say what a copy holds already. */
    private Optional<MigrationOutcome> told(String connector) {
        return inUse.test(new ConnectorName(connector))
                ? Optional.of(new MigrationOutcome.InUse(connector))
                : Optional.empty();
    }

    private Optional<MigrationOutcome> obstacle(String connector) {
        if (runs.receiver(connector).isEmpty()) {
            return Optional.of(new MigrationOutcome.NoReceiver(connector));
        }
        return incomplete().or(this::blocked);
    }

    private Optional<MigrationOutcome> incomplete() {
        List<String> missing = sets.missing();
        return missing.isEmpty() ? Optional.empty() : Optional.of(new MigrationOutcome.Incomplete(missing));
    }

    private Optional<MigrationOutcome> blocked() {
        List<MigrationFlaw> flaws = sets.obstacles();
        if (flaws.isEmpty()) {
            return Optional.empty();
        }
        transactions.required(database -> {
            worklist.add(flaws.stream()
                    .limit(MigrationFindings.MOST)
                    .map(MigrationHandover::workItem)
                    .toList());
            return flaws;
        });
        return Optional.of(new MigrationOutcome.Blocked(flaws));
    }

    /** Enters a migration that begins now, with the mark that is committed before its first row is read. */
    private Migration enter(
            Connection database, String number, String connector, String system, Kind kind, OptionalLong draft)
            throws SQLException {
        Migration migration = new Migration(
                number,
                connector,
                kind,
                draft.isPresent() ? State.DRAFTED : State.RUNNING,
                LocalDate.now(clock),
                outbox.greatestNumber(system),
                guard.actor().login(),
                clock.instant(),
                Optional.empty(),
                "",
                List.of());
        table.insert(database, new MigrationTable.Stored(migration, system, draft, Optional.empty()));
        setTable.insert(database, number, sets.ids());
        return migration;
    }

    private String systemOf(String connector) {
        return runs.receiver(connector)
                .orElseThrow(() -> new OutOfService(connector + " is not plugged in any more"))
                .ask(MigrationCalls.LIMIT, SetReceiver::system);
    }

    private String nextNumber(Connection database) throws SQLException {
        String day = LocalDate.now(clock).format(DateTimeFormatter.BASIC_ISO_DATE);
        long today = table.all(database).stream()
                .filter(stored -> stored.number().startsWith(day))
                .count();
        return String.format("%s-%02d", day, today + 1);
    }

    private MigrationOutcome done(String number) {
        return new MigrationOutcome.Done(existing(number));
    }

    private Migration existing(String number) {
        return asItStands(transactions
                .required(database -> table.find(database, number))
                .orElseThrow(() -> new IllegalArgumentException("There is no migration " + number)));
    }

    private Migration asItStands(MigrationTable.Stored stored) {
        Migration migration = stored.migration();
        boolean here = runs.isAt(migration.number());
        return switch (migration.state()) {
            case RUNNING -> here ? migration : migration.in(State.INTERRUPTED);
            case ACCEPTED, DIFFERENT -> here ? migration.in(State.RECONCILING) : migration;
            default -> migration;
        };
    }
}
