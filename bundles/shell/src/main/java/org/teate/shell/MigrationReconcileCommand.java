// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.teate.exchange.Migration;
import org.teate.exchange.MigrationReport;
import org.teate.exchange.Migrations;

/** {@code migration:reconcile} compares every row that lies at the other system with ours. */
@Service
@Command(
        scope = "migration",
        name = "reconcile",
        description = "Compares every row that lies at the receiver with ours; see migration:report")
public class MigrationReconcileCommand implements Action {

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
        Migration migration = MigrationPrinter.stands(migrations, migrations.reconcile(meant), wait);
        if (wait) {
            MigrationReport report = migrations.report(meant);
            MigrationPrinter.printComparisons(report);
            MigrationPrinter.printUnexplained(report);
        } else {
            MigrationPrinter.print(List.of(migration));
        }
        return null;
    }
}
