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

/** {@code connector:rollback} puts the connector in use that was in use before. */
@Service
@Command(
        scope = "connector",
        name = "rollback",
        description = "Puts the connector in use that was in use before the last choice for a system")
public class ConnectorRollbackCommand implements Action {

    @Reference
    private Connectors connectors;

    @Argument(name = "system", description = "The system, such as welfare", required = true)
    @Completion(SystemCompleter.class)
    private String system;

    @Argument(index = 1, name = "reason", description = "Why, for the audit trail", required = true)
    private String reason;

    @Override
    public Object execute() {
        SwapPrinter.print(connectors.rollback(system, reason));
        return null;
    }
}
