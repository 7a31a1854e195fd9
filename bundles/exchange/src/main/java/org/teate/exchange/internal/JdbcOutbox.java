// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.exchange.Outbox;
import org.teate.ports.Message;

/**
 * The outbox in SQL; rings for the {@link Courier} when something has been put and committed.
 *
 * <p>Numbers its messages itself, going on after the greatest one: one server writes to a database. Derby's identity
 * columns refuse an insert that needs new numbers while another statement about the table is compiled.
 */
@Component(service = {Outbox.class, JdbcOutbox.class})
public final class JdbcOutbox implements Outbox {

    private final Transactions transactions;
    private final Guard guard;
    private final Clock clock;
    private final OutboxTable table = new OutboxTable();
    private final TellerTable tellers = new TellerTable();
    private final AtomicLong lastNumber;
    private final Semaphore bell = new Semaphore(0);

    @Activate
    public JdbcOutbox(@Reference Transactions transactions, @Reference Guard guard, @Reference Clock clock) {
        this.transactions = transactions;
        this.guard = guard;
        this.clock = clock;
        this.lastNumber = new AtomicLong(transactions.required(tellers::greatestNumber));
    }

    @Override
    public void put(Message message) {
        put(List.of(message));
    }

    @Override
    public void put(List<Message> messages) {
        transactions.mandatory(database -> {
            table.add(database, messages, lastNumber::incrementAndGet, clock.instant());
            transactions.afterCommit(this::ring);
            return messages;
        });
    }

    @Override
    public Map<String, Long> waiting() {
        guard.require(Permission.EXCHANGE_VIEW);
        Map<String, Long> waiting = new TreeMap<>();
        transactions.required(table::queues).forEach(queue -> waiting.put(queue.system(), queue.waiting()));
        return waiting;
    }

    @Override
    public boolean wasUntold(String key, Instant at) {
        guard.actor();
        return transactions.required(database -> table.wasUntold(database, key, at));
    }

    /**
     * The number of the last message that was put for a system, 0 if there was none; in the caller's transaction.
     *
     * <p>Waits for decisions that are being written, and lets no other one be written until the caller's transaction ends:
     * it must be short.
     */
    long greatestNumber(String system) {
        return transactions.mandatory(database -> tellers.greatestNumber(database, system));
    }

    /** Whether the last message to the connector's system was told through it; another one may be in use since. */
    boolean tells(ConnectorName connector) {
        return transactions
                .required(database -> tellers.inUse(database, connector.system()))
                .filter(connector.value()::equals)
                .isPresent();
    }

    /**
     * Records in the caller's transaction that the system of a connector knows, by other means than messages, all that the
     * messages up to {@code number} say; when the connector comes into use, it is told what lies above and nothing else.
     *
     * <p>Who copies data marks the {@link #greatestNumber} in the transaction that asks for it, commits, and then reads the
     * first row: so the copy holds what the messages up to the number say, and may hold more, which is told again.
     *
     * @throws IllegalStateException if the connector is in use
     */
    void markHandedOver(String system, String connector, long number) {
        transactions.mandatory(database -> {
            if (tells(new ConnectorName(connector))) {
                throw new IllegalStateException(connector + " is in use: it is told by messages");
            }
            tellers.mark(database, system, connector, number);
            return number;
        });
    }

    /** How many messages a system would be told if it were told through the connector from now on. */
    long untold(String system, String connector) {
        return transactions.required(database -> tellers.untold(database, system, connector));
    }

    /** Ends the wait of {@link #awaitMail}. */
    void ring() {
        bell.release();
    }

    /** Waits until something new was put, but no longer than {@code most}. */
    void awaitMail(Duration most) throws InterruptedException {
        if (bell.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
            bell.drainPermits();
        }
    }
}
