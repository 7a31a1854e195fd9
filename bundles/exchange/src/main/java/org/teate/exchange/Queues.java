// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What an operator sees of the {@link Outbox}, and what a person does when a system has refused a message. Thread-safe. */
@ProviderType
public interface Queues {

    /**
     * What waits, by system.
     *
     * @throws org.teate.access.Forbidden without {@code EXCHANGE_VIEW}
     */
    List<Queue> queues();

    /**
     * Has a message told again that its system had refused.
     *
     * @param key the message's key
     * @param reason why it will be taken now, not blank
     * @return whether there was such a message
     * @throws org.teate.access.Forbidden without {@code EXCHANGE_IMPORT}
     */
    boolean retry(String key, String reason);
}
