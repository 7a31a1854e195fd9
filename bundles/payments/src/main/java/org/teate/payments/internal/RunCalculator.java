// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teate.access.Approvals;
import org.teate.access.AuditTrail;
import org.teate.access.Deed;
import org.teate.access.Draft;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.cases.Caseload;
import org.teate.kernel.Wareki;
import org.teate.payments.PaymentState;

/**
 * Calculates runs in the background, one at a time.
 *
 * <p>A run that the table says is being calculated but this server is not at was cut off: it is interrupted. Thread-safe.
 */
@Component(service = RunCalculator.class)
public final class RunCalculator {

    private static final Logger LOG = LoggerFactory.getLogger(RunCalculator.class);
    /** Reading and committing overlap but for the first chunk and the last, so that small ones end sooner; each is a commit. */
    private static final int CHUNK = 2000;

    private static final long PATIENCE_SECONDS = 30;

    private final Database database;
    private final Caseload caseload;
    private final BankMaster master;
    private final Guard guard;
    private final AuditTrail trail;
    private final Approvals approvals;
    private final Clock clock;
    private final int chunk;
    private final ExecutorService threads;
    private final AtomicReference<Running> running = new AtomicReference<>();
    private volatile Optional<Failure> failure = Optional.empty();

    @Activate
    public RunCalculator(
            @Reference Database database,
            @Reference Caseload caseload,
            @Reference BankMaster master,
            @Reference Guard guard,
            @Reference AuditTrail trail,
            @Reference Approvals approvals,
            @Reference Clock clock) {
        this(
                database,
                caseload,
                master,
                guard,
                trail,
                approvals,
                clock,
                Executors.newCachedThreadPool(RunCalculator::thread),
                CHUNK);
    }

    RunCalculator(
            Database database,
            Caseload caseload,
            BankMaster master,
            Guard guard,
            AuditTrail trail,
            Approvals approvals,
            Clock clock,
            ExecutorService threads,
            int chunk) {
        this.database = database;
        this.caseload = caseload;
        this.master = master;
        this.guard = guard;
        this.trail = trail;
        this.approvals = approvals;
        this.clock = clock;
        this.threads = threads;
        this.chunk = chunk;
    }

    /** Stops between two chunks and waits for it; the run can be resumed. */
    @Deactivate
    public void close() throws InterruptedException {
        Running now = running.get();
        if (now != null) {
            now.calculation().stop();
            now.ended().await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        threads.shutdown();
        threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Begins, or goes on, in the background as the one who acts.
     *
     * @return false if another run is being calculated on this server
     */
    boolean begin(RunTable.Row run) {
        Terms terms = database.tx(connection -> terms(connection, run));
        ChunkReader reader = database.tx(connection -> reader(connection, terms));
        ChunkWriter writer = new ChunkWriter(terms, database, trail);
        RunCalculation calculation = new RunCalculation(reader, writer, guard, threads, run.done());
        Running mine = new Running(run.number(), calculation, new CountDownLatch(1));
        if (!running.compareAndSet(null, mine)) {
            return false;
        }
        failure = Optional.empty();
        threads.execute(guard.carrying(() -> calculate(mine, run.lastLedger())));
        return true;
    }

    /** Whether this server is at the run. */
    boolean isAt(long run) {
        Running now = running.get();
        return now != null && now.run() == run;
    }

    /** Whether this server is at any run. */
    boolean isBusy() {
        return running.get() != null;
    }

    /** Ledgers a second, 0 if this server is not at the run. */
    long perSecond(RunTable.Row run) {
        Running now = running.get();
        return now != null && now.run() == run.number() ? now.calculation().perSecond(run.done()) : 0;
    }

    /** Why this server was cut off from the run, if it was. */
    Optional<String> failure(long run) {
        return failure.filter(each -> each.run() == run).map(Failure::sentence);
    }

    private void calculate(Running mine, String key) {
        try {
            if (mine.calculation().runFrom(key)) {
                complete(mine.run());
                LOG.info("Payment run {}: calculated", mine.run());
            } else {
                LOG.info("Payment run {}: stopped, to be resumed", mine.run());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.info("Payment run {}: stopped, to be resumed", mine.run());
        } catch (RuntimeException e) {
            LOG.error("Payment run {}: cut off, to be resumed", mine.run(), e);
            note(Failure.of(mine.run(), e));
        } finally {
            running.set(null);
            mine.ended().countDown();
        }
    }

    /** Notes it twice: the table outlives this server, but may be what has failed. */
    private void note(Failure failed) {
        failure = Optional.of(failed);
        try {
            database.tx(connection -> {
                RunTable.noteFailure(connection, failed.run(), Optional.of(failed.sentence()));
                return failed;
            });
        } catch (RuntimeException e) {
            LOG.error("Payment run {}: why it was cut off cannot be noted", failed.run(), e);
        }
    }

    private void complete(long number) {
        database.tx(connection -> {
            RunTable.Row run = RunTable.find(connection, number).orElseThrow();
            Optional<Long> draft =
                    run.sums().recipients() == 0 ? Optional.empty() : Optional.of(approvals.draft(draft(run)));
            RunTable.complete(connection, number, draft, clock.instant());
            trail.changed(Deed.of(
                    "payment.calculated",
                    "run " + number,
                    run.sums().recipients() + "件、" + run.sums().amount() + "、未支払 " + run.unpaid() + "件"));
            return run;
        });
    }

    private static Draft draft(RunTable.Row run) {
        String title = "支払決裁 " + Wareki.of(run.paymentMonth()) + "期 第" + run.number() + "回（"
                + run.sums().recipients() + "件、" + run.sums().amount() + "）";
        return new Draft(
                "payment.run",
                String.valueOf(run.number()),
                title,
                Permission.PAYMENT_DRAFT,
                Permission.PAYMENT_APPROVE);
    }

    private Terms terms(Connection connection, RunTable.Row run) throws SQLException {
        return new Terms(
                run.number(),
                run.paymentMonth(),
                run.months(),
                TakenOver.firstMonth(connection).map(MonthIndex::of).orElse(Integer.MIN_VALUE),
                run.payday(),
                master.snapshot());
    }

    private ChunkReader reader(Connection connection, Terms terms) throws SQLException {
        Map<Long, PaymentState> states = RunTable.paymentStates(connection);
        return new ChunkReader(terms, caseload, database, gaps(connection), states, clock, chunk);
    }

    private static Set<String> gaps(Connection connection) throws SQLException {
        Set<String> gaps = new HashSet<>();
        try (Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery("SELECT LEDGER_NUMBER FROM PAYMENT_GAP")) {
            while (rows.next()) {
                gaps.add(rows.getString(1));
            }
        }
        return gaps;
    }

    /** Inherits nothing of the caller: a pooled thread serves many. */
    private static Thread thread(Runnable work) {
        Thread thread = new Thread(null, work, "payment-run", 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(RunCalculator.class.getClassLoader());
        return thread;
    }

    /** The run this server is at. */
    private record Running(long run, RunCalculation calculation, CountDownLatch ended) {}

    /** Why a run was cut off. */
    private record Failure(long run, String sentence) {

        /** The sentence does not repeat the words of what was thrown: they may quote what is in a ledger. */
        static Failure of(long run, RuntimeException thrown) {
            for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException refused) {
                    return new Failure(run, "データベースが応じませんでした（SQLSTATE " + refused.getSQLState() + "）。");
                }
            }
            String kind = thrown.getClass().getSimpleName();
            return new Failure(run, "計算中に誤りが起きました（" + kind + "）。サーバーのログの「Payment run " + run + "」に詳しい記録があります。");
        }
    }
}
