// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.access.Worklist;
import org.teate.exchange.Connectors;
import org.teate.exchange.ImportedFile;
import org.teate.exchange.Imports;
import org.teate.exchange.Migration;
import org.teate.exchange.Migrations;
import org.teate.exchange.Outbox;
import org.teate.exchange.PluggedConnector;
import org.teate.payments.PaymentRun;
import org.teate.payments.PaymentRuns;
import org.teate.payments.RunState;

/** {@code teate:status} says in a few lines whether all is well; whoever may not see a thing is not told of it. */
@Service
@Command(
        scope = "teate",
        name = "status",
        description = "Shows whether all is well: date, bundles, connectors, files, messages, migrations, runs, work")
public class StatusCommand implements Action {

    private static final String OURS = "org.teate.";
    private static final int LATEST_FILES = 100;
    private static final Set<ImportedFile.State> WELL =
            Set.of(ImportedFile.State.WAITING, ImportedFile.State.RUNNING, ImportedFile.State.ACCEPTED);

    @Reference
    private Guard guard;

    @Reference
    private Clock clock;

    @Reference
    private Imports imports;

    @Reference
    private Outbox outbox;

    @Reference
    private Connectors connectors;

    @Reference
    private Migrations migrations;

    @Reference
    private PaymentRuns runs;

    @Reference
    private Worklist worklist;

    @Override
    public Object execute() {
        guard.require(Permission.STATUS_VIEW);
        BundleContext context = FrameworkUtil.getBundle(getClass()).getBundleContext();
        ShellTable table = new ShellTable();
        table.column("What");
        table.column("State");
        table.addRow().addContent("Business date", LocalDate.now(clock) + (isSimulated(context) ? " (simulated)" : ""));
        table.addRow().addContent("Version", context.getBundle().getVersion());
        table.addRow().addContent("Bundles", bundles(context));
        add(table, Permission.EXCHANGE_VIEW, "Connectors", () -> connectors(connectors.list()));
        add(table, Permission.EXCHANGE_VIEW, "Files", () -> files(imports.list(LATEST_FILES)));
        add(table, Permission.EXCHANGE_VIEW, "Messages waiting", () -> counts(outbox.waiting()));
        add(table, Permission.MIGRATE, "Migrations", () -> migrations(migrations.list()));
        add(table, Permission.PAYMENT_VIEW, "Payment runs", () -> runs(runs.list()));
        add(table, Permission.WORK_VIEW, "Work open", () -> counts(worklist.counts()));
        table.print(System.out);
        return null;
    }

    private void add(ShellTable table, Permission needed, String what, Supplier<String> state) {
        if (guard.permits(needed)) {
            table.addRow().addContent(what, state.get());
        }
    }

    private static boolean isSimulated(BundleContext context) {
        return Optional.ofNullable(context.getServiceReference(Clock.class))
                .map(reference -> Boolean.TRUE.equals(reference.getProperty("simulated")))
                .orElse(false);
    }

    private static String bundles(BundleContext context) {
        List<Bundle> ours = Arrays.stream(context.getBundles())
                .filter(bundle -> String.valueOf(bundle.getSymbolicName()).startsWith(OURS))
                .filter(bundle -> bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null)
                .toList();
        List<String> idle = ours.stream()
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
                .map(bundle -> bundle.getSymbolicName().substring(OURS.length()))
                .toList();
        return idle.isEmpty()
                ? ours.size() + " running"
                : (ours.size() - idle.size()) + " running, not running: " + String.join(", ", idle);
    }

    static String connectors(List<PluggedConnector> known) {
        return troubled(
                known.size() + " plugged in",
                known.stream()
                        .filter(connector -> connector.state() == PluggedConnector.State.ABSENT)
                        .map(connector ->
                                connector.name() + " " + connector.state().label())
                        .toList(),
                "connector:list");
    }

    static String files(List<ImportedFile> latest) {
        Map<String, Long> trouble = latest.stream()
                .filter(file -> !WELL.contains(file.state()))
                .collect(Collectors.groupingBy(
                        file -> file.interfaceId() + " " + file.state().label(), Collectors.counting()));
        return troubled(
                "the latest " + latest.size() + " are well",
                trouble.isEmpty() ? List.of() : List.of(counts(trouble)),
                "exchange:list");
    }

    /** Of the newest one: those before it were followed by it. */
    static String migrations(List<Migration> newestFirst) {
        return newestFirst.stream()
                .findFirst()
                .map(newest -> {
                    String text = newest.number() + " " + newest.state().label();
                    boolean troubled = newest.state() == Migration.State.INTERRUPTED
                            || newest.state() == Migration.State.DIFFERENT;
                    return troubled(text, troubled ? List.of(text) : List.of(), "migration:report");
                })
                .orElse("none");
    }

    static String runs(List<PaymentRun> newestFirst) {
        return troubled(
                newestFirst.stream().findFirst().map(StatusCommand::text).orElse("none"),
                newestFirst.stream()
                        .filter(run -> run.state() == RunState.INTERRUPTED)
                        .map(StatusCommand::text)
                        .toList(),
                "payment:list");
    }

    private static String text(PaymentRun run) {
        return run.number() + " " + run.state().label();
    }

    /** What is in trouble and where to look, or that all is well. */
    private static String troubled(String well, List<String> trouble, String command) {
        return trouble.isEmpty() ? well : "need attention: " + String.join(", ", trouble) + "; see " + command;
    }

    private static String counts(Map<String, Long> counts) {
        return counts.isEmpty()
                ? "none"
                : String.join(
                        ", ",
                        counts.entrySet().stream()
                                .map(count -> count.getKey() + " " + count.getValue())
                                .sorted()
                                .toList());
    }
}
