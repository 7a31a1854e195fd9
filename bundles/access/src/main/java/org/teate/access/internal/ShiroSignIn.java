// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.apache.shiro.authc.AuthenticationException;
import org.apache.shiro.authc.LockedAccountException;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.apache.shiro.session.Session;
import org.apache.shiro.subject.Subject;
import org.apache.shiro.util.ThreadContext;
import org.apache.shiro.web.util.WebUtils;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.Actor;
import org.teate.access.Deed;
import org.teate.access.Guard;
import org.teate.access.SignIn;

/** The door of the web, kept by Shiro. */
@Component
public final class ShiroSignIn implements SignIn {

    private final StaffAccounts accounts;
    private final Guard guard;
    private final AuditTable audit;
    private final Clock clock;

    @Activate
    public ShiroSignIn(
            @Reference StaffAccounts accounts,
            @Reference Guard guard,
            @Reference AuditTable audit,
            @Reference Clock clock) {
        this.accounts = accounts;
        this.guard = guard;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Outcome signIn(String login, char[] password) {
        Subject subject = subject().orElseThrow(() -> new IllegalStateException("Not below the access filter"));
        try {
            HttpServletRequest request = WebUtils.getHttpRequest(subject);
            endSession(subject, request);
            subject.login(new UsernamePasswordToken(login, password, request.getRemoteAddr()));
            return begin(subject);
        } catch (LockedAccountException e) {
            return Outcome.LOCKED;
        } catch (AuthenticationException e) {
            return Outcome.REFUSED;
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    @Override
    public void signOut() {
        subject().filter(Subject::isAuthenticated).ifPresent(subject -> {
            audit.enterApart(guard.actor(), Deed.of("sign-out", "", ""));
            subject.logout();
        });
    }

    @Override
    public Optional<String> changePassword(char[] old, char[] fresh) {
        try {
            Actor actor = guard.actor();
            Optional<String> objection = accounts.change(actor, old, fresh);
            if (objection.isEmpty()) {
                tie(actor.login());
            }
            return objection;
        } finally {
            Arrays.fill(old, '\0');
            Arrays.fill(fresh, '\0');
        }
    }

    private Outcome begin(Subject subject) {
        Account account = accounts.account((String) subject.getPrincipal())
                .orElseThrow(() -> new AuthenticationException("Ended since"));
        WebSession.begin(subject, clock.instant());
        tie(account.login());
        return account.mustChange() ? Outcome.PASSWORD_MUST_CHANGE : Outcome.SIGNED_IN;
    }

    /** Ties this request's session to the account's password; sessions elsewhere end when it has changed. */
    private void tie(String login) {
        subject().flatMap(WebSession::of).ifPresent(session -> accounts.account(login)
                .ifPresent(session::opensWith));
    }

    /** Whoever signs in gets a new session id: one that somebody else has set before is worth nothing. */
    private static void endSession(Subject subject, HttpServletRequest request) {
        Session session = subject.getSession(false);
        if (session != null) {
            session.stop();
            // Shiro's request drops the session that it has handed to the page only when asked while there is none
            request.getSession(false);
        }
    }

    private static Optional<Subject> subject() {
        return Optional.ofNullable(ThreadContext.getSubject());
    }
}
