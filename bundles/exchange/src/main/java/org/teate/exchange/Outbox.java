// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.teate.ports.Message;

/**
 * What Teate has decided to tell another system, kept until it has been told.
 *
 * <p>A message is written in the caller's transaction: if the decision is rolled back, so is the message, and once it
 * is committed the message survives a restart and a connector swap. It is told at least once, in the order of each
 * {@link Message#subject() subject}: the order in which the messages were put, as long as transactions that put messages
 * of one subject do not overlap. One that is refused holds back its own subject and no other. Putting a key again
 * changes nothing. Thread-safe.
 */
@ProviderType
public interface Outbox {

    /** @throws IllegalStateException if the caller has no transaction */
    void put(Message message);

    /**
     * Puts many at once.
     *
     * @throws IllegalStateException if the caller has no transaction
     */
    void put(List<Message> messages);

    /**
     * How many messages wait, by system.
     *
     * @throws org.teate.access.Forbidden without {@code EXCHANGE_VIEW}
     */
    Map<String, Long> waiting();

    /**
     * Whether a message had been put and not told at some instant; false of a key that was never put.
     *
     * @param at now, or an instant since which somebody else has not looked
     * @throws org.teate.access.Forbidden if nobody acts on this thread; it tells of no one
     */
    boolean wasUntold(String key, Instant at);
}
