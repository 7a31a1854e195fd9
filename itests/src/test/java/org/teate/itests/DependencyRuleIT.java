// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.itests;

import static java.util.stream.Collectors.toCollection;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerSuite;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWiring;

/** Holds the running bundles to the table "Who may import whom" of the README. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class DependencyRuleIT extends DistributionSupport {

    private static final String OURS = "org.teate.";

    @Inject
    private BundleContext context;

    @Inject
    private FeaturesService features;

    /** What a city installs only when it needs it has rows of its own. */
    @Before
    public void installEveryFeatureOfOurs() throws Exception {
        Set<String> missing = new TreeSet<>();
        for (Feature feature : features.listFeatures()) {
            if (feature.getName().startsWith("teate-") && !features.isInstalled(feature)) {
                missing.add(feature.getName());
            }
        }
        if (!missing.isEmpty()) {
            features.installFeatures(missing, EnumSet.of(FeaturesService.Option.NoAutoRefreshBundles));
        }
    }

    @Test
    public void everyBundleImportsOnlyWhatTheReadmeAllows() throws IOException {
        DependencyTable table = readme();

        Set<String> breaches = ourBundles()
                .flatMap(bundle -> importedModules(bundle)
                        .filter(module -> !table.mayImport(moduleOf(bundle)).contains(module))
                        .map(module -> moduleOf(bundle) + " imports " + module))
                .collect(toCollection(TreeSet::new));

        assertEquals(Set.of(), breaches);
    }

    @Test
    public void everyBundleExportsOnlyWhatTheReadmeSays() throws IOException {
        DependencyTable table = readme();

        Set<String> breaches = ourBundles()
                .flatMap(bundle -> exportedPackages(bundle)
                        .filter(exported -> !table.exports(moduleOf(bundle)).contains(exported))
                        .map(exported -> moduleOf(bundle) + " exports " + exported))
                .collect(toCollection(TreeSet::new));

        assertEquals(Set.of(), breaches);
    }

    @Test
    public void everyRunningBundleStandsInTheReadme() throws IOException {
        DependencyTable table = readme();

        Set<String> unknown = ourBundles()
                .map(DependencyRuleIT::moduleOf)
                .filter(module -> !table.modules().contains(module))
                .collect(toCollection(TreeSet::new));

        assertEquals(Set.of(), unknown);
    }

    @Test
    public void everyRowOfTheReadmeIsMet() throws IOException {
        DependencyTable table = readme();
        Set<String> met = ourBundles().map(DependencyRuleIT::moduleOf).collect(toCollection(TreeSet::new));
        Set<String> rows = new TreeSet<>(table.modules());
        rows.removeAll(met);

        assertFalse("the table was found", table.modules().isEmpty());
        assertEquals("a row without a running bundle is held against nothing", Set.of(), rows);
    }

    @Test
    public void everyExportThatTheReadmeSaysIsThere() throws IOException {
        DependencyTable table = readme();

        Set<String> absent = ourBundles()
                .flatMap(bundle -> table.exports(moduleOf(bundle)).stream()
                        .filter(said -> exportedPackages(bundle).noneMatch(said::equals))
                        .map(said -> moduleOf(bundle) + " does not export " + said))
                .collect(toCollection(TreeSet::new));

        assertEquals(Set.of(), absent);
    }

    @Test
    public void noExportedPackageLeaksThePersistenceApi() {
        Set<String> leaks = ourBundles()
                .flatMap(bundle ->
                        bundle.adapt(BundleWiring.class).getCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream())
                .filter(capability ->
                        capability.getDirectives().getOrDefault("uses", "").contains("javax.persistence"))
                .map(capability -> String.valueOf(capability.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE)))
                .collect(toCollection(TreeSet::new));

        assertEquals(Set.of(), leaks);
    }

    @Test
    public void everyBundleRuns() {
        assertFalse("no bundle of ours is there", ourBundles().findAny().isEmpty());
        Set<String> idle = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE && !isFragment(bundle))
                .map(Bundle::getSymbolicName)
                .collect(toCollection(TreeSet::new));

        assertEquals(Set.of(), idle);
    }

    private static DependencyTable readme() throws IOException {
        return DependencyTable.read(Path.of(System.getProperty("teate.readme")));
    }

    private Stream<Bundle> ourBundles() {
        return Arrays.stream(context.getBundles()).filter(DependencyRuleIT::isOurs);
    }

    private static boolean isOurs(Bundle bundle) {
        return String.valueOf(bundle.getSymbolicName()).startsWith(OURS);
    }

    private static boolean isFragment(Bundle bundle) {
        return bundle.getHeaders().get("Fragment-Host") != null;
    }

    private static Stream<String> importedModules(Bundle bundle) {
        return bundle.adapt(BundleWiring.class).getRequiredWires(PackageNamespace.PACKAGE_NAMESPACE).stream()
                .map(wire -> wire.getProvider().getBundle())
                .filter(provider -> isOurs(provider) && !provider.equals(bundle))
                .map(DependencyRuleIT::moduleOf)
                .distinct();
    }

    private static Stream<String> exportedPackages(Bundle bundle) {
        return bundle.adapt(BundleWiring.class).getCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream()
                .map(capability -> String.valueOf(capability.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE)));
    }

    private static String moduleOf(Bundle bundle) {
        return bundle.getSymbolicName().substring(OURS.length());
    }
}
