// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access;

import static org.teate.access.Permission.*;

import java.util.EnumSet;
import java.util.Set;

/** An account under which the server itself works when no person is at the screen. */
public enum SystemAccount {
    /** Takes in files of other systems, which name people by number. */
    IMPORTER(EXCHANGE_IMPORT, PERSON_VIEW),
    /** Tells other systems what was decided. */
    COURIER(EXCHANGE_VIEW);

    private final Set<Permission> permissions;

    SystemAccount(Permission... permissions) {
        this.permissions = Set.copyOf(EnumSet.of(permissions[0], permissions));
    }

    /** The name on the audit trail; a person's login can never look like this. */
    public String login() {
        return "system:" + name().toLowerCase(java.util.Locale.ROOT);
    }

    public Set<Permission> permissions() {
        return permissions;
    }
}
