// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.teate.payments.PaymentRun;
import org.teate.payments.RunState;
import org.teate.payments.TransferFile;

/** The runs as they stand now: what the tables hold, and what only the calculator knows. Thread-safe. */
final class ShownRuns {

    private final RunCalculator calculator;

    ShownRuns(RunCalculator calculator) {
        this.calculator = calculator;
    }

    /** Where a run stands: one that is being calculated, but not by this server, was cut off. */
    RunState state(RunTable.Row run) {
        return run.state() == RunState.CALCULATING && !calculator.isAt(run.number())
                ? RunState.INTERRUPTED
                : run.state();
    }

    PaymentRun of(Connection connection, RunTable.Row run) throws SQLException {
        return of(
                run,
                RunTable.drafters(connection, run.number()),
                TransferFileTable.ofRun(connection, run.number()).map(TransferFileTable.Row::shown));
    }

    /** Newest first. */
    List<PaymentRun> all(Connection connection) throws SQLException {
        Map<Long, TransferFile> files = TransferFileTable.all(connection);
        Map<Long, Set<String>> drafters = RunTable.drafters(connection);
        return RunTable.all(connection).stream()
                .map(run -> of(run, drafters.get(run.number()), Optional.ofNullable(files.get(run.number()))))
                .toList();
    }

    private PaymentRun of(RunTable.Row run, Set<String> drafters, Optional<TransferFile> transfers) {
        RunState state = state(run);
        Optional<Long> draft =
                switch (state) {
                    case CALCULATED -> run.runDraft();
                    case FILE_MADE -> run.fileDraft();
                    default -> Optional.empty();
                };
        boolean hasFile = state == RunState.FILE_MADE || state == RunState.FILE_APPROVED;
        return new PaymentRun(
                run.number(),
                run.paymentMonth(),
                run.months(),
                run.payday(),
                state,
                new PaymentRun.Progress(run.done(), run.total(), calculator.perSecond(run)),
                run.sums(),
                run.unpaid(),
                run.startedBy(),
                drafters,
                run.startedAt(),
                run.calculatedAt(),
                state == RunState.INTERRUPTED
                        ? run.failure().or(() -> calculator.failure(run.number()))
                        : Optional.empty(),
                draft,
                transfers.filter(file -> hasFile),
                run.cancelled());
    }
}
