// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.teate.access.Approval;
import org.teate.ports.Message;

/** What an operator sees of the {@link Outbox}, and what a person does when a system does not take a message. Thread-safe. */
@ProviderType
public interface Queues {

    /**
     * What waits, by system.
     *
     * @throws org.teate.access.Forbidden without {@code EXCHANGE_VIEW}
     */
    List<Queue> queues();

    /**
     * The messages that wait for a system, in the order in which they are told.
     *
     * @param refused only those that the system has refused
     * @param after only those after this {@link WaitingMessage#number()}, for paging; 0 from the start
     * @param limit at most so many
     * @throws org.teate.access.Forbidden without {@code EXCHANGE_VIEW}
     */
    List<WaitingMessage> messages(String system, boolean refused, long after, int limit);

    /**
     * The message with that key, if it waits.
     *
     * @throws org.teate.access.Forbidden without {@code EXCHANGE_VIEW}
     */
    Optional<WaitingMessage> find(String key);

    /**
     * A message with its content, told or not, if there is one with that key; opening it is audited.
     *
     * @throws org.teate.access.Forbidden without {@code EXCHANGE_VIEW} and {@code PERSON_VIEW}
     */
    Optional<Message> open(String key);

    /**
     * Has a message told again at once that its system had refused, or that could not be told.
     *
     * @param key the message's key
     * @param reason why it will be taken now, not blank, at most 300 characters
     * @return whether there was such a message
     * @throws IllegalArgumentException if there is no reason, or a longer one
     * @throws org.teate.access.Forbidden without {@code EXCHANGE_IMPORT}
     */
    boolean retry(String key, String reason);

    /**
     * Proposes not to tell a message (取消の起案) that its system has refused, or that could not be told. It waits on, and holds
     * back its subject, until a second person has approved.
     *
     * @param reason why, not blank, at most 300 characters
     * @throws IllegalArgumentException if there is no reason, or a longer one
     * @throws org.teate.access.Forbidden without {@code EXCHANGE_IMPORT}
     */
    Discard proposeDiscard(String key, String reason);

    /**
     * Approves what {@link #proposeDiscard} has proposed: no system is told the message any more, and its subject's later
     * ones are told. If the message has been told meanwhile, the proposal is sent back instead and nothing is discarded.
     *
     * @param draft the proposal's number
     * @throws IllegalArgumentException if there is no such proposal
     * @throws org.teate.access.Forbidden without {@code EXCHANGE_APPROVE}
     */
    Discard approveDiscard(long draft);

    /**
     * Sends back what {@link #proposeDiscard} has proposed.
     *
     * @param draft the proposal's number
     * @param reason why, not blank, at most 300 characters
     * @throws IllegalArgumentException if there is no such proposal or no reason, or a longer one
     * @throws org.teate.access.Forbidden without {@code EXCHANGE_APPROVE}
     */
    Discard sendBackDiscard(long draft, String reason);

    /**
     * The proposal to discard a message on which nobody has decided; the message itself may have been told meanwhile.
     *
     * @throws org.teate.access.Forbidden without {@code EXCHANGE_VIEW}
     */
    Optional<Approval> proposal(String key);
}
