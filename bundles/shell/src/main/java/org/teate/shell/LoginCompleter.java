// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.teate.access.StaffRegister;
import org.teate.access.StaffRegister.Staff;

/** Completes the logins of the people who may sign in. */
@Service
public class LoginCompleter implements Completer {

    @Reference
    private StaffRegister staff;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> logins = staff.all().stream().map(Staff::login).toList();
        return new StringsCompleter(logins).complete(session, line, candidates);
    }
}
