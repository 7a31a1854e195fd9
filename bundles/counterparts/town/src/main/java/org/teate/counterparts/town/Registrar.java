// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.town;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.teate.counterparts.town.Person.Registration;
import org.teate.counterparts.town.Person.Residence;
import org.teate.counterparts.town.Person.Support;

/** Enters the people of one family, one after the other, and gives them their numbers. */
final class Registrar {

    /** Readings became official from this day on, first for those who were born or changed their names. */
    private static final LocalDate OFFICIAL_READINGS = LocalDate.of(2025, 5, 26);

    private final Dice dice;
    private final Gazetteer gazetteer;
    private final LocalDate date;
    private final int firstHousehold;
    private int nextPerson;
    private int open = -1;

    private final List<List<Person>> households = new ArrayList<>();
    private final List<Person> outsiders = new ArrayList<>();
    private Arrival arrival = new Arrival(LocalDate.MIN, LocalDate.MIN, Address.NONE, Address.NONE, Support.NONE);

    /**
     * How the household came to live where it lives.
     *
     * @param inCity since when it lives in the city
     * @param atAddress since when at this address, not before {@code inCity}
     */
    private record Arrival(LocalDate inCity, LocalDate atAddress, Address address, Address previous, Support support) {}

    Registrar(Dice dice, Gazetteer gazetteer, LocalDate date, int nextPerson, int nextHousehold) {
        this.dice = dice;
        this.gazetteer = gazetteer;
        this.date = date;
        this.nextPerson = nextPerson;
        this.firstHousehold = nextHousehold;
    }

    /** Opens a household that came to the city on {@code inCity}, or has been there since before its members were born. */
    void openHousehold(LocalDate inCity) {
        boolean moved = inCity.isAfter(LocalDate.MIN);
        LocalDate atAddress = moved && dice.chance(0.3) ? dice.day(inCity, date.minusDays(1)) : inCity;
        openHousehold(inCity, atAddress, gazetteer.inTown(dice), Support.NONE);
    }

    void openHousehold(LocalDate inCity, LocalDate atAddress, Address address, Support support) {
        Address previous = inCity.isAfter(LocalDate.MIN) ? gazetteer.elsewhere(dice) : Address.NONE;
        arrival = new Arrival(inCity, atAddress, address, previous, support);
        households.add(new ArrayList<>());
        open = households.size() - 1;
    }

    /** The members entered so far in the household that was opened last. */
    List<Person> openMembers() {
        return List.copyOf(households.get(open));
    }

    Gazetteer gazetteer() {
        return gazetteer;
    }

    /** Enters a member of the household that was opened last; the first one is the householder. */
    Person enter(Name name, LocalDate birth, String sex, String relation, Foreign foreign) {
        List<Person> members = households.get(open);
        int serial = nextPerson++;
        String householder =
                members.isEmpty() ? Person.numberOf(serial) : members.get(0).number();
        LocalDate became = later(birth, arrival.inCity());
        LocalDate fixed = later(became, arrival.atAddress());
        boolean bornHere = !birth.isBefore(arrival.inCity());
        Registration registration = new Registration(
                foreign == Foreign.NOT ? "1" : "2",
                "1",
                became,
                fixed,
                "",
                bornHere ? Address.NONE : arrival.previous(),
                Address.NONE,
                "",
                !birth.isBefore(OFFICIAL_READINGS) || dice.chance(0.8),
                dice.between(1, 6));
        Person person = new Person(
                serial,
                name,
                birth,
                birth.getYear() < 1960 && dice.chance(0.002) ? 2 : 0,
                sex,
                new Residence(householdNumber(open), householder, relation, arrival.address()),
                registration,
                foreign,
                arrival.support());
        members.add(person);
        return person;
    }

    /** Enters somebody who has never been on this city's register (住登外). */
    Person enterOutside(Name name, LocalDate birth, String sex) {
        Person person = new Person(
                nextPerson++,
                name,
                birth,
                0,
                sex,
                new Residence("", "", "", gazetteer.elsewhere(dice)),
                new Registration("3", "9", birth, birth, "", Address.NONE, Address.NONE, "", true, 1),
                Foreign.NOT,
                Support.NONE);
        outsiders.add(person);
        return person;
    }

    /** Takes a member off the register: state 2 moved out, 3 dead. */
    Person strikeOff(Person member, String state, LocalDate on, Address next) {
        Registration was = member.registration();
        Person struckOff = member.with(new Registration(
                was.kind(),
                state,
                was.became(),
                was.fixed(),
                Text.day(on),
                was.previous(),
                next,
                next == Address.NONE ? "" : "2",
                was.readingOfficial(),
                was.version() + 1));
        households.forEach(members -> members.remove(member));
        outsiders.add(struckOff);
        return struckOff;
    }

    /** Gives a member a household of its own at another address in the city. */
    Person moveOut(Person member, Address address, LocalDate on) {
        Registration was = member.registration();
        households.forEach(members -> members.remove(member));
        Person moved = member.with(new Residence(householdNumber(households.size()), member.number(), "01", address))
                .with(new Registration(
                        was.kind(),
                        was.state(),
                        was.became(),
                        later(was.became(), on),
                        was.lost(),
                        was.previous(),
                        was.next(),
                        was.newKind(),
                        was.readingOfficial(),
                        was.version() + 1));
        households.add(new ArrayList<>(List.of(moved)));
        return moved;
    }

    /** Everybody entered, as one family. */
    Family family(int serial, Claim claim, boolean current) {
        List<Household> made = new ArrayList<>();
        for (int i = 0; i < households.size(); i++) {
            if (!households.get(i).isEmpty()) {
                made.add(new Household(householdNumber(i), households.get(i)));
            }
        }
        return new Family(serial, made, outsiders, claim, current);
    }

    /** How many household numbers were given out. */
    int householdsOpened() {
        return households.size();
    }

    private String householdNumber(int index) {
        return Text.digits(5_000_000L + firstHousehold + index, 15);
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
