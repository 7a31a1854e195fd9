// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.teate.exchange.Migrations;

/** {@code migration:send-back} sends a drafted cut-over back. */
@Service
@Command(
        scope = "migration",
        name = "send-back",
        description = "Sends a drafted cut-over back to the one who drafted it")
public class MigrationSendBackCommand implements Action {

    @Reference
    private Migrations migrations;

    @Argument(name = "migration", description = "The number of the migration", required = true)
    @Completion(MigrationCompleter.class)
    private String number;

    @Argument(index = 1, name = "reason", description = "Why, for the drafter and the audit trail", required = true)
    private String reason;

    @Override
    public Object execute() throws InterruptedException {
        MigrationPrinter.print(migrations, migrations.sendBack(number, reason), false);
        return null;
    }
}
