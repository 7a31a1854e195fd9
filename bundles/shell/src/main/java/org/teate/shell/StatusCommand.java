// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.teate.exchange.ImportedFile;
import org.teate.exchange.Imports;
import org.teate.exchange.Outbox;

/** {@code teate:status} says in a few lines whether all is well. */
@Service
@Command(
        scope = "teate",
        name = "status",
        description = "Shows whether all is well: date, bundles, files, messages, work")
public class StatusCommand implements Action {

    private static final String OURS = "org.teate.";
    private static final int LATEST_FILES = 20;

    @Reference
    private Guard guard;

    @Reference
    private Clock clock;

    @Reference
    private Imports imports;

    @Reference
    private Outbox outbox;

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
        table.addRow().addContent("Files", files(imports.list(LATEST_FILES)));
        table.addRow().addContent("Messages waiting", outbox.waiting().isEmpty() ? "none" : counts(outbox.waiting()));
        table.addRow().addContent("Work open", worklist.counts().isEmpty() ? "none" : counts(worklist.counts()));
        table.print(System.out);
        return null;
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

    private static String files(List<ImportedFile> latest) {
        long troubled = latest.stream().filter(StatusCommand::needsAttention).count();
        return troubled == 0
                ? "the latest " + latest.size() + " are well"
                : troubled + " of the latest " + latest.size() + " need attention: see exchange:list";
    }

    private static boolean needsAttention(ImportedFile file) {
        return switch (file.state()) {
            case GAP, REJECTED, PARTIAL -> true;
            default -> false;
        };
    }

    private static String counts(Map<String, Long> counts) {
        return String.join(
                ", ",
                counts.entrySet().stream()
                        .map(count -> count.getKey() + " " + count.getValue())
                        .sorted()
                        .toList());
    }
}
