// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.teate.exchange.Queues;
import org.teate.exchange.WaitingMessage;

/** {@code exchange:messages} shows the messages that wait for a system. */
@Service
@Command(scope = "exchange", name = "messages", description = "Lists the messages that wait for a system, and why")
public class ExchangeMessagesCommand implements Action {

    @Reference
    private Queues queues;

    @Argument(name = "system", description = "The system, such as welfare", required = true)
    @Completion(SystemCompleter.class)
    private String system;

    @Option(name = "--refused", description = "Only those that the system has refused")
    private boolean refused;

    @Option(name = "--after", description = "Only those after this number")
    private long after;

    @Option(name = "--limit", description = "How many lines at most")
    private int limit = 50;

    @Override
    public Object execute() {
        ShellTable table = new ShellTable().emptyTableText("No message waits");
        table.column("Number").alignRight();
        table.column("Key");
        table.column("Kind");
        table.column("Subject");
        table.column("State");
        table.column("Attempts").alignRight();
        table.column("Put");
        table.column("Next attempt");
        table.column("Discard");
        table.column("Last error");
        for (WaitingMessage message : queues.messages(system, refused, after, limit)) {
            table.addRow()
                    .addContent(
                            message.number(),
                            message.key(),
                            message.kind(),
                            message.subject(),
                            message.refused() ? "受付不可" : "待機",
                            message.attempts(),
                            Times.of(message.putAt()),
                            message.refused() ? "" : Times.of(message.nextAttempt()),
                            message.discard()
                                    .map(discard -> "起案" + discard.draft() + ": " + discard.reason())
                                    .orElse(""),
                            message.lastError());
        }
        table.print(System.out);
        return null;
    }
}
