// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.teate.payments.PaymentRuns;

/** {@code payment:list} shows every payment run. */
@Service
@Command(scope = "payment", name = "list", description = "Lists the payment runs, newest first")
public class PaymentListCommand implements Action {

    @Reference
    private PaymentRuns runs;

    @Override
    public Object execute() {
        RunPrinter.print(runs.list());
        return null;
    }
}
