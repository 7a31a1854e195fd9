// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.OptionUtils.combine;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.inject.Inject;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.junit.Before;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.util.Filter;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.teate.access.Guard;
import org.teate.access.Role;
import org.teate.access.SignIn;
import org.teate.access.StaffRegister;
import org.teate.access.SystemAccount;
import org.teate.cases.Decisions;
import org.teate.exchange.Connectors;
import org.teate.exchange.FeedHandler;
import org.teate.exchange.Migration;
import org.teate.exchange.MigrationOutcome;
import org.teate.exchange.Migrations;
import org.teate.exchange.Taken;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;
import org.teate.ports.Connector;
import org.teate.ports.FeedRecord;
import org.teate.ports.welfare.WelfareLedger;

/** Runs a test in the delivered server with both welfare systems beside it, played by the counterparts. */
abstract class SwapSupport extends DistributionSupport {

    static final String CURRENT = WelfareSystem.CURRENT.connector();
    static final String NEXT = WelfareSystem.NEXT.connector();

    private static final String ASKED = "(plug=" + WelfareLedger.class.getName() + ")";
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final int LEDGERS = 20;
    private static final int FIRST_SERIAL = 500;

    /** Entered once for the container; the first operator's one-time password works once. */
    private static Optional<Staff> entered = Optional.empty();

    /** At the pages since the container has started. */
    private static Optional<Desk> seated = Optional.empty();

    @Inject
    protected BundleContext context;

    @Inject
    protected FeaturesService features;

    @Inject
    @Filter(value = "(line=true)", timeout = 120_000)
    protected WelfareLedger welfare;

    @Inject
    protected Decisions decisions;

    @Inject
    protected Connectors connectors;

    @Inject
    private Migrations migrations;

    @Inject
    private Guard guard;

    @Inject
    private StaffRegister register;

    @Inject
    private SignIn signIn;

    @Inject
    private SessionFactory shells;

    @Configuration
    @Override
    public Option[] distribution() {
        return combine(
                super.distribution(),
                systemProperty("teate.kars").value(System.getProperty("teate.kars")),
                systemProperty("teate.version").value(System.getProperty("teate.version")),
                systemProperty("teate.swaps").value(System.getProperty("teate.swaps", "20")),
                systemProperty("teate.figures").value(System.getProperty("teate.figures", "")),
                // looks into deploy/ more often, only so that the test takes less time
                editConfigurationFilePut(
                        "etc/org.apache.felix.fileinstall-deploy.cfg", "felix.fileinstall.poll", "100"));
    }

    @Before
    public void openOffice() throws Exception {
        if (entered.isEmpty()) {
            entered = Optional.of(Staff.open(
                    register,
                    signIn,
                    List.of(
                            Staff.person("clerk", false, Role.CLERK),
                            Staff.person("approver", false, Role.APPROVER),
                            Staff.person("operator", false, Role.OPERATOR),
                            Staff.person("second", false, Role.OPERATOR))));
            for (int i = 0; i < LEDGERS; i++) {
                bringIn(new SentByHand(FIRST_SERIAL + i));
            }
            for (WelfareSystem system : WelfareSystem.values()) {
                features.installFeature("teate-counterpart-" + system.connector());
                system.listen(Path.of(System.getProperty("karaf.etc")), this::shell);
                in(SwapMeans.FEATURE, system.connector());
            }
            promote(WelfareSystem.CURRENT);
            handOver();
            seated = Optional.of(Desk.signIn(pages(), HttpClient.newBuilder(), "clerk", office().password("clerk")));
        }
    }

    /** The next system takes over everybody, so that it knows the cases about which it will be told. */
    private void handOver() {
        MigrationOutcome drafted = office().as("operator", () -> migrations.cutOver(NEXT));
        String number = ((MigrationOutcome.Done) drafted).migration().number();
        office().as("second", () -> migrations.approve(number));
        Set<Migration.State> underWay = Set.of(Migration.State.RUNNING, Migration.State.RECONCILING);
        TeateServer.await("the end of the cut-over", LONGEST, () -> !underWay.contains(state(number)));
        assertEquals(Migration.State.ACCEPTED, state(number));
    }

    private Migration.State state(String number) {
        return office().as(
                        "operator", () -> migrations.find(number).orElseThrow().state());
    }

    /** Puts it in use, unless it is. */
    final void promote(WelfareSystem system) {
        office().as("operator", () -> connectors.promote(system.connector(), "切替試験"));
    }

    final Staff office() {
        return entered.orElseThrow();
    }

    /** A clerk whose session has lasted since the first of all swaps. */
    final Desk clerk() {
        return seated.orElseThrow();
    }

    final List<LedgerNumber> ledgers() {
        return IntStream.range(0, LEDGERS)
                .mapToObj(i -> new SentByHand(FIRST_SERIAL + i).ledger())
                .toList();
    }

    /** A question to the welfare system, whichever connector is plugged in. */
    final Object ask() {
        return welfare.ledgersOf(asked());
    }

    static AddresseeNumber asked() {
        return new SentByHand(FIRST_SERIAL).recipient();
    }

    final void in(SwapMeans means, String connector) throws Exception {
        means.in(connector, features);
        TeateServer.await(
                connector + " to be plugged in", LONGEST, () -> plugged().contains(connector));
    }

    final void out(SwapMeans means, String connector) throws Exception {
        means.out(connector, features);
        TeateServer.await(connector + " to be gone", LONGEST, () -> isGone(means, connector));
    }

    private boolean isGone(SwapMeans means, String connector) {
        try {
            return bundle(connector).isEmpty() && !means.holds(connector, features);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    final Set<String> plugged() {
        try {
            Set<String> names = new TreeSet<>();
            for (ServiceReference<Connector> each : context.getServiceReferences(Connector.class, ASKED)) {
                Bundle bundle = each.getBundle();
                if (bundle != null) {
                    names.add(name(bundle));
                }
            }
            return names;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    final Optional<Bundle> bundle(String connector) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> name(bundle).equals(connector))
                .findFirst();
    }

    private static String name(Bundle bundle) {
        return String.valueOf(bundle.getSymbolicName())
                .replace("org.teate.connectors.", "")
                .replace('.', '-');
    }

    /** Waits until the system that is in use now has been told everything. */
    static void awaitTold(List<String> decided, WelfareSystem system) {
        TeateServer.await(system.connector() + " to know every decision", LONGEST, () -> book(system)
                .actedOn()
                .containsAll(decided));
    }

    static ReceivedBook book(WelfareSystem system) {
        try {
            return system.book(Path.of(System.getProperty("karaf.data")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The system that is in use now is told every decision, acts once on each, and in the order of each person. */
    static void assertTold(List<String> decided, WelfareSystem system) {
        awaitTold(decided, system);
        ReceivedBook book = book(system);
        assertEquals(system + " acted twice", 0, book.doubled());
        assertEquals(system + " acted out of order", 0, book.disordered());
        assertEquals(system + " refused", 0, book.refused());
    }

    /** Types a command into the shell as the operator. */
    final String shell(String command) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);
        office().as("operator", () -> {
            try (Session session = shells.create(new ByteArrayInputStream(new byte[0]), out, out)) {
                return session.execute(command);
            } catch (Exception e) {
                throw new AssertionError(command + ":\n" + output.toString(StandardCharsets.UTF_8), e);
            }
        });
        return output.toString(StandardCharsets.UTF_8);
    }

    private void bringIn(SentByHand sent) throws InvalidSyntaxException {
        take("M01", sent.addressees());
        take("M05", sent.ledgers());
        take("M07", sent.children());
    }

    private void take(String interfaceId, List<FeedRecord> records) throws InvalidSyntaxException {
        Map<String, FeedHandler> handlers = new HashMap<>();
        for (ServiceReference<FeedHandler> each : context.getServiceReferences(FeedHandler.class, null)) {
            FeedHandler handler = context.getService(each);
            handlers.put(handler.interfaceId(), handler);
        }
        List<Taken> answers = guard.actingAs(
                SystemAccount.IMPORTER, () -> handlers.get(interfaceId).take(records));
        assertTrue(answers.toString(), answers.stream().allMatch(Taken.APPLIED::equals));
    }
}
