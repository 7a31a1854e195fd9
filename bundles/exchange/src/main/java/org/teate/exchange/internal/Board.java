// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.osgi.framework.ServiceReference;
import org.teate.ports.Connector;

/**
 * The connectors that are plugged into one port: those in use first, then the highest-ranked.
 *
 * <p>{@link #unplug} first takes the connector off the board and then waits for the calls still inside, so a connector
 * is never closed in mid-call. Thread-safe.
 *
 * @param <C> the port
 */
final class Board<C extends Connector> {

    private final Class<C> port;
    private final Predicate<ConnectorName> inUse;
    private final Executor threads;
    private final ConcurrentSkipListMap<ServiceReference<?>, Socket<C>> sockets = new ConcurrentSkipListMap<>();
    private long emptySince = System.nanoTime(); // guarded by this

    /**
     * @param inUse whether a connector is the one in use for its system
     * @param threads on which calls with a limit are made
     */
    Board(Class<C> port, Predicate<ConnectorName> inUse, Executor threads) {
        this.port = port;
        this.inUse = inUse;
        this.threads = threads;
    }

    Class<C> port() {
        return port;
    }

    void plug(ServiceReference<?> reference, ConnectorName name, Connector connector, Instant now) {
        sockets.put(reference, new Socket<>(name, port.cast(connector), now, threads));
        synchronized (this) {
            notifyAll();
        }
    }

    /** @return whether all calls inside have left within {@code patience} */
    boolean unplug(ServiceReference<?> reference, Duration patience) {
        Socket<C> socket = sockets.remove(reference);
        synchronized (this) {
            emptySince = System.nanoTime();
        }
        return socket == null || socket.drain(patience);
    }

    /** What is plugged in now: those in use, then the others, each the highest-ranked first. */
    List<Socket<C>> sockets() {
        List<Socket<C>> first = new ArrayList<>();
        List<Socket<C>> others = new ArrayList<>();
        sockets.descendingMap().values().forEach(socket -> (inUse.test(socket.name()) ? first : others).add(socket));
        first.addAll(others);
        return first;
    }

    /**
     * Enters the connector in use, waiting for one if the board has been empty for less than a minute; a port that has
     * long been empty answers at once.
     *
     * @return a seized socket, or empty if no connector came in time
     */
    Optional<Socket<C>> seize(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<Socket<C>> best = first();
            if (best.isPresent() && best.get().seize()) {
                return best;
            }
            if (!awaitPlug(deadline)) {
                return Optional.empty();
            }
        }
    }

    private Optional<Socket<C>> first() {
        Socket<C> highest = null;
        for (Socket<C> socket : sockets.descendingMap().values()) {
            if (inUse.test(socket.name())) {
                return Optional.of(socket);
            }
            highest = highest == null ? socket : highest;
        }
        return Optional.ofNullable(highest);
    }

    private synchronized boolean awaitPlug(long deadline) throws InterruptedException {
        if (!sockets.isEmpty()) {
            return true;
        }
        long now = System.nanoTime();
        long millis = (deadline - now) / 1_000_000;
        if (millis <= 0 || now - emptySince > Duration.ofMinutes(1).toNanos()) {
            return false;
        }
        wait(millis);
        return true;
    }
}
