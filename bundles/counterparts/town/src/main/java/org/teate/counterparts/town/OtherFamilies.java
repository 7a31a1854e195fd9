// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.town;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Everybody who receives nothing now: no child, an employer that pays, a claim to come, an allowance that has ended. */
final class OtherFamilies {

    private final NameBook names;
    private final LocalDate date;

    OtherFamilies(NameBook names, LocalDate date) {
        this.names = names;
        this.date = date;
    }

    /** One person alone: what always fits. */
    Claim smallest(Dice dice, Registrar registrar) {
        registrar.openHousehold(arrival(dice));
        enterAdult(dice, registrar, dice.chance(0.6) ? 19 : 65, dice.chance(0.6) ? 64 : 97);
        return Claim.NONE;
    }

    /** A family as its number, from 0, and the dice make it. */
    Claim usual(int ordinal, Dice dice, Registrar registrar) {
        if (ordinal % 40 == 5) {
            return childGrewUp(dice, registrar);
        }
        if (ordinal % 120 == 9) {
            return movedAway(dice, registrar);
        }
        if (ordinal % 30 == 3) {
            registrar.openHousehold(arrival(dice));
            return withChildren(dice, registrar, dice.between(300, 6_000));
        }
        if (ordinal % 150 == 11) {
            registrar.openHousehold(date.minusDays(dice.between(1, 10)));
            return withChildren(dice, registrar, dice.between(300, 6_000));
        }
        return adults(dice, registrar);
    }

    private Claim adults(Dice dice, Registrar registrar) {
        int kind = dice.weighted(38, 17, 17, 12, 16);
        registrar.openHousehold(arrival(dice));
        switch (kind) {
            case 0 -> enterAdult(dice, registrar, 19, 64);
            case 1 -> enterAdult(dice, registrar, 65, 99);
            case 2 -> enterCouple(dice, registrar, 66, 90);
            case 3 -> enterCouple(dice, registrar, 22, 65);
            default -> {
                Person father = enterCouple(dice, registrar, 48, 80);
                LocalDate born = father.birth().plusYears(dice.between(22, 28)).plusDays(dice.between(0, 364));
                enterChild(dice, registrar, father, born);
            }
        }
        return Claim.NONE;
    }

    /** A public servant's family, paid by the employer, or one that has just arrived. */
    Claim withChildren(Dice dice, Registrar registrar, int youngestDays) {
        LocalDate youngest = date.minusDays(youngestDays);
        LocalDate eldest = youngest.minusDays(dice.between(400, 1_200));
        Person father = enterCouple(dice, registrar, youngestDays / 365 + 28, youngestDays / 365 + 40);
        enterChild(dice, registrar, father, eldest);
        enterChild(dice, registrar, father, youngest);
        return Claim.NONE;
    }

    /** The only child's last school year as a child of the Act has ended, this year or the year before. */
    private Claim childGrewUp(Dice dice, Registrar registrar) {
        int lastMarch = date.getMonthValue() > 3 ? date.getYear() : date.getYear() - 1;
        int schoolYear = lastMarch - 18 - dice.between(0, 1);
        LocalDate born = dice.day(LocalDate.of(schoolYear - 1, 4, 2), LocalDate.of(schoolYear, 4, 1));
        registrar.openHousehold(LocalDate.MIN);
        Person father = enterCouple(dice, registrar, 44, 55);
        Person child = enterChild(dice, registrar, father, born);
        Ward ward = new Ward(child, "1", true, born, LocalDate.MAX, "", false);
        return new Claim(father, Person.NOBODY, "0", List.of(ward), LocalDate.MAX, "");
    }

    /** The whole family has left the city; its ledger has ended (転出). */
    private Claim movedAway(Dice dice, Registrar registrar) {
        LocalDate left = date.minusDays(dice.between(20, 300));
        LocalDate youngest = date.minusDays(dice.between(500, 4_000));
        registrar.openHousehold(LocalDate.MIN);
        Person father = enterCouple(dice, registrar, 38, 45);
        List<Person> members = new ArrayList<>(registrar.openMembers());
        members.add(enterChild(dice, registrar, father, youngest));
        Address next = registrar.gazetteer().elsewhere(dice);
        List<Person> gone = members.stream()
                .map(member -> registrar.strikeOff(member, "2", left, next))
                .toList();
        Ward ward = new Ward(gone.get(2), "1", true, youngest, left, "S01", false);
        return new Claim(gone.get(0), gone.get(1), "1", List.of(ward), left, "S01");
    }

    private LocalDate arrival(Dice dice) {
        return dice.chance(0.5) ? LocalDate.MIN : date.minusDays(dice.between(5, 9_000));
    }

    private void enterAdult(Dice dice, Registrar registrar, int least, int most) {
        String sex = dice.chance(0.48) ? "1" : "2";
        LocalDate born = born(dice, least, Math.max(least, most));
        if (dice.chance(0.03)) {
            NameBook.Stranger stranger = names.foreigner(dice, sex, date);
            registrar.enter(stranger.name(), born, sex, "01", stranger.foreign());
        } else {
            Name name = names.japanese(dice, sex, born);
            Name written = dice.chance(0.01) ? names.rare(dice, name) : name;
            registrar.enter(written, born, sex, "01", Foreign.NOT);
        }
    }

    /** The husband, who is the householder; the wife stands after him. */
    private Person enterCouple(Dice dice, Registrar registrar, int least, int most) {
        LocalDate born = born(dice, least, most);
        LocalDate wifeBorn = born.plusDays(dice.between(-600, 1_500));
        Name name = names.japanese(dice, "1", born);
        Person husband = registrar.enter(name, born, "1", "01", Foreign.NOT);
        registrar.enter(names.japanese(dice, "2", wifeBorn).withFamilyOf(name), wifeBorn, "2", "03", Foreign.NOT);
        return husband;
    }

    private Person enterChild(Dice dice, Registrar registrar, Person father, LocalDate born) {
        String sex = dice.chance(0.512) ? "1" : "2";
        return registrar.enter(
                names.japanese(dice, sex, born).withFamilyOf(father.name()), born, sex, "11", Foreign.NOT);
    }

    private LocalDate born(Dice dice, int least, int most) {
        return date.minusYears(dice.between(least, most)).minusDays(dice.between(0, 364));
    }
}
