// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.ports;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A plug through which an external system is told facts.
 *
 * <p>The courier of {@code exchange} calls it with messages of the outbox: at least once each, in the order of each
 * subject, never two of one subject at the same time.
 */
@ConsumerType
public interface Teller extends Connector {

    /** The system that this connector tells, as in {@link Message#system()}. */
    String system();

    /**
     * Tells the other system and returns when it has taken the message, also when it had taken the same key before.
     *
     * @throws OutOfService if it cannot be told now; the message will be told again later
     * @throws IllegalArgumentException if the other system refuses this message for good; a person will look at it
     */
    void tell(Message message);
}
