// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.shiro.session.Session;
import org.apache.shiro.subject.Subject;

/** The session of a signed-in person, as it is kept from one request to the next. */
final class WebSession {

    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(10);

    private static final String SIGNED_IN_AT = "org.teate.access.signedInAt";
    private static final String PASSWORD_SET_AT = "org.teate.access.passwordSetAt";

    private final Session session;

    private WebSession(Session session) {
        this.session = session;
    }

    /** The session that Shiro has just given a person who signed in. */
    static void begin(Subject subject, Instant now) {
        subject.getSession().setAttribute(SIGNED_IN_AT, now);
    }

    static Optional<WebSession> of(Subject subject) {
        return Optional.ofNullable(subject.getSession(false)).map(WebSession::new);
    }

    /** Ties the session to the password that opened it. */
    void opensWith(Account account) {
        session.setAttribute(PASSWORD_SET_AT, account.passwordSetAt());
    }

    /** Whether the session still holds: not too old, and opened with the password that the account has now. */
    boolean holds(Account account, Instant now) {
        return session.getAttribute(SIGNED_IN_AT) instanceof Instant signedInAt
                && now.isBefore(signedInAt.plus(LONGEST))
                && account.passwordSetAt().equals(session.getAttribute(PASSWORD_SET_AT));
    }
}
