// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import org.teate.access.Guard;

/**
 * Calculates a run chunk by chunk: while one is committed the next is read and settled on another thread.
 *
 * <p>May be stopped between two chunks; what is committed stays, and the next calculation goes on behind it.
 */
final class RunCalculation {

    private final ChunkReader reader;
    private final ChunkWriter writer;
    private final Guard guard;
    private final ExecutorService threads;
    private final long startedAt = System.nanoTime();
    private final long doneBefore;
    private volatile boolean stopping;

    /**
     * @param threads where reading runs beside the caller's thread
     * @param doneBefore how many ledgers were done when it began
     */
    RunCalculation(ChunkReader reader, ChunkWriter writer, Guard guard, ExecutorService threads, long doneBefore) {
        this.reader = reader;
        this.writer = writer;
        this.guard = guard;
        this.threads = threads;
        this.doneBefore = doneBefore;
    }

    /**
     * Calculates everything behind the ledger {@code key} on this thread.
     *
     * @return whether it came to the end; false if it was stopped
     */
    boolean runFrom(String key) throws InterruptedException {
        String committed = key;
        FutureTask<Chunk> next = read(key);
        for (Chunk chunk = take(next); !chunk.isEmpty(); chunk = take(next)) {
            if (stopping) {
                return false;
            }
            next = read(chunk.lastLedger());
            writer.write(chunk, committed);
            committed = chunk.lastLedger();
        }
        return true;
    }

    /** Has it end after the chunk that is being committed. */
    void stop() {
        stopping = true;
    }

    /** Ledgers a second since it began, given how many are done now. */
    long perSecond(long done) {
        double seconds = (System.nanoTime() - startedAt) / 1e9;
        return Math.round((done - doneBefore) / Math.max(seconds, 1e-3));
    }

    private FutureTask<Chunk> read(String key) {
        FutureTask<Chunk> reading = new FutureTask<>(() -> reader.after(key));
        threads.execute(guard.carrying(reading));
        return reading;
    }

    private static Chunk take(FutureTask<Chunk> reading) throws InterruptedException {
        try {
            return reading.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
