// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.town;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.teate.counterparts.town.Person.Support;

/** Families of which one member receives the allowance. */
final class RecipientFamilies {

    private final NameBook names;
    private final Births births;
    private final LocalDate date;

    RecipientFamilies(NameBook names, LocalDate date) {
        this.names = names;
        this.births = new Births(date);
        this.date = date;
    }

    /** One parent and one child: what always fits. */
    Claim smallest(Dice dice, Registrar registrar) {
        return make(Trait.ORDINARY, List.of(date.minusDays(dice.between(40, 5_500))), true, dice, registrar);
    }

    /**
     * A family as the dice make it.
     *
     * @param compact 0 for families as they are, 1 for small ones
     */
    Claim usual(Trait trait, double compact, Dice dice, Registrar registrar) {
        boolean single =
                switch (trait) {
                    case SUPPORT_MEASURES, DIVORCING, SPOUSE_AWAY -> true;
                    case MIXED, THREE_GENERATIONS, GRANDPARENTS, FOREIGN -> false;
                    default -> dice.chance(0.12 + 0.5 * compact);
                };
        return make(trait, births.of(trait, dice, compact), single, dice, registrar);
    }

    private Claim make(Trait trait, List<LocalDate> children, boolean single, Dice dice, Registrar registrar) {
        LocalDate eldest = children.get(0);
        Couple couple = new Couple(names, trait, single, eldest, date, dice);
        LocalDate inCity = arrival(trait, eldest, dice);
        if (trait == Trait.SUPPORT_MEASURES) {
            LocalDate fled = date.minusDays(dice.between(60, 330));
            inCity = Registrar.later(inCity, fled);
            registrar.openHousehold(inCity, inCity, registrar.gazetteer().inTown(dice), Support.since(fled));
        } else {
            registrar.openHousehold(inCity);
        }
        couple.enter(registrar);
        List<Ward> wards = new ArrayList<>();
        for (int i = 0; i < children.size(); i++) {
            Person child = couple.enterChild(registrar, children.get(i));
            wards.add(ward(trait, child, i == 0, children.size(), inCity, dice, registrar));
        }
        wards.removeIf(ward -> isNeverCounted(ward));
        return new Claim(couple.recipient(), couple.spouse(), couple.hasSpouse(), wards, LocalDate.MAX, "");
    }

    /** When the family came: always before the business date by so much that its claim is decided. */
    private LocalDate arrival(Trait trait, LocalDate eldest, Dice dice) {
        return switch (trait) {
            case MOVED_IN -> date.minusDays(dice.between(31, 90));
            case NEWBORN, BORN_ON_1_APRIL, BORN_ON_A_FIRST -> LocalDate.MIN;
            default -> dice.chance(0.65)
                    ? LocalDate.MIN
                    : dice.day(Registrar.later(eldest.minusYears(6), date.minusYears(20)), date.minusDays(31));
        };
    }

    private Ward ward(
            Trait trait, Person child, boolean eldest, int siblings, LocalDate inCity, Dice dice, Registrar registrar) {
        String relation =
                trait == Trait.GRANDPARENTS ? "5" : child.residence().relation().equals("13") ? "2" : "1";
        LocalDate since = Registrar.later(child.birth(), inCity);
        boolean counted = trait == Trait.STUDENT_COUNTED
                || trait != Trait.GROWN_UP_NOT_COUNTED && siblings >= 3 && dice.chance(0.75);
        if (eldest && siblings > 1) {
            switch (trait) {
                case INSTITUTION -> {
                    LocalDate placed = Registrar.later(since, date.minusDays(dice.between(40, 150)));
                    return new Ward(
                            intoInstitution(child, placed, dice, registrar),
                            relation,
                            false,
                            since,
                            placed,
                            "S08",
                            false);
                }
                case CHILD_DIED -> {
                    LocalDate died = Registrar.later(since, date.minusDays(dice.between(40, 150)));
                    return new Ward(
                            registrar.strikeOff(child, "3", died, Address.NONE),
                            relation,
                            true,
                            since,
                            died,
                            "S04",
                            false);
                }
                case CHILD_AWAY -> {
                    LocalDate left = Registrar.later(since, date.minusDays(dice.between(60, 200)));
                    Person away = registrar.strikeOff(
                            child, "2", left, registrar.gazetteer().elsewhere(dice));
                    return new Ward(away, relation, false, since, LocalDate.MAX, "", counted);
                }
                default -> {
                    // the child lives with its parents
                }
            }
        }
        return new Ward(child, relation, true, since, LocalDate.MAX, "", counted);
    }

    /** The child becomes a household of its own at the institution's address. */
    private Person intoInstitution(Person child, LocalDate placed, Dice dice, Registrar registrar) {
        Address town = registrar.gazetteer().inTown(dice);
        Address home = new Address(town.postalCode(), town.townCode(), town.text(), "児童養護施設あさがお園", town.municipality());
        return registrar.moveOut(child, home, placed);
    }

    private static boolean isNeverCounted(Ward ward) {
        YearMonth since = YearMonth.from(ward.since());
        int age = ward.counted() ? 22 : 18;
        return SchoolYear.lastMonth(ward.child().birth(), age).isBefore(since.plusMonths(1));
    }
}
