// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.teate.exchange.MigrationFlaw;
import org.teate.exchange.MigrationReport;
import org.teate.exchange.Migrations;

/** {@code migration:report} shows what was found about a migration. */
@Service
@Command(
        scope = "migration",
        name = "report",
        description = "Shows what was refused, what differs, the balance of payments, and names spelled otherwise")
public class MigrationReportCommand implements Action {

    @Reference
    private Migrations migrations;

    @Argument(name = "migration", description = "The number of the migration; else the newest one")
    @Completion(MigrationCompleter.class)
    private String number;

    @Option(name = "--limit", description = "How many lines of each kind at most")
    private int limit = 20;

    @Override
    public Object execute() {
        MigrationReport report =
                migrations.report(MigrationPrinter.meant(migrations, number).number());
        MigrationPrinter.print(report.migration());
        printRefused(report.refused());
        System.out.println();
        System.out.println(
                "Reconciliation " + report.reconciledAt().map(Times::of).orElse(""));
        MigrationPrinter.printComparisons(report);
        printDifferences(report.differences());
        printBalances(report.balances());
        printSpellings(report.spellings());
        MigrationPrinter.printUnexplained(report);
        return null;
    }

    private void printRefused(List<MigrationFlaw> refused) {
        ShellTable table = table("Refused rows", refused.size(), "No row was refused");
        table.column("Set");
        table.column("Key");
        table.column("Item");
        table.column("Code");
        table.column("Reason");
        refused.stream().limit(limit).forEach(flaw -> table.addRow()
                .addContent(flaw.set(), flaw.key(), flaw.item(), flaw.code(), flaw.reason()));
        table.print(System.out);
    }

    private void printDifferences(List<MigrationReport.Difference> differences) {
        ShellTable table = table("Differing rows", differences.size(), "No row differs");
        table.column("Set");
        table.column("Key");
        table.column("Kind");
        table.column("Explained by");
        differences.stream().limit(limit).forEach(difference -> table.addRow()
                .addContent(
                        difference.set(), difference.key(), difference.kind().label(), difference.explanation()));
        table.print(System.out);
    }

    private static void printBalances(List<MigrationReport.Balance> balances) {
        ShellTable table = table("Balance", balances.size(), "No balance yet");
        table.column("Set");
        table.column("Month");
        table.column("Rows here").alignRight();
        table.column("Sum here").alignRight();
        table.column("Rows there").alignRight();
        table.column("Sum there").alignRight();
        table.column("Unsure").alignRight();
        table.column("");
        balances.forEach(balance -> table.addRow()
                .addContent(
                        balance.set(),
                        balance.group(),
                        balance.here(),
                        balance.sumHere(),
                        balance.there(),
                        balance.sumThere(),
                        balance.unsure(),
                        balance.agrees() ? "agrees" : "differs"));
        table.print(System.out);
    }

    private void printSpellings(List<MigrationReport.Spelling> spellings) {
        ShellTable table = table("Names spelled otherwise than received", spellings.size(), "No name is");
        table.column("Set");
        table.column("Key");
        table.column("Received");
        table.column("Handed over");
        spellings.stream().limit(limit).forEach(spelling -> table.addRow()
                .addContent(spelling.set(), spelling.key(), spelling.received(), spelling.handedOver()));
        table.print(System.out);
    }

    private static ShellTable table(String title, int rows, String empty) {
        System.out.println();
        System.out.println(title + (rows == 0 ? "" : " (" + rows + ")"));
        return new ShellTable().emptyTableText(empty);
    }
}
