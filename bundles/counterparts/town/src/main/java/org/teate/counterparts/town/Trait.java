// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.town;

import java.util.Arrays;

/**
 * What is special about a recipient family. Each of two hundred families in a row has its place, so that a small town
 * has a few of everything and a big one the right share.
 */
enum Trait {
    ORDINARY,
    /** Lives at a secret address, away from a violent spouse (支援措置). */
    SUPPORT_MEASURES(3),
    /** The eldest child lives in an institution (施設入所). */
    INSTITUTION(7),
    TWINS(11, 111),
    FOUR_CHILDREN(13, 93),
    /** The eldest is past 18 and counts (監護相当・生計費負担). */
    STUDENT_COUNTED(17, 57, 97, 137),
    /** The eldest is past 18 and does not count. */
    GROWN_UP_NOT_COUNTED(19),
    /** The eldest lives elsewhere (別居監護). */
    CHILD_AWAY(23, 83),
    /** The parents live apart and discuss their divorce (離婚協議中). */
    DIVORCING(29),
    /** One parent works in another city (単身赴任). */
    SPOUSE_AWAY(31, 131),
    /** Grandparents care for the child (養育者). */
    GRANDPARENTS(37),
    FOREIGN(41, 141),
    /** One parent is a foreigner. */
    MIXED(43),
    /** The family name cannot be written in CP932. */
    RARE_NAME(5, 47, 147),
    /** Belongs to the school year before (早生まれ). */
    BORN_ON_1_APRIL(53),
    BORN_ON_A_FIRST(59, 159),
    MOVED_IN(61, 161),
    NEWBORN(67, 167),
    CHILD_DIED(73),
    THREE_GENERATIONS(2, 79, 127, 179);

    private static final Trait[] BY_PLACE = new Trait[200];

    static {
        Arrays.fill(BY_PLACE, ORDINARY);
        for (Trait trait : values()) {
            for (int place : trait.places) {
                BY_PLACE[place] = trait;
            }
        }
    }

    private final int[] places;

    Trait(int... places) {
        this.places = places;
    }

    /** The trait of the recipient family with this number, from 0. */
    static Trait of(int ordinal) {
        return BY_PLACE[ordinal % BY_PLACE.length];
    }
}
