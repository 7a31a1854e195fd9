// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import org.osgi.framework.ServiceReference;
import org.teate.ports.Connector;

/**
 * The connectors that are plugged into one port, the highest-ranked first.
 *
 * <p>{@link #unplug} first takes the connector off the board and then waits for the calls still inside, so a connector
 * is never closed in mid-call. Thread-safe.
 *
 * @param <C> the port
 */
final class Board<C extends Connector> {

    private final Class<C> port;
    private final Executor threads;
    private final ConcurrentSkipListMap<ServiceReference<?>, Socket<C>> sockets = new ConcurrentSkipListMap<>();
    private long emptySince = System.nanoTime(); // guarded by this

    /** @param threads on which calls with a limit are made */
    Board(Class<C> port, Executor threads) {
        this.port = port;
        this.threads = threads;
    }

    Class<C> port() {
        return port;
    }

    void plug(ServiceReference<?> reference, Connector connector) {
        sockets.put(reference, new Socket<>(port.cast(connector), threads));
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

    /** What is plugged in now, the highest-ranked first. */
    List<Socket<C>> sockets() {
        return List.copyOf(sockets.descendingMap().values());
    }

    /**
     * Enters the highest-ranked connector, waiting for one if the board has been empty for less than a minute; a port
     * that has long been empty answers at once.
     *
     * @return a seized socket, or empty if no connector came in time
     */
    Optional<Socket<C>> seize(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Map.Entry<ServiceReference<?>, Socket<C>> best = sockets.lastEntry();
            if (best != null && best.getValue().seize()) {
                return Optional.of(best.getValue());
            }
            if (!awaitPlug(deadline)) {
                return Optional.empty();
            }
        }
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
