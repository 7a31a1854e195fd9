// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;

/**
 * A child of a claimant（児童）, or a young adult whom the claimant supports, with what the office has found.
 *
 * <p>A value like a record, but it turns its dates into months once, so that computing them is cheap. Immutable and
 * thread-safe.
 */
public final class Child {

    private static final int KEY_LENGTH = 20;
    private static final int STUDY_OVER = 1 << Circumstance.values().length;

    private final String key;
    private final LocalDate born;
    private final List<Spell> spells;
    private final int bornIn;
    private final int schoolYearEnd;
    /** For each spell the circumstance, the first and the last month. */
    private final int[] found;

    /**
     * A child with the circumstances that the office has found.
     *
     * @param key what tells the child from others, such as its addressee number: 1 to 20 ASCII letters, digits, {@code _}
     *     or {@code -}
     * @param born the birth date
     * @param spells the circumstances by month, in any order; the same one may come more than once
     * @throws IllegalArgumentException if the key has another length or another character
     */
    public Child(String key, LocalDate born, List<Spell> spells) {
        if (!isKey(key)) {
            throw new IllegalArgumentException("A child's key has 1 to 20 letters, digits, _ or -");
        }
        this.key = key;
        this.born = born;
        this.spells = List.copyOf(spells);
        this.bornIn = Months.index(born);
        this.schoolYearEnd = Months.schoolYearEnd(born);
        this.found = monthsOf(this.spells);
    }

    public static Child of(String key, LocalDate born, Spell... spells) {
        return new Child(key, born, List.of(spells));
    }

    public String key() {
        return key;
    }

    public LocalDate born() {
        return born;
    }

    public List<Spell> spells() {
        return spells;
    }

    /** The last month of the age class of infants: that of the birthday（第6条・第9条第3項）. */
    int lastMonthAsInfant(Ages ages) {
        return bornIn + 12 * ages.infant();
    }

    /**
     * The March that follows the attainment of {@code age}（年度末）, which is on the eve of the birthday.
     *
     * @param age in years, such as {@link Ages#child()}
     */
    public YearMonth schoolYearEnd(int age) {
        return Months.of(yearEndOf(age));
    }

    /** The same as the number of a month. */
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

    Standing standingIn(int month, Ages ages, ClaimantKind claimant) {
        // payment starts with the month after the birth（第8条第2項・第3項）
        if (month <= bornIn) {
            return Standing.NEWBORN;
        }
        if (month > yearEndOf(claimant == ClaimantKind.INDIVIDUAL ? ages.counted() : ages.paid())) {
            return Standing.PAST;
        }
        boolean young = month <= yearEndOf(ages.child());
        int now = foundIn(month, young);
        if (claimant == ClaimantKind.FACILITY) {
            return has(now, Circumstance.PLACED) ? residence(now) : Standing.NOT_PLACED;
        }
        return young ? asChild(now) : asSupported(now);
    }

    boolean is(Circumstance circumstance, int month) {
        return has(foundIn(month, true), circumstance);
    }

    private static Standing asChild(int now) {
        if (!has(now, Circumstance.IN_CARE)) {
            return Standing.NOT_IN_CARE;
        }
        return has(now, Circumstance.PLACED) ? Standing.PLACED : residence(now);
    }

    private static Standing asSupported(int now) {
        if (!has(now, Circumstance.SUPPORTED)) {
            return Standing.NOT_SUPPORTED;
        }
        return has(now, Circumstance.PLACEMENT_EXTENDED) ? Standing.EXTENDED : residence(now);
    }

    private static Standing residence(int now) {
        if (has(now, Circumstance.ABROAD)) {
            return Standing.ABROAD;
        }
        return (now & STUDY_OVER) != 0 ? Standing.STUDY_OVER : Standing.COUNTED;
    }

    private static boolean has(int now, Circumstance circumstance) {
        return (now & 1 << circumstance.ordinal()) != 0;
    }

    /** The circumstances that hold in the month, as bits. */
    private int foundIn(int month, boolean young) {
        int now = 0;
        for (int i = 0; i < found.length; i += 3) {
            if (found[i + 1] <= month && month <= found[i + 2]) {
                now |= 1 << found[i];
                if (found[i] == Circumstance.STUDYING_ABROAD.ordinal()
                        && month > StudyAbroad.lastMonth(found[i + 1], young)) {
                    now |= STUDY_OVER;
                }
            }
        }
        return now;
    }

    private static int[] monthsOf(List<Spell> spells) {
        int[] months = new int[3 * spells.size()];
        for (int i = 0; i < spells.size(); i++) {
            Spell spell = spells.get(i);
            months[3 * i] = spell.what().ordinal();
            months[3 * i + 1] = Months.index(spell.months().first());
            months[3 * i + 2] = Months.index(spell.months().last());
        }
        return months;
    }

    private static boolean isKey(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!mayStandInAKey(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= KEY_LENGTH;
    }

    private static boolean mayStandInAKey(char c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '_' || c == '-';
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Child child
                && key.equals(child.key)
                && born.equals(child.born)
                && spells.equals(child.spells);
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, born, spells);
    }

    /** The key alone: a birth date must not reach a log. */
    @Override
    public String toString() {
        return "Child " + key;
    }
}
