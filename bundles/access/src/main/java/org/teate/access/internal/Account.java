// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import java.time.Instant;
import java.util.Set;
import org.teate.access.Actor;
import org.teate.access.Permission;
import org.teate.access.Role;

/**
 * What the doors need to know of a person who may sign in today.
 *
 * @param permissions none as long as the password must be changed
 * @param passwordSetAt a session opened before this moment is over
 */
record Account(
        String login,
        String name,
        Set<Role> roles,
        Set<Permission> permissions,
        boolean mustChange,
        Instant passwordSetAt) {

    Account {
        roles = Set.copyOf(roles);
        permissions = Set.copyOf(permissions);
    }

    Actor at(String terminal) {
        return new Actor(login, name, permissions, terminal);
    }
}
