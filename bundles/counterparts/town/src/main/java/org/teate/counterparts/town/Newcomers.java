// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.town;

import java.time.LocalDate;
import org.teate.counterparts.town.Person.Registration;
import org.teate.counterparts.town.Person.Residence;
import org.teate.counterparts.town.Person.Support;

/** People who are not yet in the town on the business date: newborn children and arriving families. */
public final class Newcomers {

    private static final int PURPOSE = 3;
    private static final int FAMILIES = 4_000_000;
    private static final int CHILDREN = 8_000_000;
    private static final int NUMBERS_PER_FAMILY = 8;

    private final long seed;
    private final NameBook names = new NameBook();
    private final Gazetteer gazetteer = new Gazetteer();

    public Newcomers(long seed) {
        this.seed = seed;
    }

    /**
     * A family with children that moved in on a day.
     *
     * @param index from 0, another one for each family
     */
    public Family family(int index, LocalDate day) {
        Dice dice = new Dice(seed, PURPOSE, index);
        int first = FAMILIES + index * NUMBERS_PER_FAMILY;
        Registrar registrar = new Registrar(dice, gazetteer, day, first, first);
        registrar.openHousehold(day, day, gazetteer.inTown(dice), Support.NONE);
        Claim claim = new OtherFamilies(names, day).withChildren(dice, registrar, dice.between(200, 5_000));
        return registrar.family(first, claim, false);
    }

    /**
     * A child born into a household.
     *
     * @param index from 0, another one for each child
     */
    public Person child(int index, Household household, LocalDate born) {
        Dice dice = new Dice(seed, PURPOSE, CHILDREN + index);
        Person householder = household.members().get(0);
        String sex = dice.chance(0.512) ? "1" : "2";
        return new Person(
                CHILDREN + index,
                names.japanese(dice, sex, born).withFamilyOf(householder.name()),
                born,
                0,
                sex,
                new Residence(
                        household.number(),
                        householder.number(),
                        "11",
                        householder.residence().address()),
                new Registration("1", "1", born, born, "", Address.NONE, Address.NONE, "", true, 1),
                Foreign.NOT,
                Support.NONE);
    }

    /** A name of which somebody takes the family part, as on marriage. */
    public Name surname(Dice dice) {
        return names.japanese(dice, "1", LocalDate.EPOCH);
    }

    /** Another address, in the city or outside. */
    public Address address(Dice dice, boolean inTown) {
        return inTown ? gazetteer.inTown(dice) : gazetteer.elsewhere(dice);
    }
}
