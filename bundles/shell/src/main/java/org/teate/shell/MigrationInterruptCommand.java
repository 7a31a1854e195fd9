// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.teate.exchange.Migrations;

/** {@code migration:interrupt} stops what is under way after the part that is being sent. */
@Service
@Command(
        scope = "migration",
        name = "interrupt",
        description = "Stops the migration that is under way; migration:resume goes on with it")
public class MigrationInterruptCommand implements Action {

    @Reference
    private Migrations migrations;

    @Override
    public Object execute() {
        System.out.println(
                migrations.interrupt() ? "It stops after the part that is being sent" : "No migration is under way");
        return null;
    }
}
