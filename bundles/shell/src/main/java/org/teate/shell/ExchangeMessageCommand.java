// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.teate.exchange.Queues;
import org.teate.ports.Message;

/** {@code exchange:message} opens one message of the outbox. */
@Service
@Command(
        scope = "exchange",
        name = "message",
        description = "Opens a message with its content, which is audited; only for those who may see persons")
public class ExchangeMessageCommand implements Action {

    @Reference
    private Queues queues;

    @Argument(name = "key", description = "The message's key", required = true)
    private String key;

    @Override
    public Object execute() {
        Message message =
                queues.open(key).orElseThrow(() -> new IllegalArgumentException("There is no message " + key));
        System.out.println(message.system() + " " + message.kind() + " " + message.subject());
        System.out.println(message.body());
        return null;
    }
}
