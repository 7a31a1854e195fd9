// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.teate.access.AuditTrail;
import org.teate.access.Deed;
import org.teate.access.WorkItem;
import org.teate.access.Worklist;
import org.teate.exchange.ItemLabel;
import org.teate.exchange.Migration;
import org.teate.exchange.MigrationFlaw;
import org.teate.exchange.MigrationLayout;
import org.teate.exchange.MigrationProgress;
import org.teate.exchange.MigrationReport;
import org.teate.exchange.MigrationSet;
import org.teate.ports.migration.SetPart;
import org.teate.ports.migration.SetReceipt;

/**
 * Hands the sets of one migration over, part by part.
 *
 * <p>What is said of a part, and up to which owner everything has gone, commit together after the part has arrived. A part
 * of which that is not known goes once more.
 */
final class MigrationHandover {

    /** A part holds no more rows. */
    private static final int PART = 5_000;
    /** A page is smaller, as the rows of its last owner come on top. */
    private static final int PAGE = 4_800;
    /** The worklist takes no longer key. */
    private static final int LONGEST_KEY = 150;

    private final MigrationTable table = new MigrationTable();
    private final MigrationSetTable setTable = new MigrationSetTable();
    private final MigrationFindings findings = new MigrationFindings();
    private final Transactions transactions;
    private final Worklist worklist;
    private final AuditTrail audit;
    private final Clock clock;
    private final int page;

    MigrationHandover(Transactions transactions, Worklist worklist, AuditTrail audit, Clock clock) {
        this(transactions, worklist, audit, clock, PAGE);
    }

    MigrationHandover(Transactions transactions, Worklist worklist, AuditTrail audit, Clock clock, int page) {
        this.transactions = transactions;
        this.worklist = worklist;
        this.audit = audit;
        this.clock = clock;
        this.page = page;
    }

    /**
     * Hands over what has not gone yet.
     *
     * @return whether it came to its end; else it was stopped
     */
    boolean run(Migration migration, List<MigrationSet> sets, MigrationCalls calls, BooleanSupplier stopped) {
        calls.call(receiver -> {
            receiver.open(migration.number(), migration.kind() == Migration.Kind.REHEARSAL);
            return receiver;
        });
        for (MigrationSet set : sets) {
            if (!new Sending(migration, set, calls, stopped).complete()) {
                return false;
            }
        }
        finish(migration);
        return true;
    }

    private void finish(Migration migration) {
        transactions.required(database -> {
            MigrationTable.Stored stored =
                    table.find(database, migration.number()).orElseThrow();
            boolean accepted =
                    stored.migration().sets().stream().allMatch(set -> set.state() == MigrationProgress.State.AGREED);
            Migration.State state = accepted ? Migration.State.ACCEPTED : Migration.State.DIFFERENT;
            table.finish(database, migration.number(), state, clock.instant());
            audit.changed(Deed.of("migration.finish", migration.number(), state.label()));
            return state;
        });
    }

    /** One set of one migration on its way. */
    private final class Sending {

        private final Migration migration;
        private final MigrationSet set;
        private final MigrationLayout layout;
        private final MigrationShape shape;
        private final MigrationCalls calls;
        private final BooleanSupplier stopped;
        private MigrationSetTable.Row row;

        private Sending(Migration migration, MigrationSet set, MigrationCalls calls, BooleanSupplier stopped) {
            this.migration = migration;
            this.set = set;
            this.layout = set.layout();
            this.shape = new MigrationShape(layout);
            this.calls = calls;
            this.stopped = stopped;
        }

        /** @return whether all of it has gone; else it was stopped */
        private boolean complete() {
            row = transactions.required(database -> {
                audit.changed(Deed.of("migration.hand-over", migration.number() + " " + layout.id(), ""));
                MigrationSetTable.Row known = setTable.of(database, migration.number()).stream()
                        .filter(any -> any.progress().set().equals(layout.id()))
                        .findFirst()
                        .orElseThrow();
                if (known.progress().state() != MigrationProgress.State.DIFFERENT) {
                    return known;
                }
                findings.forgetHandover(database, migration.number(), layout.id());
                return MigrationSetTable.Row.waiting(layout.id());
            });
            return row.progress().state() == MigrationProgress.State.AGREED || send();
        }

        private boolean send() {
            MigrationPages pages = new MigrationPages(set, shape, row.lastOwner(), migration.businessDate(), page);
            do {
                if (stopped.getAsBoolean()) {
                    return false;
                }
                List<List<String>> rows = pages.hasNext() ? pages.next() : List.of();
                send(rows, !pages.hasNext());
            } while (pages.hasNext());
            return true;
        }

        /** Sends a page: one part, unless an owner has very many rows. */
        private void send(List<List<String>> rows, boolean last) {
            String owner = rows.isEmpty() ? row.lastOwner() : shape.owner(rows.get(rows.size() - 1));
            List<MigrationFlaw> flaws = new ArrayList<>();
            long refusedBefore = row.progress().refused();
            int from = 0;
            do {
                int to = Math.min(from + PART, rows.size());
                SetPart part = part(rows.subList(from, to), last && to == rows.size());
                SetReceipt receipt = calls.call(receiver -> receiver.put(part));
                receipt.refused().forEach(refused -> flaws.add(flaw(part, refused)));
                row = row.after(part, receipt, owner);
                from = to;
            } while (from < rows.size());
            if (last) {
                row = row.finished();
            }
            commit(rows, flaws, refusedBefore);
        }

        private SetPart part(List<List<String>> rows, boolean last) {
            return new SetPart(
                    migration.number(),
                    layout.id(),
                    row.progress().parts() + 1,
                    last,
                    layout.items(),
                    layout.keys(),
                    rows,
                    shape.totals(rows),
                    layout.confidential());
        }

        private MigrationFlaw flaw(SetPart part, SetReceipt.RefusedRow refused) {
            boolean isOurs = refused.row() >= 1 && refused.row() <= part.rows().size();
            // of a row that the part does not have, the other system alone knows what it means
            String key = isOurs ? shape.key(part.rows().get(refused.row() - 1)) : part.number() + "-" + refused.row();
            return new MigrationFlaw(layout.id(), key, refused.item(), refused.code(), refused.message());
        }

        private void commit(List<List<String>> rows, List<MigrationFlaw> flaws, long refusedBefore) {
            transactions.required(database -> {
                setTable.update(database, migration.number(), row);
                findings.refuse(database, migration.number(), flaws, refusedBefore);
                findings.spell(database, migration.number(), spellings(rows));
                if (refusedBefore < MigrationFindings.MOST) {
                    worklist.add(flaws.stream().map(MigrationHandover::workItem).toList());
                }
                return row;
            });
        }

        private List<MigrationReport.Spelling> spellings(List<List<String>> rows) {
            return layout.spelling().stream()
                    .flatMap(spelling -> rows.stream().flatMap(one -> spelling(spelling, one).stream()))
                    .toList();
        }

        private Optional<MigrationReport.Spelling> spelling(MigrationLayout.Spelling spelling, List<String> one) {
            String received = shape.item(one, spelling.received());
            String handedOver = shape.item(one, spelling.handedOver());
            if (received.equals(handedOver)) {
                return Optional.empty();
            }
            MigrationSpelling differing = MigrationSpelling.between(received, handedOver);
            return Optional.of(new MigrationReport.Spelling(
                    layout.id(), shape.key(one), differing.received(), differing.handedOver()));
        }
    }

    /** What a flaw asks of a person; the same flaw of a later migration is the same item. */
    static WorkItem workItem(MigrationFlaw flaw) {
        // item and code are the other system's words
        String key = "migration-" + flaw.set() + "-" + flaw.key() + "-" + flaw.item() + "-" + flaw.code();
        return new WorkItem(
                Bounded.key(key, LONGEST_KEY),
                "migration." + flaw.set(),
                Optional.empty(),
                flaw.set() + " " + flaw.key() + " " + ItemLabel.of(flaw.set(), flaw.item()) + ": " + flaw.code() + " "
                        + flaw.reason());
    }
}
