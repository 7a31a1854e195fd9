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

/** {@code staff:expire} ends a person's right to sign in. */
@Service
@Command(scope = "staff", name = "expire", description = "Ends a person's right to sign in; the record stays")
public class StaffExpireCommand implements Action {

    @Reference
    private StaffRegister staff;

    @Argument(name = "login", description = "Whose account", required = true)
    @Completion(LoginCompleter.class)
    private String login;

    @Override
    public Object execute() {
        staff.expire(login);
        return null;
    }
}
