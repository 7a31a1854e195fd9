// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.town;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** When the children of a recipient family were born. Thread-safe as long as the dice are. */
final class Births {

    /** A first child born so long ago has given a claim that is decided by now. */
    private static final int DECIDED_DAYS = 31;

    private static final double[] USUAL = {0.40, 0.42, 0.15, 0.025, 0.005};
    private static final double[] COMPACT = {0.75, 0.21, 0.035, 0.005, 0};

    private final LocalDate date;

    Births(LocalDate date) {
        this.date = date;
    }

    /**
     * The birth dates, eldest first; the youngest is a child under the Act on the business date.
     *
     * @param compact 0 for families as they are, 1 for small ones
     */
    List<LocalDate> of(Trait trait, Dice dice, double compact) {
        return switch (trait) {
            case NEWBORN -> List.of(date.minusDays(dice.between(DECIDED_DAYS, 60)));
            case STUDENT_COUNTED, GROWN_UP_NOT_COUNTED -> List.of(
                    ago(dice, 19, 21), ago(dice, 14, 16), ago(dice, 5, 12));
            case BORN_ON_1_APRIL -> List.of(LocalDate.of(date.getYear() - dice.between(1, 17), 4, 1));
            case BORN_ON_A_FIRST -> List.of(ago(dice, 1, 16).withDayOfMonth(1));
            case INSTITUTION, CHILD_DIED -> siblings(dice, 2, 300, 2_500, 400);
            case CHILD_AWAY -> List.of(ago(dice, 16, 17), ago(dice, 9, 13));
            case TWINS -> twins(dice);
            case FOUR_CHILDREN -> siblings(dice, dice.between(4, 5), 31, 1_500, 900);
            case GRANDPARENTS, DIVORCING, SUPPORT_MEASURES -> siblings(dice, dice.between(1, 2), 200, 4_000, 1_200);
            default -> usual(dice, compact);
        };
    }

    private LocalDate ago(Dice dice, int leastYears, int mostYears) {
        return date.minusYears(dice.between(leastYears, mostYears)).minusDays(dice.between(0, 364));
    }

    private List<LocalDate> twins(Dice dice) {
        List<LocalDate> births = new ArrayList<>(siblings(dice, dice.between(1, 2), 40, 5_000, 1_500));
        births.add(births.get(births.size() - 1));
        return births;
    }

    private List<LocalDate> usual(Dice dice, double compact) {
        double[] weights = new double[USUAL.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = USUAL[i] * (1 - compact) + COMPACT[i] * compact;
        }
        int children = 1 + dice.weighted(weights);
        int least = children == 1 ? DECIDED_DAYS : 3;
        return siblings(dice, children, least, 6_800, 1_700);
    }

    /** Children with 330 days to {@code gap} between them; those past 25 have left home. */
    private List<LocalDate> siblings(Dice dice, int children, int least, int most, int gap) {
        LocalDate birth = date.minusDays(dice.between(least, most));
        while (SchoolYear.lastMonth(birth, 18).isBefore(YearMonth.from(date))) {
            birth = birth.plusYears(1);
        }
        List<LocalDate> births = new ArrayList<>();
        births.add(birth);
        for (int i = 1; i < children; i++) {
            int days = dice.chance(0.012) ? 0 : dice.between(330, gap);
            birth = birth.minusDays(i == 1 ? Math.max(days, DECIDED_DAYS) : days);
            if (birth.isAfter(date.minusYears(25))) {
                births.add(0, birth);
            }
        }
        return births;
    }
}
