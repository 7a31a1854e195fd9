// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.teate.exchange.Queues;

/** {@code exchange:retry} has a message told again. */
@Service
@Command(
        scope = "exchange",
        name = "retry",
        description = "Has a message told again at once that was refused or could not be told")
public class ExchangeRetryCommand implements Action {

    @Reference
    private Queues queues;

    @Argument(name = "key", description = "The message's key", required = true)
    private String key;

    @Argument(index = 1, name = "reason", description = "Why it will be taken now", required = true)
    private String reason;

    @Override
    public Object execute() {
        if (!queues.retry(key, reason)) {
            throw new IllegalArgumentException("No message " + key + " waits that was refused or could not be told");
        }
        System.out.println(key + " is told again");
        return null;
    }
}
