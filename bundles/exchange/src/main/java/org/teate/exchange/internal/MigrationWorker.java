// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** The thread on which a migration is handed over or compared, one at a time. Thread-safe. */
@Component(service = MigrationWorker.class)
public final class MigrationWorker {

    private static final long PATIENCE_SECONDS = 30;

    private final ExecutorService threads;
    private final AtomicReference<Work> current = new AtomicReference<>();

    /** What is done; it looks now and then whether it is to stop. */
    @FunctionalInterface
    interface Job {

        void run(BooleanSupplier stopped);
    }

    /** A migration this server is at. */
    private static final class Work {

        private final String migration;
        private volatile boolean stopped;

        Work(String migration) {
            this.migration = migration;
        }
    }

    @Activate
    public MigrationWorker() {
        this(Executors.newSingleThreadExecutor(MigrationWorker::thread));
    }

    MigrationWorker(ExecutorService threads) {
        this.threads = threads;
    }

    /** Stops between two parts and waits for it; what was at work can be resumed. */
    @Deactivate
    void close() throws InterruptedException {
        stop();
        threads.shutdown();
        threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Begins in the background.
     *
     * @param carried wraps what is run, so that it acts as the one who began it
     * @return false if this server is at another migration
     */
    boolean begin(String migration, Job job, Carrying carried) {
        Work mine = new Work(migration);
        if (!current.compareAndSet(null, mine)) {
            return false;
        }
        threads.execute(carried.carry(() -> {
            try {
                job.run(() -> mine.stopped);
            } finally {
                current.set(null);
            }
        }));
        return true;
    }

    /** Lends work the person on whose behalf it is done. */
    @FunctionalInterface
    interface Carrying {

        Runnable carry(Runnable work);
    }

    boolean isAt(String migration) {
        Work now = current.get();
        return now != null && now.migration.equals(migration);
    }

    /** @return whether anything was at work */
    boolean stop() {
        Work now = current.get();
        if (now != null) {
            now.stopped = true;
        }
        return now != null;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(null, work, "teate-migration", 0, false);
        thread.setDaemon(true);
        return thread;
    }
}
