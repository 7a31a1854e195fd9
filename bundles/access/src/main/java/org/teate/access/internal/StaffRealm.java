// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import org.apache.shiro.authc.AuthenticationInfo;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.authc.IncorrectCredentialsException;
import org.apache.shiro.authc.LockedAccountException;
import org.apache.shiro.authc.SimpleAuthenticationInfo;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.apache.shiro.authc.credential.AllowAllCredentialsMatcher;
import org.apache.shiro.realm.AuthenticatingRealm;
import org.teate.access.SignIn.Outcome;

/** Shiro's view of the staff accounts: the principal of a signed-in person is the login. */
final class StaffRealm extends AuthenticatingRealm {

    private final StaffAccounts accounts;

    StaffRealm(StaffAccounts accounts) {
        // the accounts compare the password themselves: locks and unknown logins are their affair, for every door alike
        super(new AllowAllCredentialsMatcher());
        this.accounts = accounts;
        setName("staff");
        setAuthenticationTokenClass(UsernamePasswordToken.class);
        setAuthenticationCachingEnabled(false);
    }

    @Override
    protected AuthenticationInfo doGetAuthenticationInfo(AuthenticationToken token) {
        UsernamePasswordToken typed = (UsernamePasswordToken) token;
        Outcome outcome = accounts.check(typed.getUsername(), typed.getPassword(), typed.getHost());
        return switch (outcome) {
            case SIGNED_IN, PASSWORD_MUST_CHANGE -> new SimpleAuthenticationInfo(
                    StaffAccounts.login(typed.getUsername()), "", getName());
            case REFUSED -> throw new IncorrectCredentialsException();
            case LOCKED -> throw new LockedAccountException();
        };
    }
}
