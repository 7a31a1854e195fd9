// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.teate.exchange.Connectors;
import org.teate.exchange.PluggedConnector;
import org.teate.exchange.PluggedConnector.Port;

/** {@code connector:list} shows which connectors are plugged in, which are in use, and what has gone through them. */
@Service
@Command(
        scope = "connector",
        name = "list",
        description = "Lists the connectors: which are in use, and the calls through each port")
public class ConnectorListCommand implements Action {

    @Reference
    private Connectors connectors;

    @Override
    public Object execute() {
        ShellTable table = new ShellTable().emptyTableText("No connector is plugged in");
        table.column("Name");
        table.column("System");
        table.column("State");
        table.column("To tell").alignRight();
        table.column("Port");
        table.column("Inside").alignRight();
        table.column("Hanging").alignRight();
        table.column("Answered").alignRight();
        table.column("Failed").alignRight();
        table.column("Out of service").alignRight();
        table.column("Longest").alignRight();
        table.column("Since");
        table.column("Health");
        connectors.list().forEach(connector -> addRows(table, connector));
        table.print(System.out);
        return null;
    }

    private void addRows(ShellTable table, PluggedConnector connector) {
        String toTell = toTell(connector);
        String health = connector.health().map(known -> known.state().label()).orElse("");
        List<Port> ports = connector.ports();
        if (ports.isEmpty()) {
            table.addRow()
                    .addContent(
                            connector.name(),
                            connector.system(),
                            connector.state().label(),
                            toTell,
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "");
        }
        for (Port port : ports) {
            table.addRow()
                    .addContent(
                            connector.name(),
                            connector.system(),
                            connector.state().label(),
                            toTell,
                            port.name(),
                            port.inside(),
                            port.hanging(),
                            port.answered(),
                            port.failed(),
                            port.outOfService(),
                            port.longest().toMillis() + " ms",
                            Times.of(port.since()),
                            health);
        }
    }

    /** How many messages its system would be told if it were promoted now. */
    private String toTell(PluggedConnector connector) {
        return switch (connector.state()) {
            case STANDBY, ON_TRIAL -> String.valueOf(
                    connectors.prospect(connector.name()).untold());
            case IN_USE, ABSENT -> "";
        };
    }
}
