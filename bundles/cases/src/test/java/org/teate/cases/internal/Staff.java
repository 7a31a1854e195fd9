// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.teate.access.Actor;
import org.teate.access.AuditEntry;
import org.teate.access.AuditQuery;
import org.teate.access.AuditTrail;
import org.teate.access.Deed;
import org.teate.access.Forbidden;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.access.Role;
import org.teate.access.SystemAccount;

/** Who acts, and what of it was recorded. */
final class Staff implements Guard, AuditTrail {

    final List<Deed> deeds = new ArrayList<>();

    private Actor actor = new Actor("clerk", "", Role.CLERK.permissions(), "test");

    /** From now on somebody with this login and role acts. */
    void enter(String login, Role role) {
        actor = new Actor(login, "", role.permissions(), "test");
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public Actor require(Permission permission) {
        if (!actor.may(permission)) {
            throw new Forbidden("権限がありません。");
        }
        return actor;
    }

    @Override
    public boolean permits(Permission permission) {
        return actor.may(permission);
    }

    @Override
    public <T> T actingAs(SystemAccount account, Supplier<T> work) {
        Actor before = actor;
        actor = new Actor(account.login(), "", account.permissions(), "server");
        try {
            return work.get();
        } finally {
            actor = before;
        }
    }

    @Override
    public Runnable carrying(Runnable work) {
        return work;
    }

    @Override
    public void viewed(Deed deed) {
        deeds.add(deed);
    }

    @Override
    public void viewed(List<Deed> many) {
        many.forEach(this::viewed);
    }

    @Override
    public void changed(Deed deed) {
        deeds.add(deed);
    }

    @Override
    public void changed(List<Deed> many) {
        deeds.addAll(many);
    }

    @Override
    public List<AuditEntry> search(AuditQuery query) {
        throw new UnsupportedOperationException("No test looks at the trail through the service");
    }
}
