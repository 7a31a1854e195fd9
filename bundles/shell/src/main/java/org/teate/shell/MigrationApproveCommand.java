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

/** {@code migration:approve} approves a drafted cut-over and starts it. */
@Service
@Command(
        scope = "migration",
        name = "approve",
        description = "Approves a drafted cut-over and starts it; not for the one who drafted it")
public class MigrationApproveCommand implements Action {

    @Reference
    private Migrations migrations;

    @Argument(name = "migration", description = "The number of the migration", required = true)
    @Completion(MigrationCompleter.class)
    private String number;

    @Option(name = "--wait", description = "Comes back only when it is over")
    private boolean wait;

    @Override
    public Object execute() throws InterruptedException {
        MigrationPrinter.print(migrations, migrations.approve(number), wait);
        return null;
    }
}
