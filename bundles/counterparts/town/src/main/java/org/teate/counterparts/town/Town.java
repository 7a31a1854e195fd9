// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.town;

import java.util.function.Consumer;

/**
 * A whole town of invented people, made family by family and never held in memory.
 *
 * <p>Two counterparts that make the town of the same plan see the same people with the same numbers. Thread-safe: every
 * walk makes the town anew.
 */
public final class Town {

    /** Dice thrown for the people themselves; counterparts use other purposes for what only they know. */
    private static final int PURPOSE = 1;

    private static final double RECIPIENT_FAMILY = 3.75;
    private static final double COMPACT_FAMILY = 2.67;
    private static final double OTHER_FAMILY = 1.75;

    private final Plan plan;
    private final Gazetteer gazetteer = new Gazetteer();
    private final RecipientFamilies recipientFamilies;
    private final OtherFamilies otherFamilies;

    public Town(Plan plan) {
        this.plan = plan;
        NameBook names = new NameBook();
        recipientFamilies = new RecipientFamilies(names, plan.date());
        otherFamilies = new OtherFamilies(names, plan.date());
    }

    public Plan plan() {
        return plan;
    }

    /** Shows every family once, in the order of their numbers; exactly the planned people and recipients. */
    public void forEach(Consumer<Family> visitor) {
        new Walk(visitor).run();
    }

    /** One walk through the town: what is still to come. */
    private final class Walk {

        private final Consumer<Family> visitor;
        private int peopleLeft = plan.people();
        private int recipientsLeft = plan.recipients();
        private int families;
        private int recipients;
        private int others;
        private int nextPerson = 1;
        private int nextHousehold = 1;

        Walk(Consumer<Family> visitor) {
            this.visitor = visitor;
        }

        void run() {
            while (peopleLeft > 0) {
                families++;
                Dice dice = new Dice(plan.seed(), PURPOSE, families);
                if (dice.chance(recipientChance())) {
                    recipient(dice);
                    recipientsLeft--;
                } else {
                    other(dice);
                }
            }
        }

        /** Such that people and recipients run out together. */
        private double recipientChance() {
            if (recipientsLeft == 0) {
                return 0;
            }
            double share = (double) recipientsLeft / peopleLeft;
            double rest = 1 - share * RECIPIENT_FAMILY;
            return rest <= 0 ? 1 : share * OTHER_FAMILY / (rest + share * OTHER_FAMILY);
        }

        private void recipient(Dice dice) {
            double mean = (double) peopleLeft / recipientsLeft;
            double compact = Math.min(1, Math.max(0, (RECIPIENT_FAMILY - mean) / (RECIPIENT_FAMILY - COMPACT_FAMILY)));
            Registrar registrar = registrar(dice);
            Claim claim = recipientFamilies.usual(Trait.of(recipients), compact, dice, registrar);
            Family family = registrar.family(families, claim, true);
            if (family.residentCount() > peopleLeft - 2 * (recipientsLeft - 1)) {
                registrar = registrar(dice);
                family = registrar.family(families, recipientFamilies.smallest(dice, registrar), true);
            }
            recipients++;
            show(family, registrar);
        }

        private void other(Dice dice) {
            Registrar registrar = registrar(dice);
            Claim claim = otherFamilies.usual(others, dice, registrar);
            Family family = registrar.family(families, claim, false);
            if (family.residentCount() > peopleLeft - 2 * recipientsLeft) {
                registrar = registrar(dice);
                family = registrar.family(families, otherFamilies.smallest(dice, registrar), false);
            }
            others++;
            show(family, registrar);
        }

        private Registrar registrar(Dice dice) {
            return new Registrar(dice, gazetteer, plan.date(), nextPerson, nextHousehold);
        }

        private void show(Family family, Registrar registrar) {
            peopleLeft -= family.residentCount();
            nextPerson += family.size();
            nextHousehold += registrar.householdsOpened();
            visitor.accept(family);
        }
    }
}
