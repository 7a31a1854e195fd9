// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.teate.payments.PaymentRuns;

/** Completes the numbers of the payment runs. */
@Service
public class RunCompleter implements Completer {

    @Reference
    private PaymentRuns runs;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> numbers =
                runs.list().stream().map(run -> String.valueOf(run.number())).toList();
        return new StringsCompleter(numbers).complete(session, line, candidates);
    }
}
