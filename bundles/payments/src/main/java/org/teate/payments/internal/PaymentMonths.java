// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.teate.kernel.BusinessDays;
import org.teate.kernel.Holidays;
import org.teate.kernel.Wareki;
import org.teate.payments.PaymentRun.Cancellation;
import org.teate.payments.RunState;
import org.teate.rules.Instalments;

/** When a payment month（支払期月） can be paid: before its payday, and not before the months that come first. Thread-safe. */
final class PaymentMonths {

    private final BusinessDays bankDays = BusinessDays.ofBanks(Holidays.national());
    private final Clock clock;

    PaymentMonths(Clock clock) {
        this.clock = clock;
    }

    LocalDate payday(YearMonth month) {
        return Instalments.payDay(month, bankDays);
    }

    /** Why a file cannot reach the bank in time any more, since it needs it before the payday; a Japanese sentence. */
    Optional<String> lateness(YearMonth month, LocalDate payday) {
        return isAhead(payday)
                ? Optional.empty()
                : Optional.of(Wareki.of(month) + "期の支払日（" + Wareki.of(payday) + "）に間に合いません。");
    }

    /**
     * The first month before {@code month} that can still be paid in time but is not decided: a run pays every month up to
     * its own, and those are not to arrive later than on their payday.
     */
    Optional<YearMonth> undecidedBefore(YearMonth month, List<RunTable.Row> runs) {
        for (YearMonth earlier = YearMonth.now(clock); earlier.isBefore(month); earlier = earlier.plusMonths(1)) {
            if (Instalments.paidIn(earlier).isPresent() && isAhead(payday(earlier)) && !isDecided(of(earlier, runs))) {
                return Optional.of(earlier);
            }
        }
        return Optional.empty();
    }

    private boolean isAhead(LocalDate payday) {
        return payday.isAfter(LocalDate.now(clock));
    }

    private static List<RunTable.Row> of(YearMonth month, List<RunTable.Row> runs) {
        return runs.stream().filter(run -> run.paymentMonth().equals(month)).toList();
    }

    /** No run waits, and what the last cancelled one would have paid was calculated anew. */
    private static boolean isDecided(List<RunTable.Row> runs) {
        Instant since = runs.stream()
                .flatMap(run -> run.cancelled().stream())
                .map(Cancellation::at)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        return runs.stream().noneMatch(run -> run.state() == RunState.CALCULATED)
                && runs.stream()
                        .anyMatch(run ->
                                run.cancelled().isEmpty() && !run.startedAt().isBefore(since));
    }
}
