// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.util.List;

/** A child with its dates turned into months once, so that many months are cheap. */
final class ChildLine {

    private static final int STUDY_OVER = 1 << Circumstance.values().length;

    private final Child child;
    private final int bornIn;
    private final int schoolYearEnd;

    ChildLine(Child child) {
        this.child = child;
        this.bornIn = Months.index(child.born());
        this.schoolYearEnd = Months.schoolYearEnd(child.born());
    }

    Child child() {
        return child;
    }

    /** Payment starts with the month after the birth（第8条第2項・第3項）. */
    boolean isNewborn(int month) {
        return month <= bornIn;
    }

    /** The last month of the age class of infants: that of the birthday（第6条・第9条第3項）. */
    int lastMonthAsInfant(Ages ages) {
        return bornIn + 12 * ages.infant();
    }

    /** The March that follows the attainment of {@code age}（年度末）. */
    int yearEndOf(int age) {
        return schoolYearEnd + 12 * age;
    }

    /** The class of a child that is born and not past the last age. */
    AgeClass classIn(int month, Ages ages) {
        if (month <= lastMonthAsInfant(ages)) {
            return AgeClass.UNDER_THREE;
        }
        if (month <= yearEndOf(ages.primary())) {
            return AgeClass.PRIMARY;
        }
        if (month <= yearEndOf(ages.junior())) {
            return AgeClass.JUNIOR_HIGH;
        }
        return month <= yearEndOf(ages.child()) ? AgeClass.HIGH_SCHOOL : AgeClass.COLLEGE;
    }

    boolean isPayable(int month, Ages ages) {
        return month <= yearEndOf(ages.paid());
    }

    Standing standingIn(int month, Ages ages, ClaimantKind claimant) {
        if (isNewborn(month)) {
            return Standing.NEWBORN;
        }
        if (month > yearEndOf(claimant == ClaimantKind.INDIVIDUAL ? ages.counted() : ages.paid())) {
            return Standing.PAST;
        }
        boolean young = month <= yearEndOf(ages.child());
        int found = found(month, young);
        if (claimant == ClaimantKind.FACILITY) {
            return has(found, Circumstance.PLACED) ? residence(found) : Standing.NOT_PLACED;
        }
        if (young) {
            return !has(found, Circumstance.IN_CARE)
                    ? Standing.NOT_IN_CARE
                    : has(found, Circumstance.PLACED) ? Standing.PLACED : residence(found);
        }
        return !has(found, Circumstance.SUPPORTED)
                ? Standing.NOT_SUPPORTED
                : has(found, Circumstance.PLACEMENT_EXTENDED) ? Standing.EXTENDED : residence(found);
    }

    boolean isStudying(int month) {
        return has(found(month, true), Circumstance.STUDYING_ABROAD);
    }

    boolean isPlacedShortly(int month) {
        return has(found(month, true), Circumstance.PLACED_SHORTLY);
    }

    private static Standing residence(int found) {
        if (has(found, Circumstance.ABROAD)) {
            return Standing.ABROAD;
        }
        return (found & STUDY_OVER) != 0 ? Standing.STUDY_OVER : Standing.COUNTED;
    }

    private static boolean has(int found, Circumstance circumstance) {
        return (found & 1 << circumstance.ordinal()) != 0;
    }

    /** The circumstances that hold in the month, as bits. */
    private int found(int month, boolean young) {
        int found = 0;
        List<Spell> spells = child.spells();
        for (int i = 0; i < spells.size(); i++) {
            Spell spell = spells.get(i);
            if (spell.months().contains(month)) {
                found |= 1 << spell.what().ordinal();
                if (spell.what() == Circumstance.STUDYING_ABROAD
                        && month
                                > StudyAbroad.lastMonth(
                                        Months.index(spell.months().first()), young)) {
                    found |= STUDY_OVER;
                }
            }
        }
        return found;
    }
}
