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
import org.teate.exchange.Migration;
import org.teate.exchange.Migrations;

/** Completes the numbers of the migrations. */
@Service
public class MigrationCompleter implements Completer {

    @Reference
    private Migrations migrations;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> numbers = migrations.list().stream().map(Migration::number).toList();
        return new StringsCompleter(numbers).complete(session, line, candidates);
    }
}
