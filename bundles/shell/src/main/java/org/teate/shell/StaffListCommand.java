// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.teate.access.StaffRegister;
import org.teate.access.StaffRegister.Staff;

/** {@code staff:list} shows the people who may sign in. */
@Service
@Command(scope = "staff", name = "list", description = "Lists the people who may sign in")
public class StaffListCommand implements Action {

    @Reference
    private StaffRegister staff;

    @Override
    public Object execute() {
        ShellTable table = new ShellTable();
        table.column("Login");
        table.column("Name");
        table.column("Roles");
        table.column("Individual Numbers");
        table.column("Last day");
        for (Staff each : staff.all()) {
            table.addRow()
                    .addContent(
                            each.login(),
                            each.name(),
                            each.roles().stream().sorted().toList(),
                            each.maySeeNumbers() ? "may see" : "",
                            each.lastDay().map(String::valueOf).orElse(""));
        }
        table.print(System.out);
        return null;
    }
}
