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
import org.teate.exchange.Migrations;

/** {@code migration:rehearse} hands everything over to a place apart from the other system's own data. */
@Service
@Command(
        scope = "migration",
        name = "rehearse",
        description = "Tries to hand everything over, into a place apart from the receiver's own data",
        detailedDescription = "classpath:migration-rehearse.txt")
public class MigrationRehearseCommand implements Action {

    @Reference
    private Migrations migrations;

    @Argument(
            name = "connector",
            description = "The connector of the receiving system, such as welfare-next",
            required = true)
    @Completion(ConnectorCompleter.class)
    private String connector;

    @Option(name = "--wait", description = "Comes back only when it is over")
    private boolean wait;

    @Override
    public Object execute() throws InterruptedException {
        MigrationPrinter.print(migrations, migrations.rehearse(connector), wait);
        return null;
    }
}
