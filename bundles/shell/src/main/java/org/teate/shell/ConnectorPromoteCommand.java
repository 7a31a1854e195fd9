// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.teate.exchange.Connectors;

/** {@code connector:promote} puts a connector in use for its system. */
@Service
@Command(
        scope = "connector",
        name = "promote",
        description = "Puts a connector in use: new calls go to it at once",
        detailedDescription = "classpath:connector-promote.txt")
public class ConnectorPromoteCommand implements Action {

    @Reference
    private Connectors connectors;

    @Argument(name = "connector", description = "The connector's name, such as welfare-next", required = true)
    @Completion(ConnectorCompleter.class)
    private String name;

    @Argument(index = 1, name = "reason", description = "Why, for the audit trail", required = true)
    private String reason;

    @Override
    public Object execute() {
        SwapPrinter.print(connectors.promote(name, reason));
        return null;
    }
}
