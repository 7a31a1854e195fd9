// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teate.access.Guard;
import org.teate.access.SystemAccount;
import org.teate.access.Worklist;
import org.teate.exchange.internal.Delivery.Result;
import org.teate.ports.OutOfService;
import org.teate.ports.Teller;

/**
 * One round of the courier: every system that can be told is told what waits for it, in order.
 *
 * <p>A system that is out of service is left alone for a while. If its teller is swapped while a page is being told, the
 * round goes on with the successor at once: what was told is marked first, then a connector of another name is made up
 * with ({@link TellerTable#takeOver}), one of the same name goes on where the other stopped.
 *
 * <p><b>Why a call that hangs cannot break the order.</b> A teller is told one message at a time, and none while a call
 * that was given up is still inside it; so at most one message is with a teller that has been swapped. That message was
 * the first of its subject and is not marked, so the successor is told it before any later one of the subject. If the
 * hung call gets through before, the successor's is the second with its key; if it gets through after, it is the second
 * itself: either way the receiver acts on the first alone, and no later message of the subject can have come between. If
 * the successor tells another system, the former one's mark lies below the message, so it will be told it again, and
 * first, when it comes back.
 *
 * <p>Not thread-safe but for {@link #end}.
 */
@Component(service = Rounds.class)
public final class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    /**
     * So long a system waits for its teller to come back before one that nobody has chosen takes over: while a bundle is
     * updated, another generation's system must not be told all that it does not know.
     */
    private static final Duration LOYALTY = Duration.ofSeconds(10);

    private static final int PAGE = 500;

    private final Transactions transactions;
    private final Supplier<List<Socket<Teller>>> tellers;
    private final Predicate<ConnectorName> chosen;
    private final Guard guard;
    private final Clock clock;
    private final Delivery delivery;
    private final OutboxTable table = new OutboxTable();
    private final TellerTable marks = new TellerTable();
    private final Map<Socket<Teller>, String> systems = new HashMap<>();
    private final Set<Socket<Teller>> silent = new HashSet<>();
    private final Map<String, Pause> pauses = new HashMap<>();
    private final Map<String, Instant> missingSince = new HashMap<>();
    private volatile boolean ended;

    /** A teller whose system was out of service so many times in a row is not tried before then. */
    private record Pause(Socket<Teller> teller, int failures, Instant until) {}

    @Activate
    public Rounds(
            @Reference Transactions transactions,
            @Reference Switchboard switchboard,
            @Reference Choices choices,
            @Reference Guard guard,
            @Reference Worklist worklist,
            @Reference Clock clock) {
        this(transactions, switchboard::tellers, choices::isChosen, guard, worklist, clock);
    }

    /**
     * @param tellers those that are plugged in, the one in use for its system before the others
     * @param chosen whether somebody has chosen the connector for its system
     */
    Rounds(
            Transactions transactions,
            Supplier<List<Socket<Teller>>> tellers,
            Predicate<ConnectorName> chosen,
            Guard guard,
            Worklist worklist,
            Clock clock) {
        this.transactions = transactions;
        this.tellers = tellers;
        this.chosen = chosen;
        this.guard = guard;
        this.clock = clock;
        this.delivery = new Delivery(transactions, worklist, clock);
    }

    /** Tells what can be told now. */
    void make() {
        guard.actingAs(SystemAccount.COURIER, () -> {
            Set<String> all = new LinkedHashSet<>();
            List<Socket<Teller>> plugged = tellers.get();
            // nothing of a connector that has gone may be kept
            systems.keySet().retainAll(plugged);
            silent.clear();
            pauses.values().removeIf(pause -> !plugged.contains(pause.teller()));
            plugged.forEach(teller -> systemOf(teller).ifPresent(all::add));
            all.forEach(this::visit);
            return all;
        });
    }

    /** Ends the round after the call that is being made. */
    void end() {
        ended = true;
    }

    /** Asks each teller until it has answered, but once a round: one that hangs must not hold up the others for long. */
    private Optional<String> systemOf(Socket<Teller> teller) {
        if (silent.contains(teller)) {
            return Optional.empty();
        }
        try {
            return Optional.of(systems.computeIfAbsent(teller, asked -> asked.ask(LIMIT, Teller::system)));
        } catch (OutOfService e) {
            LOG.warn("{} does not say which system it tells: {}", teller.name().value(), e.getMessage());
        } catch (RuntimeException e) {
            // a fault of one connector must not keep the others
            LOG.error("{} does not say which system it tells", teller.name().value(), e);
        }
        silent.add(teller);
        return Optional.empty();
    }

    private Optional<Socket<Teller>> tellerOf(String system) {
        return tellers.get().stream()
                .filter(teller -> systemOf(teller).filter(system::equals).isPresent())
                .findFirst();
    }

    private boolean isTellerOf(String system, Socket<Teller> teller) {
        return !ended && tellerOf(system).filter(teller::equals).isPresent();
    }

    private void visit(String system) {
        Optional<Socket<Teller>> before = Optional.empty();
        Set<String> heldBack = new HashSet<>();
        long after = 0;
        Result result = Result.TOLD;
        while (!ended && result != Result.OUT_OF_SERVICE) {
            Optional<Socket<Teller>> teller = tellerOf(system);
            if (teller.isEmpty() || rests(system, teller.get())) {
                return;
            }
            if (!teller.equals(before)) {
                if (!isInCharge(system, teller.get())) {
                    return;
                }
                before = teller;
                heldBack.clear();
                after = 0;
            }
            long from = after;
            List<Letter> page = transactions.required(db -> table.page(db, system, from, PAGE));
            if (page.isEmpty()) {
                return;
            }
            result = tell(system, teller.get(), page, heldBack);
            // of a page that was not finished, the rest is read again
            after = result == Result.SWAPPED ? after : page.get(page.size() - 1).number();
        }
    }

    private Result tell(String system, Socket<Teller> teller, List<Letter> page, Set<String> heldBack) {
        Result result = delivery.tell(teller, page, heldBack, () -> isTellerOf(system, teller));
        if (result == Result.OUT_OF_SERVICE) {
            Instant now = clock.instant();
            Pause pause = pauses.get(system);
            int failures = pause != null && pause.teller().equals(teller) ? pause.failures() + 1 : 1;
            pauses.put(system, new Pause(teller, failures, now.plus(Delivery.backOff(failures, LONGEST_PAUSE))));
        } else if (result == Result.TOLD) {
            pauses.remove(system);
        }
        return result;
    }

    private boolean rests(String system, Socket<Teller> teller) {
        Pause pause = pauses.get(system);
        boolean paused = pause != null
                && pause.teller().equals(teller)
                && clock.instant().isBefore(pause.until());
        return paused || teller.hanging() > 0;
    }

    /** Whether the system is told through this teller now; sees to it that it knows what the former one's system knows. */
    private boolean isInCharge(String system, Socket<Teller> teller) {
        String name = teller.name().value();
        Optional<String> former = transactions.required(db -> marks.inUse(db, system));
        if (former.isEmpty() || former.get().equals(name) || mayReplace(former.get(), system, teller)) {
            missingSince.remove(system);
            if (transactions.required(db -> marks.takeOver(db, system, name, clock.instant()))) {
                LOG.info("{} is told through {} from now on", system, name);
            }
            return true;
        }
        return false;
    }

    private boolean mayReplace(String former, String system, Socket<Teller> teller) {
        boolean plugged =
                tellers.get().stream().anyMatch(other -> other.name().value().equals(former));
        Instant now = clock.instant();
        Instant since = missingSince.computeIfAbsent(system, missing -> now);
        return plugged || chosen.test(teller.name()) || !now.isBefore(since.plus(LOYALTY));
    }
}
