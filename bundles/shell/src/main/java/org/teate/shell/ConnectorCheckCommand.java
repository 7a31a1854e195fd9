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
import org.teate.exchange.Health;

/** {@code connector:check} asks a connector whether it reaches its system. */
@Service
@Command(scope = "connector", name = "check", description = "Asks a connector whether it reaches its system")
public class ConnectorCheckCommand implements Action {

    @Reference
    private Connectors connectors;

    @Argument(name = "connector", description = "The connector's name, such as welfare-next", required = true)
    @Completion(ConnectorCompleter.class)
    private String name;

    @Override
    public Object execute() {
        Health health = connectors.check(name);
        System.out.println(name + ": " + health.state().label() + (health.text().isEmpty() ? "" : " " + health.text()));
        return null;
    }
}
