// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.teate.exchange.Discard;
import org.teate.exchange.Queues;

/** {@code exchange:discard} proposes not to tell a message. */
@Service
@Command(
        scope = "exchange",
        name = "discard",
        description = "Proposes to discard a message that was refused; a second person approves",
        detailedDescription = "classpath:exchange-discard.txt")
public class ExchangeDiscardCommand implements Action {

    @Reference
    private Queues queues;

    @Argument(name = "key", description = "The message's key", required = true)
    private String key;

    @Argument(index = 1, name = "reason", description = "Why nobody has to be told it", required = true)
    private String reason;

    @Override
    public Object execute() {
        print(queues.proposeDiscard(key, reason));
        return null;
    }

    static void print(Discard discard) {
        if (discard instanceof Discard.Proposed proposed) {
            System.out.println("Proposed; to be approved with exchange:approve-discard " + proposed.draft());
        } else if (discard instanceof Discard.Discarded discarded) {
            System.out.println(discarded.key() + " is discarded");
        } else {
            throw new IllegalStateException(((Discard.NotDiscarded) discard).reason());
        }
    }
}
