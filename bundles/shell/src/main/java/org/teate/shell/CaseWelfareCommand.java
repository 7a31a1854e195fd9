// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.teate.cases.LedgerComparison;
import org.teate.cases.LedgerComparison.Difference;
import org.teate.cases.Reconciliation;
import org.teate.kernel.AddresseeNumber;

/** {@code case:welfare} asks the welfare system for a recipient's ledgers and shows where they differ from ours. */
@Service
@Command(scope = "case", name = "welfare", description = "Compares a recipient's ledgers with the welfare system's now")
public class CaseWelfareCommand implements Action {

    @Reference
    private Reconciliation reconciliation;

    @Argument(name = "recipient", description = "The recipient's addressee number", required = true)
    private String recipient;

    @Override
    public Object execute() {
        List<LedgerComparison> comparisons = reconciliation.ask(AddresseeNumber.of(recipient));
        ShellTable table = new ShellTable().emptyTableText("Neither side has a ledger");
        table.column("Ledger");
        table.column("Standing");
        table.column("Item");
        table.column("Ours");
        table.column("Theirs");
        for (LedgerComparison each : comparisons) {
            if (each.differences().isEmpty()) {
                table.addRow().addContent(each.ledger(), each.standing().label(), "", "", "");
            }
            for (Difference difference : each.differences()) {
                table.addRow()
                        .addContent(
                                each.ledger(),
                                each.standing().label(),
                                difference.item(),
                                difference.ours(),
                                difference.theirs());
            }
        }
        table.print(System.out);
        return null;
    }
}
