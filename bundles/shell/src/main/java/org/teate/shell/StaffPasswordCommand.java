// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import java.io.IOException;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.teate.access.SignIn;

/** {@code staff:password} changes the password of the one who types it. */
@Service
@Command(scope = "staff", name = "password", description = "Changes your own password; asks for what is not given")
public class StaffPasswordCommand implements Action {

    @Reference
    private SignIn signIn;

    @Reference
    private Session session;

    @Option(name = "--old", description = "The password until now, for scripts; a person leaves it out and is asked")
    private String old;

    @Option(name = "--new", description = "The new password, for scripts; a person leaves it out and is asked")
    private String fresh;

    @Override
    public Object execute() throws IOException {
        Optional<String> refusal = signIn.changePassword(
                given(old, "Password until now: ").toCharArray(),
                given(fresh, "New password: ").toCharArray());
        if (refusal.isPresent()) {
            throw new IllegalArgumentException(refusal.get());
        }
        System.out.println("The password is changed");
        return null;
    }

    private String given(String option, String prompt) throws IOException {
        return option == null ? session.readLine(prompt, '*') : option;
    }
}
