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

/** {@code migration:cut-over} drafts that everything is handed over in earnest. */
@Service
@Command(
        scope = "migration",
        name = "cut-over",
        description = "Drafts that everything is handed over in earnest; a second person approves",
        detailedDescription = "classpath:migration-cut-over.txt")
public class MigrationCutOverCommand implements Action {

    @Reference
    private Migrations migrations;

    @Argument(
            name = "connector",
            description = "The connector of the receiving system, such as welfare-next",
            required = true)
    @Completion(ConnectorCompleter.class)
    private String connector;

    @Override
    public Object execute() throws InterruptedException {
        MigrationPrinter.print(migrations, migrations.cutOver(connector), false);
        return null;
    }
}
