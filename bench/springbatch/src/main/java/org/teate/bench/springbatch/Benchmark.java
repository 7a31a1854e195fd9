// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.bench.springbatch;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.batch.core.Job;
import org.springframework.jdbc.core.JdbcTemplate;

/** Runs the payment run over one town several times, checks every run, and gives the figures. */
final class Benchmark {

    private static final double NANOS = 1e9;
    private static final long LOOK_MILLIS = 1_000;
    /** The share of a processor above which a process is not at rest. */
    private static final double BUSY = 0.1;

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** What one run took. */
    private record Cost(double seconds, double cpuSeconds) {}

    private final Town town;
    private final Months months;
    private final JobRunner runner;

    Benchmark(Town town, Months months, JobRunner runner) {
        this.town = town;
        this.months = months;
        this.runner = runner;
    }

    /** The first run, in a virtual machine that has not run the job before, and {@code warmRuns} more. */
    List<Figure> measure(Shape shape, int warmRuns) throws Exception {
        Cost first = run(shape, 0);
        List<Cost> warm = new ArrayList<>();
        for (int run = 1; run <= warmRuns; run++) {
            warm.add(run(shape, run));
        }
        warm.sort(Comparator.comparing(Cost::seconds));
        Cost median = warm.isEmpty() ? first : warm.get(warm.size() / 2);
        return List.of(
                new Figure(shape.figures + ".recipients_per_s", town.size() / median.seconds(), "1/s"),
                new Figure(shape.figures + ".seconds", median.seconds(), "s"),
                new Figure(shape.figures + ".cpu_seconds", median.cpuSeconds(), "s"),
                new Figure(shape.figures + ".first_seconds", first.seconds(), "s"),
                new Figure(shape.figures + ".first_cpu_seconds", first.cpuSeconds(), "s"),
                new Figure(shape.figures + ".total", town.due(months), "yen"),
                new Figure(shape.figures + ".peak_rss", peakMemory(), "MB"));
    }

    /** The cost of the job alone; the payments of the run before are removed, and this run's checked, off the clock. */
    private Cost run(Shape shape, long run) throws Exception {
        new JdbcTemplate(runner.database()).execute("delete from payment");
        Job job = runner.job(shape, run);
        rest();
        long startCpu = PROCESS.getProcessCpuTime();
        long start = System.nanoTime();
        runner.run(job, run);
        Cost cost = new Cost((System.nanoTime() - start) / NANOS, (PROCESS.getProcessCpuTime() - startCpu) / NANOS);
        check(run);
        Files.delete(runner.file(run));
        return cost;
    }

    /** @throws IllegalStateException if a run has not paid what it should have */
    void check(long run) throws IOException {
        Verification.of(runner.database(), run, runner.file(run), town.due(months));
    }

    /** Collects garbage and waits until this process has done what it still had to, such as compile. */
    private static void rest() throws InterruptedException {
        System.gc();
        long before;
        long now = PROCESS.getProcessCpuTime();
        do {
            before = now;
            Thread.sleep(LOOK_MILLIS);
            now = PROCESS.getProcessCpuTime();
        } while (now - before > LOOK_MILLIS * 1e6 * BUSY);
    }

    /** The most memory that this process has had, in megabytes, as Linux counts it. */
    private static double peakMemory() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElseThrow()
                    / 1_024.0;
        }
    }
}
