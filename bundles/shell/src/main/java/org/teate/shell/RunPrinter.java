// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import java.util.List;
import org.apache.karaf.shell.support.table.ShellTable;
import org.teate.payments.PaymentRun;
import org.teate.payments.RunOutcome;
import org.teate.ports.bank.Finding;

/** Prints payment runs and what came of an attempt to move one. */
final class RunPrinter {

    private RunPrinter() {}

    /**
     * Prints the run as it stands now.
     *
     * @throws IllegalStateException with the reason if nothing was done, so that a script stops here
     */
    static PaymentRun printed(RunOutcome outcome) {
        PaymentRun run = done(outcome);
        print(List.of(run));
        return run;
    }

    static void print(List<PaymentRun> runs) {
        ShellTable table = new ShellTable().emptyTableText("There is no payment run");
        table.column("Run").alignRight();
        table.column("Month");
        table.column("Benefit months");
        table.column("Payday");
        table.column("State");
        table.column("Ledgers").alignRight();
        table.column("Paid").alignRight();
        table.column("Amount").alignRight();
        table.column("Not paid").alignRight();
        table.column("Started by");
        for (PaymentRun run : runs) {
            table.addRow()
                    .addContent(
                            run.number(),
                            run.paymentMonth(),
                            run.months().first() + " to " + run.months().last(),
                            run.payday(),
                            run.state().label(),
                            run.progress().done() + "/" + run.progress().total(),
                            run.paid().recipients(),
                            run.paid().amount(),
                            run.unpaid(),
                            run.startedBy());
        }
        table.print(System.out);
    }

    private static PaymentRun done(RunOutcome outcome) {
        if (outcome instanceof RunOutcome.Done done) {
            return done.run();
        }
        if (outcome instanceof RunOutcome.Unchanged unchanged) {
            System.out.println("作成し直しても同じ振込データになるため、変わっていません。");
            return unchanged.run();
        }
        throw new IllegalStateException(reason(outcome));
    }

    private static String reason(RunOutcome outcome) {
        if (outcome instanceof RunOutcome.Busy busy) {
            return "支払処理" + busy.other().number() + "が" + busy.other().state().label() + "です。";
        } else if (outcome instanceof RunOutcome.NotPayable notPayable) {
            return notPayable.reason();
        } else if (outcome instanceof RunOutcome.NotNow notNow) {
            return "支払処理" + notNow.run().number() + "は「" + notNow.run().state().label() + "」のため、この操作はできません。";
        } else if (outcome instanceof RunOutcome.FileDiffers) {
            return "作成し直すと振込データの内容が変わります。承認待ちの振込データを差し戻してから作成してください。";
        } else if (outcome instanceof RunOutcome.Blocked blocked) {
            return String.join(
                    "\n", blocked.findings().stream().map(RunPrinter::sentence).toList());
        }
        return "起案者は自らの起案を決裁できません。";
    }

    private static String sentence(Finding finding) {
        return finding.code() + (finding.serial() == 0 ? " " : " 振込番号" + finding.serial() + " ") + finding.item() + " "
                + finding.message();
    }
}
