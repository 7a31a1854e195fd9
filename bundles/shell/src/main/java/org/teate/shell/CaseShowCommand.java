// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import java.time.Clock;
import java.time.YearMonth;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.teate.cases.CaseFile;
import org.teate.cases.CaseRegister;
import org.teate.cases.Decision;
import org.teate.cases.Entitlement;
import org.teate.kernel.LedgerNumber;
import org.teate.kernel.MonthSpan;
import org.teate.rules.Assessed;
import org.teate.rules.Assessment;
import org.teate.rules.ChildMonth;
import org.teate.rules.Finding;
import org.teate.rules.Impossible;
import org.teate.rules.Reason;

/** {@code case:show} opens one case: what is due, month by month, and why. */
@Service
@Command(
        scope = "case",
        name = "show",
        description = "Shows a case with its amounts, and with --why the reasons",
        detailedDescription = "classpath:case-show.txt")
public class CaseShowCommand implements Action {

    @Reference
    private CaseRegister cases;

    @Reference
    private Clock clock;

    @Argument(name = "ledger", description = "The ledger number", required = true)
    private String ledger;

    @Option(name = "--from", description = "The first benefit month, such as 2026-10; else two months ago")
    private String from;

    @Option(name = "--to", description = "The last benefit month; else the last month")
    private String to;

    @Option(name = "--why", description = "Shows the reasons behind each amount")
    private boolean why;

    @Override
    public Object execute() {
        CaseFile file = cases.find(LedgerNumber.of(ledger))
                .orElseThrow(() -> new IllegalArgumentException("There is no case " + ledger));
        printHead(file.entitlement());
        YearMonth now = YearMonth.now(clock);
        Assessment assessment = file.assess(MonthSpan.of(
                from == null ? now.minusMonths(2) : YearMonth.parse(from),
                to == null ? now.minusMonths(1) : YearMonth.parse(to)));
        if (assessment instanceof Assessed assessed) {
            printAmounts(assessed);
            if (why) {
                printReasons(assessed);
            }
        } else if (assessment instanceof Impossible impossible) {
            impossible.findings().stream().map(Finding::message).forEach(System.out::println);
        }
        printDecisions(file);
        return null;
    }

    private static void printHead(Entitlement entitlement) {
        ShellTable table = new ShellTable();
        table.column("Item");
        table.column("Content");
        table.addRow().addContent("Ledger", entitlement.ledger());
        table.addRow().addContent("Recipient", entitlement.recipient());
        table.addRow().addContent("Status", entitlement.status().label());
        table.addRow()
                .addContent(
                        "Entitled",
                        entitlement.firstMonth() + " to "
                                + entitlement.lastMonth().map(String::valueOf).orElse("now"));
        table.addRow().addContent("Hold", entitlement.hold().label());
        table.print(System.out);
    }

    private static void printAmounts(Assessed assessed) {
        ShellTable table = new ShellTable().emptyTableText("Nothing is due");
        table.column("Month");
        table.column("Child");
        table.column("Class");
        table.column("Rank").alignRight();
        table.column("Kind");
        table.column("Amount").alignRight();
        for (ChildMonth row : assessed.childMonths()) {
            table.addRow()
                    .addContent(
                            row.month(),
                            row.child(),
                            row.ageClass().label(),
                            row.rank(),
                            row.kind().label(),
                            row.amount());
        }
        table.print(System.out);
        System.out.println("Due in all: " + assessed.total());
    }

    private static void printReasons(Assessed assessed) {
        for (YearMonth month : assessed.months().months().toList()) {
            for (Reason reason : assessed.reasons(month)) {
                System.out.println(month + " " + reason.child() + " " + reason.amount());
                reason.sentences().forEach(sentence -> System.out.println("  " + sentence));
            }
        }
    }

    private static void printDecisions(CaseFile file) {
        ShellTable table = new ShellTable().emptyTableText("No decision is recorded");
        table.column("Decision");
        table.column("Kind");
        table.column("Decided on");
        table.column("From");
        table.column("Drafted by");
        table.column("Approved by");
        for (Decision decision : file.decisions()) {
            table.addRow()
                    .addContent(
                            decision.number(),
                            decision.kind().label(),
                            decision.decidedOn(),
                            decision.startMonth(),
                            decision.draftedBy().orElse(""),
                            decision.approvedBy().orElse(""));
        }
        table.print(System.out);
    }
}
