// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teate.access.Actor;
import org.teate.access.AuditTrail;
import org.teate.access.Deed;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.access.SystemAccount;
import org.teate.access.Worklist;
import org.teate.exchange.FeedHandler;
import org.teate.exchange.ImportError;
import org.teate.exchange.ImportedFile;
import org.teate.exchange.ImportedFile.State;
import org.teate.exchange.Imports;
import org.teate.ports.Feed;
import org.teate.ports.Offer;
import org.teate.ports.OutOfService;

/** Imports whose register is kept in SQL. */
@Component(service = Imports.class, configurationPid = "org.teate.exchange")
@Designate(ocd = JdbcImports.Config.class)
public final class JdbcImports implements Imports {

    /** Who we are to the senders. */
    @ObjectClassDefinition(name = "Exchange (連携)")
    public @interface Config {

        @AttributeDefinition(name = "Receiver", description = "The name under which senders know this system")
        String receiver() default "teate";

        @AttributeDefinition(name = "Municipality", description = "Municipality code with check digit")
        String municipality() default "172014";

        @AttributeDefinition(name = "Chunk", description = "Records taken in one transaction")
        int chunk() default 4000;

        @AttributeDefinition(
                name = "Manifest",
                description = "Minutes after which a data file without manifest is work for a person")
        int manifest_minutes() default 60;
    }

    private static final Logger LOG = LoggerFactory.getLogger(JdbcImports.class);
    private static final Duration LIMIT = Duration.ofSeconds(3);
    /** By stage, then day by day; a name ends in its interface's date, sequence and mode. */
    private static final Comparator<Arrival> ORDER = Comparator.comparing((Arrival arrival) ->
                    arrival.handler().map(FeedHandler::stage).orElse(Integer.MAX_VALUE))
            .thenComparing(arrival -> dateOf(arrival.offer()))
            .thenComparing(arrival -> arrival.offer().name());

    private final Transactions transactions;
    private final Supplier<List<Socket<Feed>>> feeds;
    private final Guard guard;
    private final AuditTrail audit;
    private final FileRegister register = new FileRegister();
    private final FileErrors fileErrors = new FileErrors();
    private final FileImport fileImport;
    private final ReentrantLock oneRun = new ReentrantLock();
    /** What the plugged feeds carry, asked once. */
    private final Map<Socket<Feed>, Set<String>> interfaces = new ConcurrentHashMap<>();

    /** Who takes what; domain bundles come and go. */
    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile List<FeedHandler> handlers = List.of();

    @Activate
    public JdbcImports(
            @Reference Transactions transactions,
            @Reference Switchboard switchboard,
            @Reference Contracts contracts,
            @Reference Guard guard,
            @Reference Worklist worklist,
            @Reference AuditTrail audit,
            @Reference Clock clock,
            Config config) {
        this(
                transactions,
                switchboard::feeds,
                contracts,
                guard,
                worklist,
                audit,
                clock,
                new ImportSettings(
                        config.receiver(),
                        config.municipality(),
                        config.chunk(),
                        Duration.ofMinutes(config.manifest_minutes())));
    }

    JdbcImports(
            Transactions transactions,
            Supplier<List<Socket<Feed>>> feeds,
            Contracts contracts,
            Guard guard,
            Worklist worklist,
            AuditTrail audit,
            Clock clock,
            ImportSettings settings) {
        this.transactions = transactions;
        this.feeds = feeds;
        this.guard = guard;
        this.audit = audit;
        this.fileImport =
                new FileImport(transactions, register, fileErrors, worklist, audit, clock, settings, contracts);
    }

    @Override
    public List<ImportedFile> run(Optional<String> interfaceId) {
        Actor starter = guard.require(Permission.EXCHANGE_IMPORT);
        transactions.required(database -> {
            audit.changed(Deed.of("exchange.import", interfaceId.orElse("*"), ""));
            return starter;
        });
        oneRun.lock();
        try {
            return guard.actingAs(SystemAccount.IMPORTER, () -> takeAll(interfaceId, starter.login()));
        } finally {
            oneRun.unlock();
        }
    }

    /** Looks again until nothing new lies ready: a file may come, or a feed may be replaced, while others are taken in. */
    private List<ImportedFile> takeAll(Optional<String> interfaceId, String startedBy) {
        Map<String, ImportedFile> taken = new LinkedHashMap<>();
        Set<Object> tried = new HashSet<>();
        List<Arrival> arrivals;
        do {
            arrivals = arrivals().stream()
                    .filter(arrival -> interfaceId
                            .map(arrival.offer().interfaceId()::equals)
                            .orElse(true))
                    .filter(arrival -> tried.add(List.of(arrival.feed(), arrival.offer())))
                    .toList();
            for (Arrival arrival : arrivals) {
                taken.put(arrival.offer().name(), take(arrival, startedBy));
            }
        } while (!arrivals.isEmpty());
        return List.copyOf(taken.values());
    }

    private ImportedFile take(Arrival arrival, String startedBy) {
        Offer offer = arrival.offer();
        try {
            return fileImport.take(arrival, startedBy);
        } catch (RuntimeException e) {
            // whatever is wrong with one file, those behind it must not suffer
            LOG.error("{} could not be looked at; the next run tries again", offer.name(), e);
            return FileRow.of(offer)
                    .with(Standing.NEW.in(State.STOPPED, "障害のため取り込めませんでした。原因を除いたあと、次の取込で取り込みます。"))
                    .view();
        }
    }

    @Override
    public List<ImportedFile> list(int limit) {
        guard.require(Permission.EXCHANGE_VIEW);
        List<Arrival> arrivals = arrivals();
        return transactions.required(database -> {
            List<FileRow> newest = register.newest(database, limit);
            Set<String> names = newest.stream().map(FileRow::name).collect(Collectors.toSet());
            List<FileRow> all = new ArrayList<>();
            for (Arrival arrival : arrivals) {
                Offer offer = arrival.offer();
                if (all.size() < limit && !names.contains(offer.name())) {
                    all.add(register.newest(database, offer.name()).orElseGet(() -> lyingReady(offer)));
                }
            }
            all.addAll(newest);
            return all.stream().limit(limit).map(FileRow::view).toList();
        });
    }

    private static FileRow lyingReady(Offer offer) {
        if (offer.manifest().isEmpty()) {
            return FileRow.unannounced(offer);
        }
        return Manifest.read(offer.manifest()) instanceof Manifest.Read read
                ? FileRow.of(offer, read.manifest())
                : FileRow.of(offer);
    }

    @Override
    public List<ImportError> errors(String fileName, int limit) {
        guard.require(Permission.EXCHANGE_VIEW);
        return transactions.required(database -> fileErrors.ofName(database, fileName, limit));
    }

    /**
     * What lies ready, in the order in which it is to be taken. Of a system's connectors the one in use gives the files of an
     * interface that several carry; what lies ready at the others waits until they are in use.
     */
    private List<Arrival> arrivals() {
        Map<String, FeedHandler> byInterface = new HashMap<>();
        handlers.forEach(handler -> byInterface.put(handler.interfaceId(), handler));
        Map<String, ConnectorName> carriers = new HashMap<>();
        Map<String, Arrival> byName = new HashMap<>();
        List<Socket<Feed>> plugged = feeds.get();
        interfaces.keySet().retainAll(plugged);
        for (Socket<Feed> feed : plugged) {
            for (Offer offer : offersOf(feed, carriers)) {
                byName.putIfAbsent(
                        offer.name(),
                        new Arrival(feed, offer, Optional.ofNullable(byInterface.get(offer.interfaceId()))));
            }
        }
        return byName.values().stream().sorted(ORDER).toList();
    }

    /** @param carriers which connector gives which interface of a system; the feed's are added where there is none yet */
    private List<Offer> offersOf(Socket<Feed> feed, Map<String, ConnectorName> carriers) {
        try {
            // kept, so that a feed that is out of service does not leave its interfaces to another
            Set<String> own = interfaces.computeIfAbsent(feed, asked -> asked.ask(LIMIT, Feed::interfaces)).stream()
                    .filter(id -> carriers.computeIfAbsent(feed.name().system() + " " + id, first -> feed.name())
                            .equals(feed.name()))
                    .collect(Collectors.toSet());
            return feed.ask(LIMIT, Feed::offers).stream()
                    .filter(offer -> own.contains(offer.interfaceId()))
                    .toList();
        } catch (OutOfService e) {
            LOG.warn("{} offers nothing now: {}", feed.name().value(), e.getMessage());
        } catch (RuntimeException e) {
            // a fault of one connector must not keep the others
            LOG.error("{} does not say what it offers", feed.name().value(), e);
        }
        return List.of();
    }

    private static String dateOf(Offer offer) {
        return Manifest.read(offer.manifest()) instanceof Manifest.Read read
                ? read.manifest().businessDate()
                : "";
    }
}
