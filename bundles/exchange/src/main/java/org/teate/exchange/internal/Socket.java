// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.teate.ports.Connector;
import org.teate.ports.OutOfService;

/**
 * One plugged connector and the count of calls inside it. Thread-safe.
 *
 * @param <C> the port
 */
final class Socket<C extends Connector> {

    /** So many calls may hang in a connector; more are turned away at once, so that threads do not pile up. */
    private static final int MOST_HANGING = 32;

    private final C connector;
    private final Executor threads;
    private final Phaser calls = new Phaser(1);
    private final AtomicInteger hanging = new AtomicInteger();

    /** @param threads on which calls with a limit are made */
    Socket(C connector, Executor threads) {
        this.connector = connector;
        this.threads = threads;
    }

    /** A call into the connector. */
    @FunctionalInterface
    interface Call<C, T, E extends Exception> {

        T into(C connector) throws E;
    }

    /**
     * Calls the connector on this thread, however long it takes; for pages of bulk.
     *
     * @throws OutOfService if it has been unplugged
     */
    <T, E extends Exception> T call(Call<C, T, E> call) throws E {
        enter();
        try {
            return call.into(connector);
        } finally {
            release();
        }
    }

    /**
     * Asks the connector a question.
     *
     * @throws OutOfService if it has been unplugged, or has not answered within {@code limit}
     */
    <T> T ask(Duration limit, Call<C, T, RuntimeException> question) {
        enter();
        try {
            return answer(limit, question);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutOfService("Interrupted while waiting for the answer", e);
        }
    }

    /**
     * Makes a call for which the socket has been seized; it is released when the call leaves the connector.
     *
     * @throws ExecutionException with what the call has thrown as its cause
     * @throws OutOfService if it has not answered within {@code limit}
     */
    <T> T answer(Duration limit, Call<C, T, ?> call) throws ExecutionException, InterruptedException {
        if (hanging.get() >= MOST_HANGING) {
            release();
            throw new OutOfService(MOST_HANGING + " calls hang in the connector");
        }
        LimitedCall<C, T> limited = new LimitedCall<>(this, call);
        try {
            threads.execute(limited);
        } catch (RejectedExecutionException e) {
            release();
            throw new OutOfService("The switchboard is closed", e);
        }
        try {
            return limited.answer(limit);
        } catch (TimeoutException e) {
            limited.giveUp();
            throw new OutOfService("No answer within " + limit.toMillis() + " ms", e);
        }
    }

    C connector() {
        return connector;
    }

    private void enter() {
        if (!seize()) {
            throw new OutOfService("The connector has been unplugged");
        }
    }

    /** Lets one call in, unless the connector is being unplugged. */
    boolean seize() {
        return calls.register() >= 0;
    }

    void release() {
        calls.arriveAndDeregister();
    }

    /** How many calls are inside that their callers have given up. */
    int hanging() {
        return hanging.get();
    }

    void countHanging(int change) {
        hanging.addAndGet(change);
    }

    /** Waits until the calls inside have left. No call may come in once the last one has. */
    boolean drain(Duration patience) {
        int phase = calls.arriveAndDeregister();
        try {
            calls.awaitAdvanceInterruptibly(phase, patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
