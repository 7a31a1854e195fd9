// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.Worklist;
import org.teate.exchange.MigrationFlaw;
import org.teate.exchange.MigrationOutcome;

/** What stands in the way of a migration; empty if nothing does. Thread-safe. */
@Component(service = MigrationChecks.class)
public final class MigrationChecks {

    private final Transactions transactions;
    private final MigrationRuns runs;
    private final MigrationSets sets;
    private final Predicate<ConnectorName> inUse;
    private final Worklist worklist;

    @Activate
    public MigrationChecks(
            @Reference Transactions transactions,
            @Reference MigrationRuns runs,
            @Reference MigrationSets sets,
            @Reference Switchboard switchboard,
            @Reference JdbcOutbox outbox,
            @Reference Worklist worklist) {
        this(transactions, runs, sets, outbox, switchboard::isInUse, worklist);
    }

    /** @param inUse whether a connector is in use, so that its system is told of every decision from now on */
    MigrationChecks(
            Transactions transactions,
            MigrationRuns runs,
            MigrationSets sets,
            JdbcOutbox outbox,
            Predicate<ConnectorName> inUse,
            Worklist worklist) {
        this.transactions = transactions;
        this.runs = runs;
        this.sets = sets;
        this.inUse = name -> inUse.test(name) || outbox.tells(name);
        this.worklist = worklist;
    }

    /** Of a system that is told everything as it is decided, nobody could say what a copy holds already. */
    Optional<MigrationOutcome> ofCutOver(String connector) {
        return inUse.test(new ConnectorName(connector))
                ? Optional.of(new MigrationOutcome.InUse(connector))
                : ofHandover(connector);
    }

    Optional<MigrationOutcome> ofHandover(String connector) {
        if (runs.receiver(connector).isEmpty()) {
            return Optional.of(new MigrationOutcome.NoReceiver(connector));
        }
        return ofComparison().or(this::blocked);
    }

    Optional<MigrationOutcome> ofComparison() {
        List<String> missing = sets.missing();
        return missing.isEmpty() ? Optional.empty() : Optional.of(new MigrationOutcome.Incomplete(missing));
    }

    private Optional<MigrationOutcome> blocked() {
        List<MigrationFlaw> flaws = sets.obstacles();
        if (flaws.isEmpty()) {
            return Optional.empty();
        }
        transactions.required(database -> {
            worklist.add(flaws.stream()
                    .limit(MigrationFindings.MOST)
                    .map(MigrationHandover::workItem)
                    .toList());
            return flaws;
        });
        return Optional.of(new MigrationOutcome.Blocked(flaws));
    }
}
