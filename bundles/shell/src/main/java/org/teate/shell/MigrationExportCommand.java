// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.teate.exchange.MigrationProgress;
import org.teate.exchange.MigrationReport;
import org.teate.exchange.Migrations;
import org.teate.kernel.CsvLine;

/** {@code migration:export} writes the report on a migration as files for a spreadsheet. */
@Service
@Command(
        scope = "migration",
        name = "export",
        description = "Writes the report on a migration as CSV files (UTF-8) into a folder of the server")
public class MigrationExportCommand implements Action {

    @Reference
    private Migrations migrations;

    @Argument(name = "migration", description = "The number of the migration", required = true)
    @Completion(MigrationCompleter.class)
    private String number;

    @Argument(index = 1, name = "folder", description = "Where the files are laid", required = true)
    private String folder;

    @Override
    public Object execute() throws IOException {
        MigrationReport report = migrations.report(number);
        Path target = Files.createDirectories(Path.of(folder));
        write(target, "totals", "set,total,here,there", totals(report));
        write(
                target,
                "refused",
                "set,key,item,code,reason",
                report.refused().stream()
                        .map(flaw -> List.<Object>of(flaw.set(), flaw.key(), flaw.item(), flaw.code(), flaw.reason()))
                        .toList());
        write(
                target,
                "comparison",
                "set,here,there,equal,differing,explained,unexplained",
                report.comparisons().stream()
                        .map(set -> List.<Object>of(
                                set.set(),
                                set.here(),
                                set.there(),
                                set.equal(),
                                set.differing(),
                                set.explained(),
                                set.unexplained()))
                        .toList());
        write(
                target,
                "differences",
                "set,key,kind,explanation",
                report.differences().stream()
                        .map(row ->
                                List.<Object>of(row.set(), row.key(), row.kind().name(), row.explanation()))
                        .toList());
        write(
                target,
                "balance",
                "set,month,here,sumHere,there,sumThere,unsure",
                report.balances().stream()
                        .map(row -> List.<Object>of(
                                row.set(),
                                row.group(),
                                row.here(),
                                row.sumHere(),
                                row.there(),
                                row.sumThere(),
                                row.unsure()))
                        .toList());
        write(
                target,
                "spellings",
                "set,key,received,handedOver",
                report.spellings().stream()
                        .map(row -> List.<Object>of(row.set(), row.key(), row.received(), row.handedOver()))
                        .toList());
        return null;
    }

    private static List<List<Object>> totals(MigrationReport report) {
        List<List<Object>> totals = new ArrayList<>();
        for (MigrationProgress set : report.migration().sets()) {
            totals.add(List.of(set.set(), "rows", set.sent(), set.received()));
            set.here().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(total -> totals.add(List.of(
                            set.set(),
                            total.getKey(),
                            total.getValue(),
                            set.there().getOrDefault(total.getKey(), 0L))));
        }
        return totals;
    }

    private void write(Path target, String what, String header, List<List<Object>> rows) throws IOException {
        Path file = target.resolve(number + "_" + what + ".csv");
        StringBuilder text = new StringBuilder(header).append("\r\n");
        rows.forEach(row -> text.append(CsvLine.of(row)));
        Files.writeString(file, text);
        System.out.println(file + ": " + rows.size() + " rows");
    }
}
