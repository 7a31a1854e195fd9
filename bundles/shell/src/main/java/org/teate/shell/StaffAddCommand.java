// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.teate.access.Role;
import org.teate.access.StaffRegister;
import org.teate.access.StaffRegister.Staff;

/** {@code staff:add} enters a person who may sign in. */
@Service
@Command(
        scope = "staff",
        name = "add",
        description = "Enters a person who may sign in, and prints the one-time password",
        detailedDescription = "classpath:staff-add.txt")
public class StaffAddCommand implements Action {

    @Reference
    private StaffRegister staff;

    @Argument(index = 0, name = "login", description = "What the person types to sign in", required = true)
    private String login;

    @Argument(index = 1, name = "name", description = "The person's name on pages", required = true)
    private String name;

    @Argument(index = 2, name = "roles", description = "What the person is", required = true, multiValued = true)
    @Completion(
            value = StringsCompleter.class,
            values = {"clerk", "approver", "operator", "auditor"})
    private List<String> roles;

    @Option(name = "--numbers", description = "The person may see Individual Numbers")
    private boolean maySeeNumbers;

    @Option(name = "--last-day", description = "The last day on which the person may sign in, such as 2027-03-31")
    private String lastDay;

    @Override
    public Object execute() {
        EnumSet<Role> held = EnumSet.noneOf(Role.class);
        roles.forEach(role -> held.add(Role.valueOf(role.toUpperCase(Locale.ROOT))));
        System.out.println(staff.add(new Staff(
                login, name, held, maySeeNumbers, Optional.ofNullable(lastDay).map(LocalDate::parse))));
        return null;
    }
}
