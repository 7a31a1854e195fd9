// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.teate.exchange.Connectors;
import org.teate.exchange.PluggedConnector;

/** Completes the names of the connectors. */
@Service
public class ConnectorCompleter implements Completer {

    @Reference
    private Connectors connectors;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> names =
                connectors.list().stream().map(PluggedConnector::name).toList();
        return new StringsCompleter(names).complete(session, line, candidates);
    }
}
