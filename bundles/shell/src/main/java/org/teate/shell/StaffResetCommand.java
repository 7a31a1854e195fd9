// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.teate.access.StaffRegister;

/** {@code staff:reset} unlocks an account and gives it a new one-time password. */
@Service
@Command(scope = "staff", name = "reset", description = "Unlocks an account and prints its new one-time password")
public class StaffResetCommand implements Action {

    @Reference
    private StaffRegister staff;

    @Argument(name = "login", description = "Whose account", required = true)
    @Completion(LoginCompleter.class)
    private String login;

    @Override
    public Object execute() {
        System.out.println(staff.reset(login));
        return null;
    }
}
