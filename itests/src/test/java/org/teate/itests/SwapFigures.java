// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.itests;

import static org.ops4j.pax.exam.OptionUtils.combine;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.ProbeBuilder;
import org.ops4j.pax.exam.TestProbeBuilder;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.ServiceReference;

/**
 * The figures of {@code script/bench swap}: {@code teate.swaps} swaps of the welfare system's connector, by feature and by
 * update of the bundle, beside callers who hold it by a plain reference. No test: the build does not run it.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class SwapFigures extends SwapSupport {

    private static final int CALLERS = 8;
    private static final int SWAPS = Integer.getInteger("teate.swaps", 400);
    private static final List<Integer> WEIGHED_AFTER = List.of(10, 100, 400);

    private static final int LOOKS = 10;
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(200);

    private final List<String> figures = new ArrayList<>();
    private int swaps;

    @Configuration
    @Override
    public Option[] distribution() {
        return combine(
                super.distribution(),
                // full before the first weighing, so that its filling is not taken for a leak
                editConfigurationFilePut("etc/system.properties", "derby.storage.pageCacheSize", "200"));
    }

    @ProbeBuilder
    public TestProbeBuilder withTheReference(TestProbeBuilder probe) {
        probe.setHeader("Service-Component", "OSGI-INF/volatile-reference.xml");
        return probe;
    }

    @Test
    public void swapAndMeasure() throws Exception {
        ServiceReference<VolatileReference> reference = context.getServiceReference(VolatileReference.class);
        VolatileReference plain = context.getService(reference);
        Callers onTheLine = Callers.start(CALLERS, this::ask);
        Callers byReference = Callers.start(CALLERS, () -> plain.ledgersOf(asked()));
        DecisionStream stream = DecisionStream.start(decisions, office(), ledgers());
        long start = System.nanoTime();
        swapAll();
        double seconds = (System.nanoTime() - start) / 1e9;
        List<String> decided = stream.stop();
        Callers.Count line = onTheLine.stop();
        Callers.Count held = byReference.stop();
        line.firstFailure().ifPresent(Throwable::printStackTrace);
        figure("swap.swaps", swaps, "1");
        figure("swap.seconds", Math.round(seconds), "s");
        figure("swap.line.answered", line.answered(), "1");
        figure("swap.line.failed", line.failed(), "1");
        figure("swap.line.worst_ms", line.worstMillis(), "ms");
        figure("swap.reference.answered", held.answered(), "1");
        figure("swap.reference.failed", held.failed(), "1");
        figure("swap.reference.worst_ms", held.worstMillis(), "ms");
        figure("swap.messages.per_s", Math.round(decided.size() / seconds), "1/s");
        judge(decided);
        Files.write(Path.of(System.getProperty("teate.figures")), figures);
    }

    private void swapAll() throws Exception {
        out(SwapMeans.FEATURE, NEXT);
        while (swaps < SWAPS) {
            in(SwapMeans.FEATURE, NEXT);
            out(SwapMeans.FEATURE, CURRENT);
            swapped();
            out(SwapMeans.FEATURE, NEXT);
            in(SwapMeans.FEATURE, CURRENT);
            swapped();
            update();
            swapped();
            in(SwapMeans.FEATURE, NEXT);
            update();
            swapped();
            out(SwapMeans.FEATURE, NEXT);
        }
    }

    private void update() throws Exception {
        bundle(CURRENT).orElseThrow().update();
        TeateServer.await(CURRENT + " to be plugged in", Duration.ofMinutes(1), () -> plugged()
                .contains(CURRENT));
    }

    private void swapped() {
        swaps++;
        if (WEIGHED_AFTER.contains(swaps) || swaps == SWAPS) {
            figure("swap.heap_after_" + swaps, usedHeap() >> 20, "MB");
        }
    }

    /** The least of some looks: a call or a change of features that is under way holds up to a hundred megabytes. */
    private static long usedHeap() {
        long least = Long.MAX_VALUE;
        for (int look = 0; look < LOOKS; look++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
        return least;
    }

    /** Both systems' own books say what was lost, doubled or out of order. */
    private void judge(List<String> decided) throws Exception {
        long lost = 0;
        long doubled = 0;
        long disordered = 0;
        long repeated = 0;
        for (WelfareSystem system : WelfareSystem.values()) {
            in(SwapMeans.FEATURE, system.connector());
            promote(system);
            awaitTold(decided, system);
            ReceivedBook book = book(system);
            TreeSet<String> missing = new TreeSet<>(decided);
            missing.removeAll(book.actedOn());
            lost += missing.size();
            doubled += book.doubled();
            disordered += book.disordered();
            repeated += book.repeated();
        }
        figure("swap.messages.sent", decided.size(), "1");
        figure("swap.messages.lost", lost, "1");
        figure("swap.messages.doubled", doubled, "1");
        figure("swap.messages.disordered", disordered, "1");
        figure("swap.messages.repeated", repeated, "1");
    }

    private void figure(String name, long value, String unit) {
        figures.add(name + " " + value + " " + unit);
    }
}
