// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teate.access.Guard;
import org.teate.access.SystemAccount;
import org.teate.access.WorkItem;
import org.teate.access.Worklist;
import org.teate.kernel.AddresseeNumber;
import org.teate.ports.OutOfService;
import org.teate.ports.Teller;

/**
 * One round of the courier: every system that can be told is told what waits for it, in order.
 *
 * <p>A message that cannot be told now waits longer each time, a refused one until a person has looked at it; either
 * holds back its own subject and no other. A system that is out of service is left alone for a while. Not thread-safe
 * but for {@link #end}.
 */
@Component(service = Rounds.class)
public final class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    /** After so many attempts, about half an hour, a person is asked to look. */
    private static final int MANY_ATTEMPTS = 10;
    /** What has been told is marked after so many messages or after a second: that much is told again after a kill. */
    private static final int PAGE = 100;

    private final Transactions transactions;
    private final Supplier<List<Socket<Teller>>> tellers;
    private final Guard guard;
    private final Worklist worklist;
    private final Clock clock;
    private final OutboxTable table = new OutboxTable();
    private final Map<String, Pause> pauses = new HashMap<>();
    private volatile boolean ended;

    /** A system that was out of service so many times in a row is not tried before then. */
    private record Pause(int failures, Instant until) {}

    private enum Outcome {
        TOLD,
        HELD_BACK,
        OUT_OF_SERVICE
    }

    @Activate
    public Rounds(
            @Reference Transactions transactions,
            @Reference Switchboard switchboard,
            @Reference Guard guard,
            @Reference Worklist worklist,
            @Reference Clock clock) {
        this(transactions, switchboard::tellers, guard, worklist, clock);
    }

    Rounds(
            Transactions transactions,
            Supplier<List<Socket<Teller>>> tellers,
            Guard guard,
            Worklist worklist,
            Clock clock) {
        this.transactions = transactions;
        this.tellers = tellers;
        this.guard = guard;
        this.worklist = worklist;
        this.clock = clock;
    }

    /** Tells what can be told now. */
    void make() {
        guard.actingAs(SystemAccount.COURIER, () -> {
            Set<String> visited = new HashSet<>();
            for (Socket<Teller> teller : tellers.get()) {
                visit(teller, visited);
            }
            return visited;
        });
    }

    /** Ends the round after the call that is being made. */
    void end() {
        ended = true;
    }

    private void visit(Socket<Teller> teller, Set<String> visited) {
        try {
            String system = teller.ask(LIMIT, Teller::system);
            Pause pause = pauses.getOrDefault(system, new Pause(0, Instant.MIN));
            // a call that its caller has given up may still be telling: another one could overtake it
            boolean free = teller.hanging() == 0;
            if (visited.add(system) && free && !clock.instant().isBefore(pause.until())) {
                tellAll(teller, system);
            }
        } catch (OutOfService e) {
            LOG.warn("A teller is out of service: {}", e.getMessage());
        }
    }

    private void tellAll(Socket<Teller> teller, String system) {
        Set<String> heldBack = new HashSet<>();
        long after = 0;
        boolean open = true;
        while (open && !ended) {
            long from = after;
            List<Letter> page = transactions.required(db -> table.page(db, system, from, PAGE));
            open = !page.isEmpty() && tellPage(teller, page, heldBack);
            after = page.isEmpty() ? after : page.get(page.size() - 1).number();
        }
    }

    /** @return false if the system is out of service */
    private boolean tellPage(Socket<Teller> teller, List<Letter> page, Set<String> heldBack) {
        List<Letter> told = new ArrayList<>();
        long start = System.nanoTime();
        try {
            for (Letter letter : page) {
                String subject = letter.message().subject();
                if (ended || !mayBeTold(letter, heldBack)) {
                    heldBack.add(subject);
                    continue;
                }
                Outcome outcome = tell(teller, letter);
                if (outcome == Outcome.TOLD) {
                    told.add(letter);
                    pauses.remove(letter.message().system());
                } else if (outcome == Outcome.HELD_BACK) {
                    heldBack.add(subject);
                } else {
                    return false;
                }
                if (System.nanoTime() - start > 1_000_000_000L) {
                    mark(told);
                    start = System.nanoTime();
                }
            }
            return true;
        } finally {
            mark(told);
        }
    }

    private boolean mayBeTold(Letter letter, Set<String> heldBack) {
        return !letter.refused()
                && !letter.nextAttempt().isAfter(clock.instant())
                && !heldBack.contains(letter.message().subject());
    }

    private void mark(List<Letter> told) {
        if (!told.isEmpty()) {
            transactions.required(db -> {
                table.markTold(db, told, clock.instant());
                return told;
            });
            told.clear();
        }
    }

    private Outcome tell(Socket<Teller> teller, Letter letter) {
        try {
            teller.ask(LIMIT, connector -> {
                connector.tell(letter.message());
                return Outcome.TOLD;
            });
            return Outcome.TOLD;
        } catch (OutOfService e) {
            LOG.warn("{} cannot be told now: {}", letter.message(), e.getMessage());
            pause(letter.message().system());
            postpone(letter, e);
            return Outcome.OUT_OF_SERVICE;
        } catch (IllegalArgumentException e) {
            LOG.warn("{} was refused", letter.message());
            refuse(letter, e);
            return Outcome.HELD_BACK;
        } catch (RuntimeException e) {
            // a fault of the connector with this message must not keep the others
            LOG.error("{} cannot be told: the connector failed", letter.message(), e);
            postpone(letter, e);
            return Outcome.HELD_BACK;
        }
    }

    private void pause(String system) {
        Instant now = clock.instant();
        int failures = pauses.getOrDefault(system, new Pause(0, now)).failures() + 1;
        pauses.put(system, new Pause(failures, now.plus(backOff(failures, LONGEST_PAUSE))));
    }

    private void postpone(Letter letter, RuntimeException reason) {
        int attempts = letter.attempts() + 1;
        Instant next = clock.instant().plus(backOff(attempts, LONGEST_WAIT));
        transactions.required(db -> {
            table.postpone(db, letter, next, text(reason));
            if (attempts == MANY_ATTEMPTS) {
                worklist.add(List.of(item(letter, "late", attempts + "回試みましたが連携先に届いていません。続けて試みます。")));
            }
            return letter;
        });
    }

    private void refuse(Letter letter, IllegalArgumentException reason) {
        transactions.required(db -> {
            table.refuse(db, letter, text(reason));
            worklist.add(List.of(item(letter, "refused", "連携先が受け付けませんでした。後続の通知はこの通知が片付くまで保留します。" + text(reason))));
            return letter;
        });
    }

    private static WorkItem item(Letter letter, String what, String text) {
        String subject = letter.message().subject();
        String full = letter.message().system() + "あて" + letter.message().kind() + "("
                + letter.message().key() + "): " + text;
        return new WorkItem(
                "outbox:" + letter.number() + ":" + letter.attempts() + ":" + what,
                "outbox." + letter.message().system(),
                AddresseeNumber.isValid(subject) ? Optional.of(AddresseeNumber.of(subject)) : Optional.empty(),
                full.length() <= 500 ? full : full.substring(0, 500));
    }

    private static String text(RuntimeException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** Two seconds after the first failure, twice as long after each further one. */
    private static Duration backOff(int failures, Duration longest) {
        Duration wait = Duration.ofSeconds(1L << Math.min(failures, 20));
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
