// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivilegedAction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.teate.access.Role;
import org.teate.access.SignIn;
import org.teate.access.StaffRegister;

/** People who are signed in inside the container, through the same JAAS realm as people at the shell. */
final class Staff {

    private final SignIn signIn;
    private final Map<String, Subject> subjects = new HashMap<>();
    private final Map<String, String> passwords = new HashMap<>();

    private Staff(SignIn signIn) {
        this.signIn = signIn;
    }

    /** Signs in as the first operator, enters the others and has each of them change the one-time password. */
    static Staff open(StaffRegister register, SignIn signIn, List<StaffRegister.Staff> people)
            throws IOException, LoginException {
        Staff staff = new Staff(signIn);
        Path first = Path.of(System.getProperty("karaf.data"), "first-password.txt");
        staff.takeUp("admin", Files.readString(first).strip());
        for (StaffRegister.Staff person : people) {
            staff.takeUp(person.login(), staff.as("admin", () -> register.add(person)));
        }
        return staff;
    }

    static StaffRegister.Staff person(String login, boolean maySeeNumbers, Role... roles) {
        return new StaffRegister.Staff(login, login, Set.of(roles), maySeeNumbers, Optional.empty());
    }

    String password(String login) {
        return passwords.get(login);
    }

    <T> T as(String login, Supplier<T> work) {
        return Subject.doAs(subjects.get(login), (PrivilegedAction<T>) work::get);
    }

    private void takeUp(String login, String once) throws LoginException {
        subjects.put(login, signedIn(login, once));
        String own = "Some-Words-Of-Their-Own-" + Integer.toHexString(once.hashCode());
        Optional<String> refusal = as(login, () -> signIn.changePassword(once.toCharArray(), own.toCharArray()));
        if (refusal.isPresent()) {
            throw new IllegalStateException(refusal.get());
        }
        subjects.put(login, signedIn(login, own));
        passwords.put(login, own);
    }

    private static Subject signedIn(String login, String password) throws LoginException {
        LoginContext context = new LoginContext("teate", callbacks -> answer(callbacks, login, password));
        context.login();
        return context.getSubject();
    }

    private static void answer(Callback[] callbacks, String login, String password) {
        for (Callback callback : callbacks) {
            if (callback instanceof NameCallback name) {
                name.setName(login);
            } else if (callback instanceof PasswordCallback secret) {
                secret.setPassword(password.toCharArray());
            }
        }
    }
}
