// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access;

import java.util.Set;

/**
 * Who acts: a signed-in person or a {@link SystemAccount}.
 *
 * @param login the name under which the person signs in
 * @param name the person's name on pages
 * @param permissions everything this actor may do
 * @param terminal where from: the address of the terminal, {@code shell}, or {@code server}
 */
public record Actor(String login, String name, Set<Permission> permissions, String terminal) {

    public Actor {
        permissions = Set.copyOf(permissions);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
