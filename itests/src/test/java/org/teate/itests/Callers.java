// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.itests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** People who ask another system one question after the other, without a pause, until they are told to stop. */
final class Callers {

    /** What somebody takes before asking again what has just failed. */
    private static final long BREATH = TimeUnit.MILLISECONDS.toNanos(10);

    private final List<Thread> threads = new ArrayList<>();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong worst = new AtomicLong();
    private final AtomicReference<Throwable> firstFailure = new AtomicReference<>();
    private volatile boolean ended;

    /**
     * What became of their calls.
     *
     * @param worstMillis the longest that anybody waited for an answer or a failure
     */
    record Count(long answered, long failed, long worstMillis, Optional<Throwable> firstFailure) {}

    private Callers() {}

    static Callers start(int howMany, Supplier<?> question) {
        Callers callers = new Callers();
        for (int i = 0; i < howMany; i++) {
            callers.threads.add(new Thread(() -> callers.call(question), "caller-" + i));
        }
        callers.threads.forEach(Thread::start);
        return callers;
    }

    Count stop() throws InterruptedException {
        ended = true;
        for (Thread thread : threads) {
            thread.join();
        }
        return new Count(
                answered.get(), failed.get(), worst.get() / 1_000_000, Optional.ofNullable(firstFailure.get()));
    }

    private void call(Supplier<?> question) {
        while (!ended) {
            long start = System.nanoTime();
            boolean works = works(question);
            worst.accumulateAndGet(System.nanoTime() - start, Math::max);
            if (!works) {
                // else those who fail at once would take the processors from those who do not
                LockSupport.parkNanos(BREATH);
            }
        }
    }

    private boolean works(Supplier<?> question) {
        try {
            question.get();
            answered.incrementAndGet();
            return true;
        } catch (RuntimeException | LinkageError e) {
            failed.incrementAndGet();
            firstFailure.compareAndSet(null, e);
            return false;
        }
    }
}
