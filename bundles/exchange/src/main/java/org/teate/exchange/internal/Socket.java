// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.time.Duration;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.teate.ports.Connector;
import org.teate.ports.OutOfService;

/**
 * One plugged connector and the count of calls inside it.
 *
 * @param <C> the port
 */
final class Socket<C extends Connector> {

    private final C connector;
    private final Phaser calls = new Phaser(1);
    private final AtomicLong hung = new AtomicLong();
    private final AtomicInteger hanging = new AtomicInteger();

    Socket(C connector) {
        this.connector = connector;
    }

    /** A call into the connector. */
    @FunctionalInterface
    interface Call<C, T, E extends Exception> {

        T into(C connector) throws E;
    }

    C connector() {
        return connector;
    }

    /**
     * Calls the connector on this thread.
     *
     * @throws OutOfService if it has been unplugged
     */
    <T, E extends Exception> T call(Call<C, T, E> call) throws E {
        if (!seize()) {
            throw new OutOfService("The connector has been unplugged");
        }
        try {
            return call.into(connector);
        } finally {
            release();
        }
    }

    /** Lets one call in, unless the connector is being unplugged. */
    boolean seize() {
        return calls.register() >= 0;
    }

    void release() {
        calls.arriveAndDeregister();
    }

    /** How many calls are inside now. */
    int inside() {
        return Math.max(0, calls.getRegisteredParties() - 1);
    }

    /** Counts a call that its caller has given up. */
    void countHung() {
        hung.incrementAndGet();
        hanging.incrementAndGet();
    }

    /** Counts a call that has come back after its caller had given it up. */
    void countReturned() {
        hanging.decrementAndGet();
    }

    /** How many calls were given up by their callers since the connector was plugged in. */
    long hung() {
        return hung.get();
    }

    /** How many of these are still inside. */
    int hanging() {
        return hanging.get();
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
