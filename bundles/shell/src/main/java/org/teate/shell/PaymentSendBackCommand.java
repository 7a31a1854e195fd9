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

/** {@code payment:send-back} cancels a run that has no file yet, or takes a file back that waits for approval. */
@Service
@Command(
        scope = "payment",
        name = "send-back",
        description = "Cancels a run without a file, or takes its file back; not for the one who started or made it")
public class PaymentSendBackCommand implements Action {

    @Reference
    private PaymentRuns runs;

    @Argument(name = "run", description = "The run's number", required = true)
    @Completion(RunCompleter.class)
    private long number;

    @Argument(index = 1, name = "reason", description = "Why, for colleagues and the audit trail", required = true)
    private String reason;

    @Override
    public Object execute() {
        RunPrinter.printed(runs.sendBack(number, reason));
        return null;
    }
}
