// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import java.io.IOException;
import java.security.Principal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AccountLockedException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.teate.access.Role;
import org.teate.access.SignIn.Outcome;

/** Signs the staff in to the shell. Made by JAAS, which wants a public class with a constructor without arguments. */
public final class StaffLoginModule implements LoginModule {

    /** The option that holds the {@link StaffAccounts}. */
    static final String ACCOUNTS = "accounts";

    private static final Set<String> OF_OPERATORS = Set.of("admin", "manager", "viewer", "systembundles");

    private Subject subject;
    private CallbackHandler handler;
    private StaffAccounts accounts;
    private final Set<Principal> principals = new HashSet<>();

    @Override
    public void initialize(
            Subject subject, CallbackHandler handler, Map<String, ?> sharedState, Map<String, ?> options) {
        this.subject = subject;
        this.handler = handler;
        accounts = (StaffAccounts) options.get(ACCOUNTS);
    }

    @Override
    public boolean login() throws LoginException {
        NameCallback name = new NameCallback("login: ");
        PasswordCallback password = new PasswordCallback("password: ", false);
        try {
            handler.handle(new Callback[] {name, password});
        } catch (IOException | UnsupportedCallbackException e) {
            // such as a public key: the staff sign in by password
            throw (LoginException) new FailedLoginException("A login and a password are needed").initCause(e);
        }
        if (name.getName() == null || password.getPassword() == null) {
            throw new FailedLoginException("A login and a password are needed");
        }
        check(name.getName(), password);
        return true;
    }

    @Override
    public boolean commit() {
        subject.getPrincipals().addAll(principals);
        return !principals.isEmpty();
    }

    @Override
    public boolean abort() {
        principals.clear();
        return true;
    }

    @Override
    public boolean logout() {
        subject.getPrincipals().removeAll(principals);
        principals.clear();
        return true;
    }

    private void check(String typed, PasswordCallback password) throws LoginException {
        char[] plain = password.getPassword();
        try {
            Outcome outcome = accounts.check(typed, plain, ThreadGuard.SHELL);
            if (outcome == Outcome.LOCKED) {
                throw new AccountLockedException();
            }
            if (outcome == Outcome.REFUSED) {
                throw new FailedLoginException();
            }
        } finally {
            Arrays.fill(plain, '\0');
            password.clearPassword();
        }
        accounts.account(StaffAccounts.login(typed)).ifPresent(this::admit);
    }

    /** Karaf's own commands go by Karaf's roles; ours by the guard, which knows the person by the principal. */
    private void admit(Account account) {
        principals.add(new StaffPrincipal(account.login()));
        principals.add(new UserPrincipal(account.login()));
        principals.add(new RolePrincipal("ssh"));
        if (account.roles().contains(Role.OPERATOR) && !account.mustChange()) {
            OF_OPERATORS.forEach(role -> principals.add(new RolePrincipal(role)));
        }
    }
}
