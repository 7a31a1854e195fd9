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

/** {@code migration:status} shows the migrations, and how far the sets of one have gone. */
@Service
@Command(
        scope = "migration",
        name = "status",
        description = "Shows the migrations, and how far the sets of one have gone")
public class MigrationStatusCommand implements Action {

    @Reference
    private Migrations migrations;

    @Argument(name = "migration", description = "The number of the migration; else the newest one")
    @Completion(MigrationCompleter.class)
    private String number;

    @Override
    public Object execute() {
        if (number == null) {
            MigrationPrinter.print(migrations.list());
            migrations.list().stream().findFirst().ifPresent(MigrationPrinter::printSets);
        } else {
            MigrationPrinter.print(MigrationPrinter.meant(migrations, number));
        }
        return null;
    }
}
