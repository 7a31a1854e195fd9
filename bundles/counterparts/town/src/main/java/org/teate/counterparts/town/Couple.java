// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.town;

import java.time.LocalDate;
import org.teate.counterparts.town.NameBook.Stranger;

/** The parents of a recipient family, or the grandparents who stand for them; who they are is thrown at once. */
final class Couple {

    private final NameBook names;
    private final Trait trait;
    private final boolean single;
    private final LocalDate date;
    private final Dice dice;

    private final LocalDate womanBorn;
    private final LocalDate manBorn;
    private final boolean womanReceives;
    private final Stranger man;
    private final Stranger woman;

    private Person householder = Person.NOBODY;
    private Person recipient = Person.NOBODY;
    private Person spouse = Person.NOBODY;

    Couple(NameBook names, Trait trait, boolean single, LocalDate eldest, LocalDate date, Dice dice) {
        this.names = names;
        this.trait = trait;
        this.single = single;
        this.date = date;
        this.dice = dice;
        int older = trait == Trait.GRANDPARENTS ? 26 : 0;
        womanBorn = eldest.minusYears(dice.between(20, 37) + older).minusDays(dice.between(1, 300));
        manBorn = womanBorn.minusDays(dice.between(-1_200, 2_500));
        womanReceives = single ? dice.chance(0.88) || trait == Trait.SUPPORT_MEASURES : dice.chance(0.2);
        man = manOf();
        woman = womanOf();
    }

    private Stranger manOf() {
        if (trait == Trait.FOREIGN) {
            return names.foreigner(dice, "1", date);
        }
        Name name = names.japanese(dice, "1", manBorn);
        return new Stranger(trait == Trait.RARE_NAME ? names.rare(dice, name) : name, Foreign.NOT);
    }

    private Stranger womanOf() {
        if (trait == Trait.FOREIGN) {
            return names.foreigner(dice, "2", date);
        }
        if (trait == Trait.MIXED) {
            return names.foreigner(dice, "2", date);
        }
        return new Stranger(names.japanese(dice, "2", womanBorn).withFamilyOf(man.name()), Foreign.NOT);
    }

    /** Enters the couple, or the one who lives with the children; with three generations a grandmother comes first. */
    void enter(Registrar registrar) {
        if (trait == Trait.THREE_GENERATIONS) {
            LocalDate born = manBorn.minusYears(dice.between(22, 32));
            Name grandmother = names.japanese(dice, "2", born).withFamilyOf(man.name());
            householder = registrar.enter(grandmother, born, "2", "01", Foreign.NOT);
        }
        boolean inLaw = !householder.isNobody();
        if (single) {
            recipient = womanReceives ? enterWoman(registrar, "01") : enterMan(registrar, "01");
            spouse = enterAbsent(registrar);
            return;
        }
        Person first = enterMan(registrar, inLaw ? "11" : "01");
        Person second = enterWoman(registrar, inLaw ? "1103" : dice.chance(0.02) ? "05" : "03");
        recipient = womanReceives ? second : first;
        spouse = womanReceives ? first : second;
    }

    private Person enterMan(Registrar registrar, String relation) {
        return registrar.enter(man.name(), manBorn, "1", relation, man.foreign());
    }

    private Person enterWoman(Registrar registrar, String relation) {
        return registrar.enter(woman.name(), womanBorn, "2", relation, woman.foreign());
    }

    private Person enterAbsent(Registrar registrar) {
        boolean known = trait == Trait.SUPPORT_MEASURES || trait == Trait.DIVORCING || trait == Trait.SPOUSE_AWAY;
        if (!known) {
            return Person.NOBODY;
        }
        return womanReceives
                ? registrar.enterOutside(man.name(), manBorn, "1")
                : registrar.enterOutside(woman.name(), womanBorn, "2");
    }

    Person enterChild(Registrar registrar, LocalDate birth) {
        String sex = dice.chance(0.512) ? "1" : "2";
        String relation = trait == Trait.THREE_GENERATIONS
                ? "1111"
                : trait == Trait.GRANDPARENTS ? "41" : dice.chance(0.01) ? "13" : "11";
        if (trait == Trait.FOREIGN) {
            Stranger child = names.relative(dice, sex, date, man);
            return registrar.enter(child.name(), birth, sex, relation, child.foreign());
        }
        Name name = names.japanese(dice, sex, birth).withFamilyOf(man.name());
        return registrar.enter(name, birth, sex, relation, Foreign.NOT);
    }

    Person recipient() {
        return recipient;
    }

    Person spouse() {
        return spouse;
    }

    /** 0 no, 1 yes, 2 lives apart, 3 divorce under discussion. */
    String hasSpouse() {
        return switch (trait) {
            case SPOUSE_AWAY -> "2";
            case SUPPORT_MEASURES, DIVORCING -> "3";
            default -> single ? "0" : "1";
        };
    }
}
