// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.teate.addressing.Address;
import org.teate.addressing.HouseholdMember;
import org.teate.addressing.People;
import org.teate.addressing.Person;
import org.teate.kernel.AddresseeNumber;

/** {@code person:show} opens one person with the household. */
@Service
@Command(scope = "person", name = "show", description = "Shows one person with the household")
public class PersonShowCommand implements Action {

    @Reference
    private People people;

    @Argument(name = "number", description = "The addressee number", required = true)
    private String number;

    @Option(name = "--reason", description = "Why the person is looked at; it goes on the audit trail")
    private String reason = "";

    @Option(name = "--protected", description = "Shows the address of somebody under protection too; needs a reason")
    private boolean shown;

    @Override
    public Object execute() {
        AddresseeNumber asked = AddresseeNumber.of(number);
        Person person = (shown ? people.findProtected(asked, reason) : people.find(asked, reason))
                .orElseThrow(() -> new IllegalArgumentException("Nobody has the number " + number));
        ShellTable facts = new ShellTable();
        facts.column("Item");
        facts.column("Content");
        facts.addRow().addContent("Number", person.number());
        facts.addRow().addContent("Name", person.names().name());
        facts.addRow().addContent("Kana", person.names().kana());
        facts.addRow().addContent("Born", person.birth().label());
        facts.addRow().addContent("Sex", person.sex().label());
        facts.addRow().addContent("State", person.state().label());
        facts.addRow().addContent("Individual Number", person.maskedNumber());
        facts.addRow().addContent("Address", person.address().map(Address::line).orElse(""));
        facts.addRow().addContent("Household", person.householdNumber());
        facts.print(System.out);
        printHousehold(person);
        return null;
    }

    private static void printHousehold(Person person) {
        ShellTable household = new ShellTable().emptyTableText("The household is not known");
        household.column("Number");
        household.column("Name");
        household.column("Born");
        household.column("Relation");
        household.column("State");
        for (HouseholdMember member : person.household()) {
            household
                    .addRow()
                    .addContent(
                            member.number(),
                            member.name(),
                            member.birth().label(),
                            member.relation().label(),
                            member.state().label());
        }
        household.print(System.out);
    }
}
