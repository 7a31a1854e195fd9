// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import javax.inject.Inject;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerSuite;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;

/** A connector comes and goes alone. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class ConnectorFeatureIT extends DistributionSupport {

    private static final String FEATURE = "teate-connector-residents-file";
    private static final String BUNDLE = "org.teate.connectors.residents.file";

    @Inject
    private BundleContext context;

    @Inject
    private FeaturesService features;

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
    public void leaveAsFound() throws Exception {
        context.removeBundleListener(listener);
        features.installFeature(FEATURE);
    }

    @Test
    public void noOtherBundleIsTouchedWhenAConnectorLeavesAndReturns() throws Exception {
        features.uninstallFeature(FEATURE);
        features.installFeature(FEATURE);

        assertEquals(Set.of(BUNDLE), new TreeSet<>(touched));
    }

    @Test
    public void noOtherBundleIsTouchedWhenACounterpartArrives() throws Exception {
        features.installFeature("teate-counterpart-residents");
        features.uninstallFeature("teate-counterpart-residents");

        assertEquals(Set.of("org.teate.counterparts.residents"), new TreeSet<>(touched));
    }

    @Test
    public void everyConnectorFeatureHoldsExactlyOneBundleAndNoFeature() throws Exception {
        Feature[] connectors = Arrays.stream(features.listFeatures())
                .filter(feature -> feature.getName().startsWith("teate-connector-"))
                .toArray(Feature[]::new);

        assertTrue("there are connector features", connectors.length > 0);
        for (Feature feature : connectors) {
            assertEquals(feature.getName(), 1, feature.getBundles().size());
            assertEquals(feature.getName(), 0, feature.getDependencies().size());
        }
    }
}
