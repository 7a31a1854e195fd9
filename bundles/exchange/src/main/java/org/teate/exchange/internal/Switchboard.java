// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teate.ports.Connector;
import org.teate.ports.Feed;
import org.teate.ports.Teller;
import org.teate.ports.bank.BankTransfers;

/**
 * Keeps a {@link Board} for each port and plugs connectors into it as they come and go.
 *
 * <p>Ports of questions have a {@link Line}, registered as the port's service for good. Feeds and tellers are asked one
 * by one from here.
 */
@Component(service = Switchboard.class, immediate = true)
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"org.teate.ports.bank.BankTransfers\"",
        effective = "active")
public final class Switchboard {

    private static final Logger LOG = LoggerFactory.getLogger(Switchboard.class);
    /** Below the five seconds that the component runtime waits for an unbinding. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final ExecutorService threads = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), Switchboard::thread);
    private final Board<Feed> feeds = new Board<>(Feed.class, threads);
    private final Board<Teller> tellers = new Board<>(Teller.class, threads);
    private final List<Board<? extends Connector>> lines = List.of(new Board<>(BankTransfers.class, threads));
    private final Map<String, Board<? extends Connector>> boards = Stream.concat(
                    lines.stream(), Stream.of(feeds, tellers))
            .collect(Collectors.toUnmodifiableMap(board -> board.port().getName(), Function.identity()));
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

    @Activate
    void open(BundleContext context) {
        lines.forEach(board -> registrations.add(context.registerService(
                board.port().getName(), new Line<>(board, PATIENCE).handset(), new Hashtable<>(Map.of("line", true)))));
    }

    @Deactivate
    void close() {
        registrations.forEach(ServiceRegistration::unregister);
        threads.shutdownNow();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, target = "(plug=*)")
    void plug(ServiceReference<Connector> reference, Connector connector) {
        Board<?> board = boards.get(portOf(reference));
        if (board == null || !board.port().isInstance(connector)) {
            LOG.error("{} cannot be plugged in: there is no port {}", reference.getBundle(), portOf(reference));
        } else {
            board.plug(reference, connector);
            LOG.info(
                    "{} is plugged into {}", reference.getBundle(), board.port().getSimpleName());
        }
    }

    void unplug(ServiceReference<Connector> reference) {
        Board<?> board = boards.get(portOf(reference));
        if (board != null) {
            boolean drained = board.unplug(reference, PATIENCE);
            LOG.info(
                    "{} is unplugged from {}, {}",
                    reference.getBundle(),
                    board.port().getSimpleName(),
                    drained ? "no call lost" : "with calls still running");
        }
    }

    /** The feeds that are plugged in now, the highest-ranked first. */
    List<Socket<Feed>> feeds() {
        return feeds.sockets();
    }

    /** The tellers that are plugged in now, the highest-ranked first. */
    List<Socket<Teller>> tellers() {
        return tellers.sockets();
    }

    private static String portOf(ServiceReference<Connector> reference) {
        return String.valueOf(reference.getProperty("plug"));
    }

    /** Inherits nothing of the caller: a pooled thread serves many. */
    private static Thread thread(Runnable work) {
        Thread thread = new Thread(null, work, "teate-line", 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(Switchboard.class.getClassLoader());
        return thread;
    }
}
