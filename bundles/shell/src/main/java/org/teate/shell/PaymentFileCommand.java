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

/** {@code payment:file} makes the bank file. */
@Service
@Command(scope = "payment", name = "file", description = "Makes the bank file of an approved run")
public class PaymentFileCommand implements Action {

    @Reference
    private PaymentRuns runs;

    @Argument(name = "run", description = "The run's number", required = true)
    @Completion(RunCompleter.class)
    private long number;

    @Override
    public Object execute() {
        RunPrinter.printed(runs.makeFile(number));
        return null;
    }
}
