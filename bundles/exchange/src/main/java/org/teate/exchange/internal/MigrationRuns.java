// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teate.access.AuditTrail;
import org.teate.access.Guard;
import org.teate.access.Worklist;
import org.teate.exchange.Migration;
import org.teate.exchange.MigrationSet;
import org.teate.ports.OutOfService;
import org.teate.ports.migration.SetReceiver;

/** Hands over and compares in the background, and notes why it did not come to its end. Thread-safe. */
@Component(service = MigrationRuns.class)
public final class MigrationRuns {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationRuns.class);
    private static final String STOPPED = "操作により中断しました。";

    private final MigrationTable table = new MigrationTable();
    private final Transactions transactions;
    private final Function<String, Optional<Socket<SetReceiver>>> receivers;
    private final MigrationSets sets;
    private final MigrationWorker worker;
    private final MigrationCalls.Pause pause;
    private final MigrationHandover handover;
    private final MigrationReconciliation reconciliation;
    private final Guard guard;

    @Activate
    public MigrationRuns(
            @Reference Transactions transactions,
            @Reference Switchboard switchboard,
            @Reference MigrationSets sets,
            @Reference MigrationWorker worker,
            @Reference Guard guard,
            @Reference Worklist worklist,
            @Reference AuditTrail audit,
            @Reference Clock clock) {
        this(
                transactions,
                switchboard::receiver,
                sets,
                worker,
                length -> Thread.sleep(length.toMillis()),
                guard,
                new MigrationHandover(transactions, worklist, audit, clock),
                new MigrationReconciliation(transactions, audit, clock));
    }

    MigrationRuns(
            Transactions transactions,
            Function<String, Optional<Socket<SetReceiver>>> receivers,
            MigrationSets sets,
            MigrationWorker worker,
            MigrationCalls.Pause pause,
            Guard guard,
            MigrationHandover handover,
            MigrationReconciliation reconciliation) {
        this.transactions = transactions;
        this.receivers = receivers;
        this.sets = sets;
        this.worker = worker;
        this.pause = pause;
        this.guard = guard;
        this.handover = handover;
        this.reconciliation = reconciliation;
    }

    /** The receiving end of a connector, if it is plugged in. */
    Optional<Socket<SetReceiver>> receiver(String connector) {
        return receivers.apply(connector);
    }

    /** @throws OutOfService if it is not plugged in any more, or does not answer */
    String systemOf(String connector) {
        return receiver(connector)
                .orElseThrow(() -> new OutOfService("連携機能" + connector + "が接続されていません。"))
                .ask(MigrationCalls.LIMIT, SetReceiver::system);
    }

    /** Whether this server is at the migration. */
    boolean isAt(String migration) {
        return worker.isAt(migration);
    }

    /** @return whether anything was at work */
    boolean stop() {
        return worker.stop();
    }

    /**
     * Begins, or goes on, in the background as the one who acts.
     *
     * @throws IllegalStateException if this server is at another migration
     */
    void handOver(String number) {
        begin(number, stopped -> {
            Migration migration = stored(number).migration();
            String reason = attempt(number, stopped, () -> {
                List<MigrationSet> all = sets.of(migration);
                return handover.run(migration, all, calls(migration, stopped), stopped);
            });
            note(reason, database -> table.move(database, number, Migration.State.INTERRUPTED, reason));
        });
    }

    /**
     * Compares in the background as the one who acts.
     *
     * @throws IllegalStateException if this server is at another migration
     */
    void compare(String number) {
        begin(number, stopped -> {
            MigrationTable.Stored stored = stored(number);
            Migration migration = stored.migration();
            String reason = attempt(number, stopped, () -> {
                List<MigrationSet> all = sets.of(migration);
                return reconciliation.run(stored, all, calls(migration, stopped), stopped);
            });
            note(reason, database -> table.reconciled(database, number, Optional.empty(), "突合: " + reason));
        });
    }

    private void begin(String number, MigrationWorker.Job job) {
        if (!worker.begin(number, job, guard::carrying)) {
            throw new IllegalStateException("Another migration has begun on this server");
        }
    }

    private MigrationCalls calls(Migration migration, BooleanSupplier stopped) {
        return new MigrationCalls(() -> receiver(migration.connector()), pause, stopped);
    }

    private MigrationTable.Stored stored(String number) {
        return transactions.required(database -> table.find(database, number)).orElseThrow();
    }

    /** What is written once it is known why the work has not come to its end. */
    @FunctionalInterface
    private interface Note {

        void on(java.sql.Connection database) throws java.sql.SQLException;
    }

    private void note(String reason, Note note) {
        if (!reason.isEmpty()) {
            transactions.required(database -> {
                note.on(database);
                return reason;
            });
        }
    }

    /** Does the work; says why it did not come to its end, if it did not. */
    private static String attempt(String number, BooleanSupplier stopped, Supplier<Boolean> work) {
        try {
            if (work.get()) {
                LOG.info("Migration {}: done", number);
                return "";
            }
            LOG.info("Migration {}: stopped, to be resumed", number);
            return STOPPED;
        } catch (OutOfService e) {
            LOG.warn("Migration {}: out of service", number, e);
            return stopped.getAsBoolean() ? STOPPED : "移行先に届きません。" + e.getMessage();
        } catch (RuntimeException e) {
            // nobody waits for this thread: the log and the state are where the fault is seen
            LOG.error("Migration {}: cut off, to be resumed", number, e);
            return "処理中に誤りがありました。ログを確認してください。";
        }
    }
}
