// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import java.security.Principal;

/**
 * The person in a shell session. A type of our own, because only our login module can make one: a user of another
 * realm, such as the local console's, may have the same name.
 */
record StaffPrincipal(String login) implements Principal {

    @Override
    public String getName() {
        return login;
    }
}
