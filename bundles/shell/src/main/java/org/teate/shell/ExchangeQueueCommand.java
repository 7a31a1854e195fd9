// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.teate.exchange.Queue;
import org.teate.exchange.Queues;

/** {@code exchange:queue} shows how many messages wait for each system. */
@Service
@Command(scope = "exchange", name = "queue", description = "Shows how many messages wait for each system")
public class ExchangeQueueCommand implements Action {

    @Reference
    private Queues queues;

    @Override
    public Object execute() {
        ShellTable table = new ShellTable().emptyTableText("No message waits");
        table.column("System");
        table.column("Waiting").alignRight();
        table.column("Refused").alignRight();
        table.column("Oldest");
        for (Queue queue : queues.queues()) {
            table.addRow().addContent(queue.system(), queue.waiting(), queue.refused(), Times.of(queue.oldest()));
        }
        table.print(System.out);
        return null;
    }
}
