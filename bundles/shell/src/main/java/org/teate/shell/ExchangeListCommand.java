// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.teate.exchange.ImportError;
import org.teate.exchange.ImportedFile;
import org.teate.exchange.Imports;

/** {@code exchange:list} shows the files of other systems, or the errors of one. */
@Service
@Command(
        scope = "exchange",
        name = "list",
        description = "Lists the files of other systems, or the errors of one file",
        detailedDescription = "classpath:exchange-list.txt")
public class ExchangeListCommand implements Action {

    @Reference
    private Imports imports;

    @Argument(name = "file", description = "The name of a file whose errors are wanted")
    @Completion(FileCompleter.class)
    private String file;

    @Option(name = "--limit", description = "How many lines at most")
    private int limit = 50;

    @Override
    public Object execute() {
        if (file == null) {
            printFiles(imports.list(limit));
        } else {
            printErrors(imports.errors(file, limit));
        }
        return null;
    }

    static void printFiles(List<ImportedFile> files) {
        ShellTable table = new ShellTable().emptyTableText("No file is known and none waits");
        table.column("Interface");
        table.column("File");
        table.column("Records").alignRight();
        table.column("Applied").alignRight();
        table.column("Unchanged").alignRight();
        table.column("Stale").alignRight();
        table.column("Refused").alignRight();
        table.column("State");
        table.column("Reason");
        for (ImportedFile each : files) {
            table.addRow()
                    .addContent(
                            each.interfaceId(),
                            each.name(),
                            each.records(),
                            each.counts().applied(),
                            each.counts().unchanged(),
                            each.counts().stale(),
                            each.counts().refused(),
                            each.state().label(),
                            each.reason());
        }
        table.print(System.out);
    }

    private static void printErrors(List<ImportError> errors) {
        ShellTable table = new ShellTable().emptyTableText("No error");
        table.column("Line").alignRight();
        table.column("Item");
        table.column("Code");
        table.column("Message");
        for (ImportError error : errors) {
            table.addRow().addContent(error.line(), error.item(), error.code(), error.message());
        }
        table.print(System.out);
    }
}
