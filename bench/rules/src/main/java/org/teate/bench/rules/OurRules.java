// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.bench.rules;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.teate.kernel.MonthSpan;
import org.teate.rules.Act;
import org.teate.rules.Assessed;
import org.teate.rules.Facts;
import org.teate.rules.Reason;

/** The jobs as our rules do them. Each gives the yen that it computed, and reads every row and every step. */
final class OurRules {

    private static final Act ACT = Act.enacted();

    private OurRules() {}

    static long amounts(List<Facts> caseload, MonthSpan months) {
        long yen = 0;
        for (Facts facts : caseload) {
            yen += assess(facts, months).total().amount();
        }
        return yen;
    }

    static long explained(List<Facts> caseload, YearMonth month) {
        MonthSpan months = MonthSpan.of(month, month);
        long yen = 0;
        long steps = 0;
        for (Facts facts : caseload) {
            for (Reason reason : assess(facts, months).reasons(month)) {
                yen += reason.amount().amount();
                steps += reason.steps().size();
            }
        }
        if (steps == 0) {
            throw new IllegalStateException("Nothing was explained");
        }
        return yen;
    }

    /** On all cores. */
    static long history(List<Facts> caseload, MonthSpan months) {
        Stream<Facts> parallel = caseload.parallelStream();
        return parallel.mapToLong(facts -> assess(facts, months).total().amount())
                .sum();
    }

    /** The amount of one household, to be held against others. */
    static long amount(Facts facts, YearMonth month) {
        return assess(facts, MonthSpan.of(month, month)).total().amount();
    }

    /** What a household's month allocates, in bytes. */
    static long bytesPerHousehold(List<Facts> caseload, MonthSpan months) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        amounts(caseload, months);
        return (threads.getCurrentThreadAllocatedBytes() - before) / caseload.size();
    }

    private static Assessed assess(Facts facts, MonthSpan months) {
        return (Assessed) ACT.assess(facts, months);
    }
}
