// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.bench.rules;

import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.teate.kernel.MonthSpan;
import org.teate.rules.Act;
import org.teate.rules.Assessed;
import org.teate.rules.Assessment;
import org.teate.rules.Breakdown;
import org.teate.rules.Facts;
import org.teate.rules.Reason;

/** What one household costs, one after the other of a small town that stays in the cache. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SingleHousehold {

    private static final int HOUSEHOLDS = 1 << 10;
    private static final YearMonth MONTH = YearMonth.of(2026, 11);

    private final Act act = Act.enacted();
    private final MonthSpan oneMonth = MonthSpan.of(MONTH, MONTH);
    private final MonthSpan payment = MonthSpan.of(MONTH.minusMonths(1), MONTH);
    private final List<Facts> caseload = Caseload.current(Town.of(HOUSEHOLDS, 1, MONTH));
    private int next;

    @Benchmark
    public Assessment amount() {
        return act.assess(next(), oneMonth);
    }

    @Benchmark
    public List<Reason> amountAndReasons() {
        return ((Assessed) act.assess(next(), oneMonth)).reasons(MONTH);
    }

    @Benchmark
    public String paymentAndItsBreakdown() {
        return Breakdown.write(((Assessed) act.assess(next(), payment)).childMonths());
    }

    private Facts next() {
        next = (next + 1) % HOUSEHOLDS;
        return caseload.get(next);
    }
}
