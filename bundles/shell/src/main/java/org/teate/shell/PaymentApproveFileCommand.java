// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.teate.payments.PaymentRuns;

/** {@code payment:approve-file} approves the bank file. */
@Service
@Command(
        scope = "payment",
        name = "approve-file",
        description = "Approves the bank file for sending; not for the one who made it")
public class PaymentApproveFileCommand implements Action {

    @Reference
    private PaymentRuns runs;

    @Argument(name = "run", description = "The run's number", required = true)
    @Completion(RunCompleter.class)
    private long number;

    @Override
    public Object execute() {
        RunPrinter.printed(runs.approveFile(number));
        return null;
    }
}
