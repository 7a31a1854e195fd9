// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.residents;

import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.teate.counterparts.town.DamageOrder;
import org.teate.counterparts.town.Delivered;
import org.teate.counterparts.town.Plan;

/** {@code counterpart:residents-write}: lets the resident register of an invented town send its files. */
@Service
@Command(
        scope = "counterpart",
        name = "residents-write",
        description = "Writes the resident register of an invented town: IF-11, then IF-10 day by day")
public class ResidentsWriteCommand implements Action {

    @Option(name = "--people", description = "People on the register")
    private int people = 1_000;

    @Option(name = "--recipients-share", description = "Recipients among the people, 0 to 0.4")
    private double share = Plan.USUAL_SHARE;

    @Option(name = "--seed", description = "The same seed makes the same town")
    private long seed = 1;

    @Option(name = "--date", description = "Business date, yyyy-mm-dd", required = true)
    private String date;

    @Option(name = "--days", description = "Days of changes after the business date")
    private int days;

    @Option(name = "--sequence", description = "Number of the full file and of the first daily file")
    private int sequence = 1;

    @Option(name = "--folder", description = "Where the files are laid", required = true)
    private String folder;

    @Option(name = "--bad", description = "Damage to do: name:interface, such as wrong-hash:IF-11")
    private String bad = "";

    @Override
    public Object execute() {
        Plan plan = Plan.of(seed, people, share, LocalDate.parse(date));
        System.out.print(
                Delivered.table(WriteResidents.write(plan, days, sequence, Path.of(folder), DamageOrder.parse(bad))));
        return null;
    }
}
