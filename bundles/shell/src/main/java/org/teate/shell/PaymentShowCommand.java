// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.access.Worklist;
import org.teate.payments.ClassTotal;
import org.teate.payments.PaymentRun;
import org.teate.payments.PaymentRuns;
import org.teate.payments.TransferFile;
import org.teate.payments.Unpaid;
import org.teate.ports.bank.Finding;

/** {@code payment:show} opens one payment run: totals by class, the file, and who is not paid and why. */
@Service
@Command(
        scope = "payment",
        name = "show",
        description = "Shows a payment run: totals, file, and who is not paid and why")
public class PaymentShowCommand implements Action {

    private static final int WARNINGS = 100;

    /** The work that is records of ledgers and payments. */
    private static final String LEDGER_SETS = "import\\.M(0[5-9]|1[0-2])";

    @Reference
    private PaymentRuns runs;

    @Reference
    private Worklist worklist;

    @Reference
    private Guard guard;

    @Argument(name = "run", description = "The run's number", required = true)
    @Completion(RunCompleter.class)
    private long number;

    @Option(name = "--unpaid", description = "How many of those who are not paid to show")
    private int unpaid = 20;

    @Override
    public Object execute() {
        print(runs, number);
        printNotTakenOver();
        printUnpaid(runs.unpaid(number, Optional.empty(), 0, unpaid));
        return null;
    }

    /** For want of a record somebody may be left out or paid wrongly. */
    private void printNotTakenOver() {
        if (!guard.permits(Permission.WORK_VIEW)) {
            return;
        }
        worklist.counts().entrySet().stream()
                .filter(each -> each.getKey().matches(LEDGER_SETS))
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> System.out.println(
                        "Not taken over: " + each.getValue() + " records of " + each.getKey() + "; see the page 処理待ち"));
    }

    static void print(PaymentRuns runs, long number) {
        PaymentRun run =
                runs.find(number).orElseThrow(() -> new IllegalArgumentException("There is no payment run " + number));
        RunPrinter.print(List.of(run));
        run.failure().ifPresent(failure -> System.out.println("Cut off: " + failure));
        run.cancelled().ifPresent(end -> System.out.println("Cancelled by " + end.by() + ": " + end.reason()));
        printTotals(runs.totals(number));
        run.file().ifPresent(file -> {
            printFile(file);
            printWarnings(runs.warnings(number, WARNINGS), file.warnings());
        });
    }

    private static void printTotals(List<ClassTotal> totals) {
        ShellTable table = new ShellTable().emptyTableText("Nothing is paid");
        table.column("Employed");
        table.column("Class");
        table.column("Rank").alignRight();
        table.column("Recipients").alignRight();
        table.column("Children").alignRight();
        table.column("Child-months").alignRight();
        table.column("Amount").alignRight();
        for (ClassTotal total : totals) {
            table.addRow()
                    .addContent(
                            total.employed() ? "被用者" : "非被用者",
                            total.ageClass().label(),
                            total.rank(),
                            total.recipients(),
                            total.children(),
                            total.childMonths(),
                            total.amount());
        }
        table.print(System.out);
    }

    private static void printFile(TransferFile file) {
        System.out.println("File " + file.name() + ": " + file.count() + " transfers, " + file.total() + ", SHA-256 "
                + file.sha256());
    }

    private static void printWarnings(List<Finding> warnings, int all) {
        if (warnings.isEmpty()) {
            return;
        }
        System.out.println(all + " warnings of the checks before sending"
                + (all > warnings.size() ? ", the first " + warnings.size() : ""));
        ShellTable table = new ShellTable();
        table.column("Check");
        table.column("Payment").alignRight();
        table.column("Item");
        table.column("Warning");
        for (Finding warning : warnings) {
            table.addRow()
                    .addContent(
                            warning.code(),
                            warning.serial() == 0 ? "" : warning.serial(),
                            warning.item(),
                            warning.message());
        }
        table.print(System.out);
    }

    private static void printUnpaid(List<Unpaid> unpaid) {
        ShellTable table = new ShellTable().emptyTableText("Everybody to whom something is due is paid");
        table.column("Ledger");
        table.column("Months");
        table.column("Amount").alignRight();
        table.column("Reason");
        table.column("Detail");
        for (Unpaid each : unpaid) {
            table.addRow()
                    .addContent(
                            each.ledger(),
                            each.months().first() + " to " + each.months().last(),
                            each.amount(),
                            each.reason().label(),
                            each.detail());
        }
        table.print(System.out);
    }
}
