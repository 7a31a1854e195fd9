// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange;

import java.time.Instant;
import java.util.Optional;

/**
 * A message that waits to be told, without its content.
 *
 * @param number its place in the outbox
 * @param key what makes it itself
 * @param kind what is told
 * @param subject whose messages are told in order
 * @param refused whether its system has refused it
 * @param attempts how often it could not be told
 * @param lastError why not, the last time; empty if it was not tried
 * @param putAt when it was put
 * @param nextAttempt before which it is not tried again
 * @param discard the proposal to discard it that waits for approval, if there is one
 */
public record WaitingMessage(
        long number,
        String key,
        String kind,
        String subject,
        boolean refused,
        int attempts,
        String lastError,
        Instant putAt,
        Instant nextAttempt,
        Optional<ProposedDiscard> discard) {

    /**
     * A proposal to discard a message.
     *
     * @param draft its number
     * @param reason why
     * @param by the login of who proposes it
     */
    public record ProposedDiscard(long draft, String reason, String by) {}
}
