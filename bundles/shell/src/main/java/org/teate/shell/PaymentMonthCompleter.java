// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.teate.rules.Instalments;

/** Completes the payment months（支払期月）of the year that begins now. */
@Service
public class PaymentMonthCompleter implements Completer {

    private static final int A_YEAR = 12;

    @Reference
    private Clock clock;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> months = Stream.iterate(YearMonth.now(clock), month -> month.plusMonths(1))
                .limit(A_YEAR)
                .filter(month -> Instalments.paidIn(month).isPresent())
                .map(YearMonth::toString)
                .toList();
        return new StringsCompleter(months).complete(session, line, candidates);
    }
}
