// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
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

    private final ConnectorName name;
    private final C connector;
    private final Instant since;
    private final Executor threads;
    private final Phaser calls = new Phaser(1);
    private final AtomicInteger hanging = new AtomicInteger();
    private final Meter meter = new Meter();

    /**
     * @param since when it was plugged in
     * @param threads on which calls with a limit are made
     */
    Socket(ConnectorName name, C connector, Instant since, Executor threads) {
        this.name = name;
        this.connector = connector;
        this.since = since;
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
     * @throws Unplugged if it has been unplugged
     */
    <T, E extends Exception> T call(Call<C, T, E> call) throws E {
        enter();
        long start = System.nanoTime();
        try {
            T result = call.into(connector);
            meter.answered(System.nanoTime() - start);
            return result;
        } catch (Throwable e) { // counted, and the caller's as it is
            meter.failed(e, System.nanoTime() - start);
            throw e;
        } finally {
            release();
        }
    }

    /**
     * Asks the connector a question.
     *
     * @throws Unplugged if it has been unplugged
     * @throws OutOfService if it has not answered within {@code limit}
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
            throw new OutOfService("応答を待つ間に中断されました。", e);
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
            throw new OutOfService("応答のない呼出しが" + MOST_HANGING + "件あるため、新しい呼出しを止めています。");
        }
        LimitedCall<C, T> limited = new LimitedCall<>(this, call);
        try {
            threads.execute(limited);
        } catch (RejectedExecutionException e) {
            release();
            throw new OutOfService("連携の受け口は停止するところです。", e);
        }
        try {
            return limited.answer(limit);
        } catch (TimeoutException e) {
            limited.giveUp(limit);
            throw new OutOfService(limit.toSeconds() + "秒以内に応答がありませんでした。", e);
        }
    }

    /**
     * Asks a question of the port for which the socket has been seized; what the connector throws is thrown as it is.
     *
     * @throws OutOfService if it has not answered within {@code limit}
     */
    Object answer(Duration limit, Method question, Object[] arguments) throws Throwable {
        try {
            return answer(limit, asked -> question.invoke(asked, arguments));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof InvocationTargetException thrown ? thrown.getCause() : e.getCause();
        }
    }

    ConnectorName name() {
        return name;
    }

    C connector() {
        return connector;
    }

    /** When it was plugged in. */
    Instant since() {
        return since;
    }

    Meter meter() {
        return meter;
    }

    private void enter() {
        if (!seize()) {
            throw new Unplugged(name);
        }
    }

    /** Lets one call in, unless the connector is being unplugged. */
    boolean seize() {
        return calls.register() >= 0;
    }

    void release() {
        calls.arriveAndDeregister();
    }

    /** How many calls are inside. */
    int inside() {
        return Math.max(0, calls.getRegisteredParties() - 1);
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
