// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
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
import org.teate.ports.migration.SetReceiver;
import org.teate.ports.welfare.WelfareLedger;

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
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"org.teate.ports.welfare.WelfareLedger\"",
        effective = "active")
public final class Switchboard {

    private static final Logger LOG = LoggerFactory.getLogger(Switchboard.class);
    /** Below the five seconds that the component runtime waits for an unbinding. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final ExecutorService threads = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), Switchboard::thread);
    private final Predicate<ConnectorName> chosen;
    private final Clock clock;
    private final Board<Feed> feeds = board(Feed.class);
    private final Board<Teller> tellers = board(Teller.class);
    private final Board<SetReceiver> receivers = board(SetReceiver.class);
    private final List<Board<? extends Connector>> lines =
            List.of(board(BankTransfers.class), board(WelfareLedger.class));
    private final Map<String, Board<? extends Connector>> boards = Stream.concat(
                    lines.stream(), Stream.of(feeds, tellers, receivers))
            .collect(Collectors.toUnmodifiableMap(board -> board.port().getName(), Function.identity()));
    private final ConcurrentSkipListMap<ServiceReference<?>, ConnectorName> names = new ConcurrentSkipListMap<>();
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private volatile Runnable onPlug = () -> {};
    private volatile Line.Listener onAnswer = (inUse, question, arguments, answer) -> {};

    @Activate
    public Switchboard(@Reference Choices choices, @Reference Clock clock) {
        this(choices::isChosen, clock);
    }

    /** @param chosen whether a connector was chosen for its system */
    Switchboard(Predicate<ConnectorName> chosen, Clock clock) {
        this.chosen = chosen;
        this.clock = clock;
    }

    private <C extends Connector> Board<C> board(Class<C> port) {
        return new Board<>(port, this::isInUse, threads);
    }

    @Activate
    void open(BundleContext context) {
        lines.forEach(board -> registrations.add(context.registerService(
                board.port().getName(),
                new Line<>(board, PATIENCE, this::report).handset(),
                new Hashtable<>(Map.of("line", true)))));
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
            ConnectorName name = nameOf(reference);
            names.put(reference, name);
            board.plug(reference, name, connector, clock.instant());
            LOG.info(
                    "{} is plugged into {}", reference.getBundle(), board.port().getSimpleName());
            onPlug.run();
        }
    }

    void unplug(ServiceReference<Connector> reference) {
        Board<?> board = boards.get(portOf(reference));
        if (names.remove(reference) != null) {
            boolean drained = board.unplug(reference, PATIENCE);
            LOG.info(
                    "{} is unplugged from {}, {}",
                    reference.getBundle(),
                    board.port().getSimpleName(),
                    drained ? "no call lost" : "with calls still running");
        }
    }

    /** Has {@code listener}, which must be quick, called whenever a connector has been plugged in; there is one listener. */
    void onPlug(Runnable listener) {
        onPlug = listener;
    }

    /** Has {@code listener} told what the lines' callers are answered; there is one listener. */
    void onAnswer(Line.Listener listener) {
        onAnswer = listener;
    }

    private void report(ConnectorName inUse, Method question, Object[] arguments, Object answer) {
        onAnswer.answered(inUse, question, arguments, answer);
    }

    /** The connector's socket on the board of a port. */
    Optional<? extends Socket<? extends Connector>> socket(Class<?> port, ConnectorName name) {
        return boards.get(port.getName()).sockets().stream()
                .filter(socket -> socket.name().equals(name))
                .findFirst();
    }

    /** Whether anything of the connector is plugged in. */
    boolean isPlugged(ConnectorName name) {
        return names.containsValue(name);
    }

    /** Whether new calls for the connector's system go to it, on every board on which it is. */
    boolean isInUse(ConnectorName name) {
        return inUse(name.system()).filter(name::equals).isPresent();
    }

    /** The connector in use for a system: the chosen one if it is plugged in, else the highest-ranked. */
    Optional<ConnectorName> inUse(String system) {
        ConnectorName highest = null;
        for (ConnectorName name : names.descendingMap().values()) {
            if (name.system().equals(system)) {
                if (chosen.test(name)) {
                    return Optional.of(name);
                }
                highest = highest == null ? name : highest;
            }
        }
        return Optional.ofNullable(highest);
    }

    /** Everything that is plugged in now, by port. */
    Map<Class<? extends Connector>, List<? extends Socket<? extends Connector>>> plugged() {
        return boards.values().stream().collect(Collectors.toUnmodifiableMap(Board::port, Board::sockets));
    }

    /** The feeds that are plugged in now, those in use first. */
    List<Socket<Feed>> feeds() {
        return feeds.sockets();
    }

    /** The tellers that are plugged in now, those in use first. */
    List<Socket<Teller>> tellers() {
        return tellers.sockets();
    }

    /** The receiver of data sets in the connector of that name, whether it is in use or not. */
    Optional<Socket<SetReceiver>> receiver(String connectorName) {
        return receivers.sockets().stream()
                .filter(socket -> socket.name().value().equals(connectorName))
                .findFirst();
    }

    private static ConnectorName nameOf(ServiceReference<Connector> reference) {
        return ConnectorName.ofBundle(reference.getBundle().getSymbolicName());
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
