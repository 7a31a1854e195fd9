// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import java.time.YearMonth;
import java.util.concurrent.TimeUnit;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.teate.payments.PaymentRun;
import org.teate.payments.PaymentRuns;
import org.teate.payments.RunState;

/** {@code payment:run} starts the payment run of a month, or goes on with an interrupted one. */
@Service
@Command(
        scope = "payment",
        name = "run",
        description = "Starts the payment run of a month, or resumes an interrupted one",
        detailedDescription = "classpath:payment-run.txt")
public class PaymentRunCommand implements Action {

    private static final long LOOK_EVERY_MILLIS = 50;

    @Reference
    private PaymentRuns runs;

    @Argument(name = "month", description = "The payment month, such as 2026-12")
    @Completion(PaymentMonthCompleter.class)
    private String month;

    @Option(name = "--resume", description = "The number of an interrupted run to go on with")
    private Long resume;

    @Option(name = "--wait", description = "Comes back only when the calculation is over")
    private boolean wait;

    @Override
    public Object execute() throws InterruptedException {
        if ((month == null) == (resume == null)) {
            throw new IllegalArgumentException("Either a payment month or --resume is needed");
        }
        PaymentRun run = RunPrinter.printed(resume == null ? runs.start(YearMonth.parse(month)) : runs.resume(resume));
        if (wait) {
            await(run.number());
            PaymentShowCommand.print(runs, run.number());
        }
        return null;
    }

    private void await(long number) throws InterruptedException {
        while (runs.find(number).map(PaymentRun::state).orElseThrow() == RunState.CALCULATING) {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        }
    }
}
