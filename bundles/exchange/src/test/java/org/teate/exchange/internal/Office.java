// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.teate.access.Actor;
import org.teate.access.AuditEntry;
import org.teate.access.AuditQuery;
import org.teate.access.AuditTrail;
import org.teate.access.Deed;
import org.teate.access.Forbidden;
import org.teate.access.Guard;
import org.teate.access.OpenItem;
import org.teate.access.Permission;
import org.teate.access.SystemAccount;
import org.teate.access.WorkItem;
import org.teate.access.Worklist;

/** The parts of {@code access} that exchange uses, as an office of one operator. */
final class Office implements Guard, Worklist, AuditTrail {

    final Map<String, WorkItem> items = new LinkedHashMap<>();
    final List<Deed> deeds = new ArrayList<>();
    Actor actor = new Actor(
            "operator",
            "操作者",
            Set.of(Permission.EXCHANGE_IMPORT, Permission.EXCHANGE_VIEW, Permission.CONNECTOR_SWAP),
            "test");

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
        actor = new Actor(account.login(), account.name(), account.permissions(), "server");
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
    public void add(List<WorkItem> added) {
        added.forEach(item -> items.putIfAbsent(item.key(), item));
    }

    @Override
    public List<OpenItem> open(Optional<String> kind, long after, int limit) {
        return List.of();
    }

    @Override
    public Map<String, Long> counts() {
        return Map.of();
    }

    @Override
    public boolean close(long number, String note) {
        return false;
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
        return List.of();
    }
}
