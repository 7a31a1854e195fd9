// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.teate.exchange.ImportedFile;
import org.teate.exchange.Imports;

/** Completes the names of the files of other systems. */
@Service
public class FileCompleter implements Completer {

    private static final int LATEST_FILES = 200;

    @Reference
    private Imports imports;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> names =
                imports.list(LATEST_FILES).stream().map(ImportedFile::name).toList();
        return new StringsCompleter(names).complete(session, line, candidates);
    }
}
