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

/** {@code migration:resume} goes on with an interrupted migration, or hands sets over again that did not agree. */
@Service
@Command(
        scope = "migration",
        name = "resume",
        description = "Goes on with a migration that was cut off, or whose sets did not agree")
public class MigrationResumeCommand implements Action {

    @Reference
    private Migrations migrations;

    @Argument(name = "migration", description = "The number of the migration; else the newest one")
    @Completion(MigrationCompleter.class)
    private String number;

    @Option(name = "--wait", description = "Comes back only when it is over")
    private boolean wait;

    @Override
    public Object execute() throws InterruptedException {
        String meant = MigrationPrinter.meant(migrations, number).number();
        MigrationPrinter.print(migrations, migrations.resume(meant), wait);
        return null;
    }
}
