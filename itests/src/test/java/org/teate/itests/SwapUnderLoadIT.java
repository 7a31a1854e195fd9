// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.teate.ports.OutOfService;

/**
 * The connector to the welfare system is exchanged again and again while eight people ask it without a pause and the
 * office decides case after case: by every means that an operator has, the new one first or the old one first.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class SwapUnderLoadIT extends SwapSupport {

    private static final int CALLERS = 8;
    private static final int SWAPS = Integer.getInteger("teate.swaps", 20);

    private final Set<String> touched = new ConcurrentSkipListSet<>();
    private final BundleListener listener = event -> {
        if (event.getType() != BundleEvent.RESOLVED) {
            touched.add(event.getBundle().getSymbolicName());
        }
    };

    @Before
    public void watch() {
        context.addBundleListener(listener);
    }

    @After
    public void leaveBothPluggedIn() throws Exception {
        context.removeBundleListener(listener);
        for (SwapMeans means : List.of(SwapMeans.KAR, SwapMeans.JAR)) {
            for (String connector : List.of(CURRENT, NEXT)) {
                if (means.holds(connector, features)) {
                    out(means, connector);
                }
            }
        }
        features.installFeature("teate-connector-" + CURRENT);
        features.installFeature("teate-connector-" + NEXT);
    }

    @Test
    public void byFeatureTheNewOneFirst() throws Exception {
        nothingIsLost(() -> swapOverlapping(SwapMeans.FEATURE));
    }

    @Test
    public void byFeatureTheOldOneFirst() throws Exception {
        nothingIsLost(() -> swapWithAGap(SwapMeans.FEATURE));
    }

    @Test
    public void byKarTheNewOneFirst() throws Exception {
        nothingIsLost(() -> swapOverlapping(SwapMeans.KAR));
    }

    @Test
    public void byKarTheOldOneFirst() throws Exception {
        nothingIsLost(() -> swapWithAGap(SwapMeans.KAR));
    }

    @Test
    public void byJarTheNewOneFirst() throws Exception {
        nothingIsLost(() -> swapOverlapping(SwapMeans.JAR));
    }

    @Test
    public void byJarTheOldOneFirst() throws Exception {
        nothingIsLost(() -> swapWithAGap(SwapMeans.JAR));
    }

    @Test
    public void byUpdateOfTheBundleWithAnotherOneBeside() throws Exception {
        nothingIsLost(() -> {
            for (int i = 0; i < SWAPS; i++) {
                update(i % 2 == 0 ? CURRENT : NEXT);
            }
        });
    }

    @Test
    public void byUpdateOfTheBundleThatIsAlone() throws Exception {
        nothingIsLost(() -> {
            out(SwapMeans.FEATURE, NEXT);
            for (int i = 0; i < SWAPS; i++) {
                update(CURRENT);
            }
        });
    }

    @Test
    public void byPromotion() throws Exception {
        nothingIsLost(() -> {
            for (int i = 0; i < SWAPS; i++) {
                promote(i % 2 == 0 ? WelfareSystem.NEXT : WelfareSystem.CURRENT);
            }
        });
    }

    @Test
    public void aConnectorThatHangsIsReplacedAndHoldsNobodyUp() throws Exception {
        promote(WelfareSystem.CURRENT);
        shell("counterpart:welfare-current misbehave slow 60000");
        try {
            assertThrows(OutOfService.class, this::ask);

            promote(WelfareSystem.NEXT);
            ask();
            out(SwapMeans.FEATURE, CURRENT);
            ask();
        } finally {
            shell("counterpart:welfare-current misbehave slow 0");
        }
    }

    @Test
    public void aConnectorThatLeavesInMidDeliveryLosesAndDoublesNothing() throws Exception {
        promote(WelfareSystem.CURRENT);
        DecisionStream stream = DecisionStream.start(decisions, office(), ledgers());
        shell("counterpart:welfare-current misbehave slow 200");
        try {
            for (int i = 0; i < 3; i++) {
                out(SwapMeans.FEATURE, CURRENT);
                in(SwapMeans.FEATURE, CURRENT);
            }
        } finally {
            shell("counterpart:welfare-current misbehave slow 0");
        }
        List<String> decided = stream.stop();

        for (WelfareSystem system : WelfareSystem.values()) {
            promote(system);
            assertTold(decided, system);
        }
    }

    /** Swaps under load; whatever was decided is in the end in both books, once and in order. */
    private void nothingIsLost(Swapping swapping) throws Exception {
        Callers callers = Callers.start(CALLERS, this::ask);
        DecisionStream stream = DecisionStream.start(decisions, office(), ledgers());
        Callers.Count count;
        List<String> decided;
        try {
            swapping.run();
        } finally {
            decided = stream.stop();
            count = callers.stop();
        }

        assertEquals("calls lost: " + count.firstFailure(), 0, count.failed());
        assertTrue("calls were made", count.answered() > SWAPS);
        Set<String> others = new TreeSet<>(touched);
        others.removeAll(Set.of(WelfareSystem.CURRENT.symbolicName(), WelfareSystem.NEXT.symbolicName()));
        assertEquals("other bundles were touched", Set.of(), others);
        clerk().look("/cases/" + ledgers().get(0).value());
        leaveBothPluggedIn();
        for (WelfareSystem system : WelfareSystem.values()) {
            promote(system);
            assertTold(decided, system);
        }
    }

    private void swapOverlapping(SwapMeans means) throws Exception {
        out(SwapMeans.FEATURE, NEXT);
        in(means, NEXT);
        out(SwapMeans.FEATURE, CURRENT);
        for (int i = 0; i < SWAPS; i += 2) {
            in(means, CURRENT);
            out(means, NEXT);
            in(means, NEXT);
            out(means, CURRENT);
        }
        in(SwapMeans.FEATURE, CURRENT);
        out(means, NEXT);
    }

    private void swapWithAGap(SwapMeans means) throws Exception {
        out(SwapMeans.FEATURE, NEXT);
        out(SwapMeans.FEATURE, CURRENT);
        in(means, NEXT);
        for (int i = 0; i < SWAPS; i += 2) {
            out(means, NEXT);
            in(means, CURRENT);
            out(means, CURRENT);
            in(means, NEXT);
        }
        out(means, NEXT);
        in(SwapMeans.FEATURE, CURRENT);
    }

    private void update(String connector) throws Exception {
        Bundle bundle = bundle(connector).orElseThrow();
        bundle.update();
        TeateServer.await(connector + " to be plugged in", Duration.ofMinutes(1), () -> plugged()
                .contains(connector));
    }

    @FunctionalInterface
    private interface Swapping {

        void run() throws Exception;
    }
}
