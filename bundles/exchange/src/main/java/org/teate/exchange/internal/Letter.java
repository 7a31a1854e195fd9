// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.time.Instant;
import org.teate.ports.Message;

/**
 * A message that has not been told yet.
 *
 * @param number its place in the outbox
 * @param attempts how often it could not be told
 * @param nextAttempt before which it is not tried again
 * @param refused whether its system has refused it
 */
record Letter(long number, int attempts, Instant nextAttempt, boolean refused, Message message) {}
