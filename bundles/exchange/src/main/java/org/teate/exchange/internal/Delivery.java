// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teate.access.WorkItem;
import org.teate.access.Worklist;
import org.teate.kernel.AddresseeNumber;
import org.teate.ports.OutOfService;
import org.teate.ports.Teller;

/**
 * Tells one teller a page of messages and records what became of each.
 *
 * <p>A message that cannot be told now waits longer each time, a refused one until a person has looked at it; either
 * holds back its own subject and no other.
 */
final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    /** After so many attempts, about half an hour, a person is asked to look. */
    private static final int MANY_ATTEMPTS = 10;
    /** What has been told is marked at the end of the page or after so long: that much is told again after a kill. */
    private static final long BETWEEN_MARKS = 1_000_000_000L;

    private final Transactions transactions;
    private final Worklist worklist;
    private final Clock clock;
    private final OutboxTable table = new OutboxTable();

    /** What became of a message. */
    private enum Outcome {
        TOLD,
        HELD_BACK,
        OUT_OF_SERVICE,
        SWAPPED
    }

    /** What became of a page. */
    enum Result {
        /** Every message was told or held back, at least one was told. */
        TOLD,
        /** Every message was held back. */
        HELD_BACK,
        /** The system is out of service; the rest was not tried. */
        OUT_OF_SERVICE,
        /** Another teller is in use now; the rest was not tried. */
        SWAPPED
    }

    Delivery(Transactions transactions, Worklist worklist, Clock clock) {
        this.transactions = transactions;
        this.worklist = worklist;
        this.clock = clock;
    }

    /**
     * Tells what may be told of a page.
     *
     * @param heldBack the subjects that are held back; more are added
     * @param inUse whether the teller is still the one to be told
     */
    Result tell(Socket<Teller> teller, List<Letter> page, Set<String> heldBack, BooleanSupplier inUse) {
        List<Letter> told = new ArrayList<>();
        Result result = Result.HELD_BACK;
        long start = System.nanoTime();
        try {
            for (Letter letter : page) {
                switch (mayBeTold(letter, heldBack) ? tell(teller, letter, inUse) : Outcome.HELD_BACK) {
                    case TOLD -> {
                        told.add(letter);
                        result = Result.TOLD;
                    }
                    case HELD_BACK -> heldBack.add(letter.message().subject());
                    case OUT_OF_SERVICE -> {
                        return Result.OUT_OF_SERVICE;
                    }
                    case SWAPPED -> {
                        return Result.SWAPPED;
                    }
                }
                if (System.nanoTime() - start > BETWEEN_MARKS) {
                    mark(told);
                    start = System.nanoTime();
                }
            }
            return result;
        } finally {
            mark(told);
        }
    }

    private boolean mayBeTold(Letter letter, Set<String> heldBack) {
        return !letter.refused()
                && !letter.nextAttempt().isAfter(clock.instant())
                && !heldBack.contains(letter.message().subject());
    }

    /** Marks one by one: a span of numbers could hold one that was committed after the page was read. */
    private void mark(List<Letter> told) {
        if (!told.isEmpty()) {
            transactions.required(db -> {
                table.markTold(db, told, clock.instant());
                return told;
            });
            told.clear();
        }
    }

    private Outcome tell(Socket<Teller> teller, Letter letter, BooleanSupplier inUse) {
        if (!inUse.getAsBoolean()) {
            return Outcome.SWAPPED;
        }
        try {
            teller.ask(LIMIT, connector -> {
                connector.tell(letter.message());
                return Outcome.TOLD;
            });
            return Outcome.TOLD;
        } catch (OutOfService e) {
            if (e instanceof Unplugged || !inUse.getAsBoolean()) {
                return Outcome.SWAPPED;
            }
            LOG.warn("{} cannot be told now: {} {}", letter.message(), e.getMessage(), reason(e));
            postpone(letter, text(e));
            return Outcome.OUT_OF_SERVICE;
        } catch (IllegalArgumentException e) {
            LOG.warn("{} was refused", letter.message());
            refuse(letter, e);
            return Outcome.HELD_BACK;
        } catch (RuntimeException e) {
            // a fault of the connector with this message must not keep the others
            LOG.error("{} cannot be told: the connector failed", letter.message(), e);
            postpone(letter, "連携機能に誤りがありました。ログを確認してください。");
            return Outcome.HELD_BACK;
        }
    }

    private void postpone(Letter letter, String reason) {
        int attempts = letter.attempts() + 1;
        Instant next = clock.instant().plus(backOff(attempts, LONGEST_WAIT));
        transactions.required(db -> {
            table.postpone(db, letter, next, reason);
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
        return new WorkItem(
                "outbox:" + letter.number() + ":" + letter.attempts() + ":" + what,
                "outbox." + letter.message().system(),
                AddresseeNumber.isValid(subject) ? Optional.of(AddresseeNumber.of(subject)) : Optional.empty(),
                letter.message().system() + "あて" + letter.message().kind() + "("
                        + letter.message().key() + "): " + text);
    }

    private static String text(RuntimeException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** What the library said, of which the sentence for the staff does not speak. */
    private static String reason(OutOfService e) {
        return e.getCause() == null ? "" : "(" + e.getCause() + ")";
    }

    /** Two seconds after the first failure, twice as long after each further one. */
    static Duration backOff(int failures, Duration longest) {
        Duration wait = Duration.ofSeconds(1L << Math.min(failures, 20));
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
