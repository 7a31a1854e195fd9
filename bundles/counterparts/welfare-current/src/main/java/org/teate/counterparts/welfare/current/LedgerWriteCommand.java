// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.teate.counterparts.town.DamageOrder;
import org.teate.counterparts.town.Delivered;
import org.teate.counterparts.town.Plan;

/** {@code counterpart:ledger-write}: lets the old system of an invented town hand over its ledger. */
@Service
@Command(
        scope = "counterpart",
        name = "ledger-write",
        description = "Writes the existing ledger of an invented town as migration sets M01 to M12 and M15")
public class LedgerWriteCommand implements Action {

    @Option(name = "--people", description = "People on the register")
    private int people = 1_000;

    @Option(name = "--recipients-share", description = "Recipients among the people, 0 to 0.4")
    private double share = Plan.USUAL_SHARE;

    @Option(name = "--seed", description = "The same seed makes the same town")
    private long seed = 1;

    @Option(name = "--date", description = "Business date, yyyy-mm-dd", required = true)
    private String date;

    @Option(name = "--history-months", description = "Benefit months whose payments are handed over")
    private int historyMonths = WriteLedger.USUAL_HISTORY;

    @Option(name = "--passphrase", description = "Of the container with Individual Numbers", required = true)
    private String passphrase;

    @Option(name = "--sequence", description = "Number of each file")
    private int sequence = 1;

    @Option(name = "--folder", description = "Where the files are laid", required = true)
    private String folder;

    @Option(name = "--bad", description = "Damage to do: name:interface, such as unknown-branch:M10")
    private String bad = "";

    @Override
    public Object execute() {
        LedgerFiles files = new LedgerFiles(Plan.of(seed, people, share, LocalDate.parse(date)), historyMonths);
        System.out.print(Delivered.table(
                WriteLedger.write(files, Path.of(folder), passphrase, sequence, DamageOrder.parse(bad))));
        return null;
    }
}
