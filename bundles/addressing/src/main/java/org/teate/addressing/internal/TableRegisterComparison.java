// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.AuditTrail;
import org.teate.access.Deed;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.access.WorkItem;
import org.teate.access.Worklist;
import org.teate.addressing.RegisterComparison;
import org.teate.addressing.RegisterMismatch;
import org.teate.addressing.RegisterMismatch.Kind;

/** Compares while a full file is taken in, and keeps the list of the last one. */
@Component(service = {RegisterComparison.class, TableRegisterComparison.class})
public final class TableRegisterComparison implements RegisterComparison {

    private final Transactions transactions;
    private final Guard guard;
    private final AuditTrail trail;
    private final Worklist worklist;
    private final Clock clock;

    @Activate
    public TableRegisterComparison(
            @Reference Transactions transactions,
            @Reference Guard guard,
            @Reference AuditTrail trail,
            @Reference Worklist worklist,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.guard = guard;
        this.trail = trail;
        this.worklist = worklist;
        this.clock = clock;
    }

    /** @param items by number, whom a part of the file has named, and what differs */
    void name(Map<String, List<String>> items) {
        guard.require(Permission.EXCHANGE_IMPORT);
        transactions.required(database -> {
            MismatchTable.name(database, items);
            return items;
        });
    }

    /** The file has named everybody; who does not agree is left for a clerk. */
    void conclude() {
        guard.require(Permission.EXCHANGE_IMPORT);
        Map<Kind, Long> counts = transactions.required(database -> {
            MismatchTable.conclude(database);
            return MismatchTable.counts(database);
        });
        if (!counts.isEmpty()) {
            worklist.add(List.of(new WorkItem(
                    "register-mismatch-" + clock.instant(),
                    "resident.mismatch",
                    Optional.empty(),
                    "住民記録の全件ファイルと手元の宛名が一致しません（全件ファイルにない人" + counts.getOrDefault(Kind.NOT_NAMED, 0L)
                            + "人、内容が異なる人" + counts.getOrDefault(Kind.DIFFERENT, 0L)
                            + "人）。そのファイルの画面にある不一致リストを見て、市民課に確認してください。")));
        }
    }

    @Override
    public Map<Kind, Long> counts() {
        guard.require(Permission.EXCHANGE_VIEW);
        return transactions.required(MismatchTable::counts);
    }

    @Override
    public List<RegisterMismatch> list(int limit) {
        guard.require(Permission.EXCHANGE_VIEW);
        guard.require(Permission.PERSON_VIEW);
        List<RegisterMismatch> list = transactions.required(database -> MismatchTable.list(database, limit));
        trail.viewed(Deed.of("person.mismatch", "", list.size() + "件"));
        return list;
    }
}
