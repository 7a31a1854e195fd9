// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.teate.exchange.Imports;

/** {@code exchange:import} takes in what other systems have sent. */
@Service
@Command(
        scope = "exchange",
        name = "import",
        description = "Takes in the files that other systems have sent",
        detailedDescription = "classpath:exchange-import.txt")
public class ExchangeImportCommand implements Action {

    @Reference
    private Imports imports;

    @Argument(name = "interface", description = "Only files of this interface, such as IF-10")
    @Completion(InterfaceCompleter.class)
    private String interfaceId;

    @Override
    public Object execute() {
        ExchangeListCommand.printFiles(imports.run(Optional.ofNullable(interfaceId)));
        return null;
    }
}
