// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.karaf.shell.support.table.ShellTable;
import org.teate.exchange.Migration;
import org.teate.exchange.Migration.State;
import org.teate.exchange.MigrationFlaw;
import org.teate.exchange.MigrationOutcome;
import org.teate.exchange.MigrationProgress;
import org.teate.exchange.MigrationReport;
import org.teate.exchange.Migrations;

/** Prints migrations and what came of an attempt to move one. */
final class MigrationPrinter {

    private static final long LOOK_EVERY_MILLIS = 200;

    private MigrationPrinter() {}

    /**
     * Prints the migration as it stands, at once or when the server is no longer at it.
     *
     * @throws IllegalStateException with the reason if nothing was done, so that a script stops here
     */
    static void print(Migrations migrations, MigrationOutcome outcome, boolean wait) throws InterruptedException {
        print(stands(migrations, outcome, wait));
    }

    /**
     * The migration as it stands, at once or when the server is no longer at it.
     *
     * @throws IllegalStateException with the reason if nothing was done
     */
    static Migration stands(Migrations migrations, MigrationOutcome outcome, boolean wait) throws InterruptedException {
        if (!(outcome instanceof MigrationOutcome.Done done)) {
            throw new IllegalStateException(reason(outcome));
        }
        Migration now = done.migration();
        while (wait && (now.state() == State.RUNNING || now.state() == State.RECONCILING)) {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            now = migrations.find(now.number()).orElseThrow();
        }
        return now;
    }

    /** What the last reconciliation has found of each set. */
    static void printComparisons(MigrationReport report) {
        ShellTable table = new ShellTable().emptyTableText("Not reconciled yet: migration:reconcile");
        table.column("Set");
        table.column("Here").alignRight();
        table.column("There").alignRight();
        table.column("Equal").alignRight();
        table.column("Differing").alignRight();
        table.column("Explained").alignRight();
        table.column("Unexplained").alignRight();
        report.comparisons().forEach(set -> table.addRow()
                .addContent(
                        set.set(),
                        set.here(),
                        set.there(),
                        set.equal(),
                        set.differing(),
                        set.explained(),
                        set.unexplained()));
        table.print(System.out);
    }

    /** The one line for which all this is done. */
    static void printUnexplained(MigrationReport report) {
        System.out.println("unexplained differences: "
                + (report.reconciledAt().isPresent() ? report.unexplained() : "not reconciled to the end"));
    }

    /** The migration meant by a number, or the newest one if none is given. */
    static Migration meant(Migrations migrations, String number) {
        return (number == null ? migrations.list().stream().findFirst() : migrations.find(number))
                .orElseThrow(() -> new IllegalArgumentException(
                        number == null ? "There is no migration" : "There is no migration " + number));
    }

    static void print(List<Migration> migrations) {
        ShellTable table = new ShellTable().emptyTableText("There is no migration");
        table.column("Migration");
        table.column("Kind");
        table.column("Connector");
        table.column("State");
        table.column("Business date");
        table.column("Mark").alignRight();
        table.column("Started");
        table.column("By");
        table.column("Finished");
        table.column("Reason");
        for (Migration migration : migrations) {
            table.addRow()
                    .addContent(
                            migration.number(),
                            migration.kind().label(),
                            migration.connector(),
                            migration.state().label(),
                            migration.businessDate(),
                            migration.mark(),
                            Times.of(migration.startedAt()),
                            migration.startedBy(),
                            migration.finishedAt().map(Times::of).orElse(""),
                            migration.reason());
        }
        table.print(System.out);
    }

    static void print(Migration migration) {
        print(List.of(migration));
        printSets(migration);
    }

    static void printSets(Migration migration) {
        ShellTable table = new ShellTable();
        table.column("Set");
        table.column("State");
        table.column("Parts").alignRight();
        table.column("Sent").alignRight();
        table.column("Received").alignRight();
        table.column("Applied").alignRight();
        table.column("Unchanged").alignRight();
        table.column("Refused").alignRight();
        table.column("Totals").alignRight();
        for (MigrationProgress set : migration.sets()) {
            table.addRow()
                    .addContent(
                            set.set(),
                            set.state().label(),
                            set.parts(),
                            set.sent(),
                            set.received(),
                            set.applied(),
                            set.unchanged(),
                            set.refused(),
                            totals(set));
        }
        table.print(System.out);
    }

    /** How many totals agree; those that do not, by name. */
    private static String totals(MigrationProgress set) {
        Map<String, String> differing = differing(set);
        int all = names(set).size();
        if (all == 0) {
            return "none";
        }
        return differing.isEmpty() ? all + " agree" : differing.size() + " of " + all + " differ: " + differing;
    }

    private static Map<String, String> differing(MigrationProgress set) {
        Map<String, String> differing = new TreeMap<>();
        for (String name : names(set)) {
            Long here = set.here().get(name);
            Long there = set.there().get(name);
            if (here == null || !here.equals(there)) {
                differing.put(name, here + " here, " + there + " there");
            }
        }
        return differing;
    }

    private static TreeSet<String> names(MigrationProgress set) {
        TreeSet<String> names = new TreeSet<>(set.here().keySet());
        names.addAll(set.there().keySet());
        return names;
    }

    private static String reason(MigrationOutcome outcome) {
        if (outcome instanceof MigrationOutcome.Busy busy) {
            return "移行" + busy.other().number() + "が" + busy.other().state().label() + "です。";
        } else if (outcome instanceof MigrationOutcome.NoReceiver none) {
            return none.connector() + "は移行データを受け取れません。connector:list で確認してください。";
        } else if (outcome instanceof MigrationOutcome.InUse used) {
            return used.connector() + "は使用中です。使用中の連携先へは通知が届いており、本番移行はできません。";
        } else if (outcome instanceof MigrationOutcome.Incomplete incomplete) {
            return "移行データ" + String.join("、", incomplete.missing()) + "を出すバンドルが動いていません。";
        } else if (outcome instanceof MigrationOutcome.Blocked blocked) {
            return "移行の前に次を直してください。\n"
                    + String.join(
                            "\n",
                            blocked.flaws().stream()
                                    .map(MigrationPrinter::sentence)
                                    .toList());
        } else if (outcome instanceof MigrationOutcome.NotNow notNow) {
            return "移行" + notNow.migration().number() + "は「"
                    + notNow.migration().state().label() + "」のため、この操作はできません。";
        }
        return "起案者は自らの起案を決裁できません。";
    }

    static String sentence(MigrationFlaw flaw) {
        return flaw.set() + " " + flaw.key() + " " + flaw.item() + " " + flaw.code() + " " + flaw.reason();
    }
}
