// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The door of the web: who signs in and out on the current request, and for web and shell alike the change of password.
 *
 * <p>Signing in works only on a request thread below the access filter, which covers every page. Thread-safe.
 */
@ProviderType
public interface SignIn {

    /**
     * Signs a person in and gives the request a new session.
     *
     * @param password cleared before this returns
     * @throws IllegalStateException if this thread serves no request below the access filter
     */
    Outcome signIn(String login, char[] password);

    /** Ends the session of the current request, if there is one. */
    void signOut();

    /** What came of an attempt to sign in. One answer for unknown, wrong and expired, so that nothing can be guessed. */
    enum Outcome {
        SIGNED_IN,
        /** Signed in, but nothing is allowed until {@link #changePassword} has been called. */
        PASSWORD_MUST_CHANGE,
        REFUSED,
        /** Too many attempts; try again later. */
        LOCKED
    }

    /**
     * Changes the password of the one who acts; their other sessions on the web end.
     *
     * @param old cleared before this returns
     * @param fresh cleared before this returns
     * @return empty if changed, else a Japanese sentence that says why not
     * @throws Forbidden if nobody is signed in
     */
    Optional<String> changePassword(char[] old, char[] fresh);
}
