// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.residents;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.teate.counterparts.town.Arguments;
import org.teate.counterparts.town.DamageOrder;
import org.teate.counterparts.town.Delivered;
import org.teate.counterparts.town.Plan;

/** Writes the resident register's files from a command line, for scripts that run without a container. */
public final class WriteResidents {

    private WriteResidents() {}

    /**
     * Writes the files and prints a table of them.
     *
     * @param line {@code --folder} and {@code --date} are needed; {@code --people}, {@code --recipients-share},
     *     {@code --seed}, {@code --days}, {@code --sequence} and {@code --bad} are not
     */
    public static void main(String[] line) {
        Arguments arguments = new Arguments(
                line, Set.of("folder", "people", "recipients-share", "seed", "date", "days", "sequence", "bad"));
        System.out.print(Delivered.table(write(
                arguments.plan(),
                arguments.number("days", 0),
                arguments.number("sequence", 1),
                Path.of(arguments.needed("folder")),
                DamageOrder.parse(arguments.text("bad", "")))));
    }

    static List<Delivered> write(Plan plan, int days, int sequence, Path folder, DamageOrder damage) {
        return damage.to(new ResidentFiles(plan, days).write(folder, sequence));
    }
}
