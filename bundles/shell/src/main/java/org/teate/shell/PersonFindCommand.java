// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.teate.addressing.Address;
import org.teate.addressing.People;
import org.teate.addressing.PersonPage;
import org.teate.addressing.PersonQuery;
import org.teate.addressing.PersonRow;
import org.teate.kernel.AddresseeNumber;

/** {@code person:find} searches for people. */
@Service
@Command(
        scope = "person",
        name = "find",
        description = "Searches for people by number, kana, kanji and birth date",
        detailedDescription = "classpath:person-find.txt")
public class PersonFindCommand implements Action {

    @Reference
    private People people;

    @Option(name = "--number", description = "The addressee number")
    private String number;

    @Option(name = "--kana", description = "The beginning of the reading")
    private String kana = "";

    @Option(name = "--name", description = "The beginning of the name as written")
    private String name = "";

    @Option(name = "--birth", description = "The birth date, such as 2019-05-01")
    private String birth;

    @Option(name = "--page", description = "Which page, the first being 0")
    private int page;

    @Option(name = "--size", description = "How many people on a page, at most 100")
    private int size = 20;

    @Override
    public Object execute() {
        PersonPage found = people.search(new PersonQuery(
                Optional.ofNullable(number).map(AddresseeNumber::of),
                kana,
                name,
                Optional.ofNullable(birth).map(LocalDate::parse),
                page,
                size));
        ShellTable table = new ShellTable().emptyTableText("Nobody is found");
        table.column("Number");
        table.column("Name");
        table.column("Kana");
        table.column("Born");
        table.column("State");
        table.column("Address");
        for (PersonRow row : found.rows()) {
            table.addRow()
                    .addContent(
                            row.number(),
                            row.name(),
                            row.kana(),
                            row.birth().label(),
                            row.state().label(),
                            row.address().map(Address::line).orElse(""));
        }
        table.print(System.out);
        System.out.println(found.rows().size() + " of " + found.total());
        return null;
    }
}
