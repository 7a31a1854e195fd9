// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.security.Principal;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AccountLockedException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.junit.Rule;
import org.junit.Test;
import org.teate.access.Role;

public class StaffLoginModuleTest {

    @Rule
    public final Office office = new Office();

    private final Subject subject = new Subject();

    @Test
    public void whoeverWorksHereMayUseTheShell() throws LoginException {
        office.settled("hanako", Role.CLERK);
        signIn("hanako", Office.PASSWORD);

        assertEquals(Set.of(new StaffPrincipal("hanako")), subject.getPrincipals(StaffPrincipal.class));
        assertEquals(Set.of("hanako"), names(UserPrincipal.class));
        assertEquals(Set.of("ssh"), names(RolePrincipal.class));
    }

    @Test
    public void operatorsRunTheContainerToo() throws LoginException {
        office.settled("taro", Role.OPERATOR);
        signIn("taro", Office.PASSWORD);

        assertEquals(Set.of("admin", "manager", "ssh", "systembundles", "viewer"), names(RolePrincipal.class));
    }

    @Test
    public void anOperatorWithAOneTimePasswordRunsNothingYet() throws LoginException {
        String oneTime = office.add("taro", Role.OPERATOR);
        signIn("taro", oneTime);

        assertEquals(Set.of("ssh"), names(RolePrincipal.class));
    }

    @Test
    public void aWrongPasswordIsRefusedAndCountedForEveryDoor() throws LoginException {
        office.settled("hanako", Role.CLERK);
        for (int i = 0; i < 5; i++) {
            assertThrows(FailedLoginException.class, () -> signIn("hanako", "wrong"));
        }

        assertThrows(AccountLockedException.class, () -> signIn("hanako", Office.PASSWORD));
        assertEquals(Set.of(), subject.getPrincipals());
    }

    @Test
    public void aKeyIsNoPassword() {
        CallbackHandler key = callbacks -> {
            throw new UnsupportedCallbackException(callbacks[0]);
        };

        assertThrows(FailedLoginException.class, () -> module(key).login());
    }

    @Test
    public void signingOutTakesThePrincipalsAway() throws LoginException {
        office.settled("hanako", Role.CLERK);
        StaffLoginModule module = signIn("hanako", Office.PASSWORD);

        assertTrue(module.logout());
        assertEquals(Set.of(), subject.getPrincipals());
    }

    private StaffLoginModule signIn(String login, String password) throws LoginException {
        StaffLoginModule module = module(callbacks -> {
            for (Callback callback : callbacks) {
                if (callback instanceof NameCallback name) {
                    name.setName(login);
                } else if (callback instanceof PasswordCallback secret) {
                    secret.setPassword(password.toCharArray());
                }
            }
        });
        module.login();
        assertTrue(module.commit());
        return module;
    }

    private StaffLoginModule module(CallbackHandler handler) {
        StaffLoginModule module = new StaffLoginModule();
        module.initialize(subject, handler, Map.of(), Map.of(StaffLoginModule.ACCOUNTS, office.accounts));
        return module;
    }

    private Set<String> names(Class<? extends Principal> type) {
        Set<String> names = new TreeSet<>();
        subject.getPrincipals(type).forEach(principal -> names.add(principal.getName()));
        return names;
    }
}
