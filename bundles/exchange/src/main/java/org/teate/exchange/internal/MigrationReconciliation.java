// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.teate.access.AuditTrail;
import org.teate.access.Deed;
import org.teate.exchange.Migration;
import org.teate.exchange.MigrationLayout;
import org.teate.exchange.MigrationReport.Balance;
import org.teate.exchange.MigrationReport.Comparison;
import org.teate.exchange.MigrationReport.Difference;
import org.teate.exchange.MigrationSet;
import org.teate.ports.migration.RowDigest;

/** Compares what lies at the other system with what is here, row by row, in one pass over both in the order of keys. */
final class MigrationReconciliation {

    private static final int PAGE = 5_000;
    private static final int DIGESTS = 10_000;
    /** What the tables have room for; the other system's keys may be of any length. */
    private static final int LONGEST_KEY = 100;

    private static final int LONGEST_GROUP = 50;

    private final MigrationTable table = new MigrationTable();
    private final MigrationFindings findings = new MigrationFindings();
    private final Transactions transactions;
    private final AuditTrail audit;
    private final Clock clock;
    private final int page;

    MigrationReconciliation(Transactions transactions, AuditTrail audit, Clock clock) {
        this(transactions, audit, clock, PAGE);
    }

    /** @param page after so many rows it commits, and looks whether it is to stop */
    MigrationReconciliation(Transactions transactions, AuditTrail audit, Clock clock, int page) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
        this.page = page;
    }

    /** @return whether it came to its end; else it was stopped */
    boolean run(MigrationTable.Stored stored, List<MigrationSet> sets, MigrationCalls calls, BooleanSupplier stopped) {
        Migration migration = stored.migration();
        MigrationMessages messages = transactions.required(database -> {
            findings.forgetReconciliation(database, migration.number());
            table.reconciled(database, migration.number(), Optional.empty(), "");
            return MigrationMessages.since(database, stored.system(), migration.connector(), migration.mark());
        });
        for (MigrationSet set : sets) {
            transactions.required(database -> {
                String id = set.layout().id();
                audit.changed(Deed.of("migration.compare", migration.number() + " " + id, ""));
                return id;
            });
            if (!new Merge(migration, set, calls, messages).run(stopped)) {
                return false;
            }
        }
        transactions.required(database -> {
            table.reconciled(database, migration.number(), Optional.of(clock.instant()), "");
            return migration;
        });
        return true;
    }

    /** The rows that lie there, page by page. */
    private static final class There {

        private final String migration;
        private final String set;
        private final MigrationCalls calls;
        private List<RowDigest> page = List.of();
        private int place;
        private boolean ended;
        private Optional<String> last = Optional.empty();

        There(String migration, String set, MigrationCalls calls) {
            this.migration = migration;
            this.set = set;
            this.calls = calls;
        }

        Optional<RowDigest> peek() {
            while (place == page.size() && !ended) {
                page = calls.call(receiver -> receiver.digests(migration, set, last, DIGESTS));
                ended = page.size() < DIGESTS;
                place = 0;
            }
            return place == page.size() ? Optional.empty() : Optional.of(page.get(place));
        }

        /** @throws IllegalStateException if the rows do not come in the order of their keys */
        void move() {
            String key = page.get(place++).key();
            if (last.filter(before -> before.compareTo(key) >= 0).isPresent()) {
                throw new IllegalStateException("The digests of " + set + " are not in the order of their keys");
            }
            last = Optional.of(key);
        }
    }

    /** One set, compared. */
    private final class Merge {

        private final Migration migration;
        private final MigrationSet set;
        private final MigrationLayout layout;
        private final MigrationShape shape;
        private final MigrationMessages messages;
        private final There there;
        private final Map<String, Money> money = new TreeMap<>();
        private final List<Difference> found = new ArrayList<>();
        private Comparison known;
        private long onlyThere;

        private Merge(Migration migration, MigrationSet set, MigrationCalls calls, MigrationMessages messages) {
            this.migration = migration;
            this.set = set;
            this.layout = set.layout();
            this.shape = new MigrationShape(layout);
            this.messages = messages;
            this.there = new There(migration.number(), layout.id(), calls);
            this.known = new Comparison(layout.id(), 0, 0, 0, 0, 0);
        }

        private boolean run(BooleanSupplier stopped) {
            MigrationPages pages = new MigrationPages(set, shape, "", migration.businessDate(), page);
            while (pages.hasNext()) {
                if (stopped.getAsBoolean()) {
                    return false;
                }
                for (List<String> row : pages.next()) {
                    RowDigest here = shape.digest(row);
                    if (!takeOnlyThere(other -> other.compareTo(here.key()) < 0, stopped)) {
                        return false;
                    }
                    take(row, here);
                }
                commit(List.of());
            }
            if (!takeOnlyThere(other -> true, stopped)) {
                return false;
            }
            commit(balances());
            return true;
        }

        /**
         * Takes the rows that lie only there.
         *
         * @param keys whether a key comes before our next row
         * @return false if it was stopped
         */
        private boolean takeOnlyThere(Predicate<String> keys, BooleanSupplier stopped) {
            for (Optional<RowDigest> other = there.peek();
                    other.filter(row -> keys.test(row.key())).isPresent();
                    other = there.peek()) {
                onlyThere(other.get());
                if (++onlyThere % page == 0) {
                    commit(List.of());
                    if (stopped.getAsBoolean()) {
                        return false;
                    }
                }
            }
            return true;
        }

        private void take(List<String> row, RowDigest here) {
            Optional<RowDigest> other = there.peek();
            boolean isThere =
                    other.filter(that -> that.key().equals(here.key())).isPresent();
            boolean equal = other.filter(here::equals).isPresent();
            moneyOf(row).ifPresent(group -> group.add(amountOf(row), isThere, equal));
            if (isThere) {
                there.move();
            }
            if (equal) {
                count(1, 1, 1);
            } else {
                count(1, isThere ? 1 : 0, 0);
                differ(here.key(), isThere ? Difference.Kind.DIFFERENT : Difference.Kind.ONLY_HERE);
            }
        }

        private void onlyThere(RowDigest row) {
            there.move();
            count(0, 1, 0);
            layout.balance().ifPresent(balance -> {
                // the group is part of the key, or nobody here can know it
                int place = layout.keys().indexOf(balance.by());
                String[] parts = row.key().split("\\|", -1);
                String group = place < 0 || place >= parts.length ? "" : parts[place];
                money.computeIfAbsent(group.length() <= LONGEST_GROUP ? group : "", Money::new)
                        .addUnknown();
            });
            differ(row.key(), Difference.Kind.ONLY_THERE);
        }

        private void count(int here, int other, int equal) {
            known = new Comparison(
                    known.set(),
                    known.here() + here,
                    known.there() + other,
                    known.equal() + equal,
                    known.differing(),
                    known.explained());
        }

        private void differ(String key, Difference.Kind kind) {
            String explanation =
                    messages.explain(layout, MigrationShape.ownerOf(key)).orElse("");
            found.add(new Difference(layout.id(), Bounded.key(key, LONGEST_KEY), kind, explanation));
            known = new Comparison(
                    known.set(),
                    known.here(),
                    known.there(),
                    known.equal(),
                    known.differing() + 1,
                    known.explained() + (explanation.isEmpty() ? 0 : 1));
        }

        private Optional<Money> moneyOf(List<String> row) {
            return layout.balance().map(balance -> money.computeIfAbsent(shape.item(row, balance.by()), Money::new));
        }

        private long amountOf(List<String> row) {
            return MigrationShape.number(
                    shape.item(row, layout.balance().orElseThrow().of()));
        }

        private Collection<Balance> balances() {
            return money.values().stream()
                    .map(group -> group.balance(layout.id()))
                    .toList();
        }

        private void commit(Collection<Balance> balances) {
            transactions.required(database -> {
                findings.differ(database, migration.number(), found, known.differing() - found.size());
                findings.compare(database, migration.number(), known);
                findings.balance(database, migration.number(), balances);
                return known;
            });
            found.clear();
        }
    }

    /** The money of one group while it is counted. */
    private static final class Money {

        private final String group;
        private long here;
        private long sumHere;
        private long there;
        private long sumThere;
        private long unsure;

        Money(String group) {
            this.group = group;
        }

        void add(long amount, boolean isThere, boolean equal) {
            here++;
            sumHere += amount;
            there += isThere ? 1 : 0;
            sumThere += equal ? amount : 0;
            unsure += isThere && !equal ? 1 : 0;
        }

        void addUnknown() {
            there++;
            unsure++;
        }

        Balance balance(String set) {
            return new Balance(set, group, here, sumHere, there, sumThere, unsure);
        }
    }
}
