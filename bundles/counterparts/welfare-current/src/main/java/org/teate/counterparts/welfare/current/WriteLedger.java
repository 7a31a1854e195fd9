// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.teate.counterparts.town.Arguments;
import org.teate.counterparts.town.DamageOrder;
import org.teate.counterparts.town.Delivered;

/** Writes the old system's migration sets from a command line, for scripts that run without a container. */
public final class WriteLedger {

    /** Payments of the last six payment months. */
    static final int USUAL_HISTORY = 12;

    private WriteLedger() {}

    /**
     * Writes the sets and prints a table of them.
     *
     * @param line {@code --folder}, {@code --date} and {@code --passphrase} are needed; {@code --people},
     *     {@code --recipients-share}, {@code --seed}, {@code --history-months}, {@code --sequence} and {@code --bad} are
     *     not
     */
    public static void main(String[] line) {
        Arguments arguments = new Arguments(
                line,
                Set.of(
                        "folder",
                        "people",
                        "recipients-share",
                        "seed",
                        "date",
                        "history-months",
                        "passphrase",
                        "sequence",
                        "bad"));
        System.out.print(Delivered.table(write(
                new LedgerFiles(arguments.plan(), arguments.number("history-months", USUAL_HISTORY)),
                Path.of(arguments.needed("folder")),
                arguments.needed("passphrase"),
                arguments.number("sequence", 1),
                DamageOrder.parse(arguments.text("bad", "")))));
    }

    static List<Delivered> write(LedgerFiles files, Path folder, String passphrase, int sequence, DamageOrder damage) {
        return damage.to(files.write(folder, passphrase, sequence));
    }
}
