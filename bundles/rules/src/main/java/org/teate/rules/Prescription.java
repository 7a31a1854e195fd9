// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.teate.kernel.BusinessDays;

/**
 * How long a right can be exercised（時効）.
 *
 * <p>The first day is not counted, so a period of years ends on the same day of the month. Whether it is prolonged when
 * that day is closed is disputed, hence a parameter. Immutable and thread-safe.
 */
public final class Prescription {

    private static final int PAYMENT_YEARS = 2;

    private final int years;
    private final UnaryOperator<LocalDate> prolonged;

    private Prescription(int years, UnaryOperator<LocalDate> prolonged) {
        this.years = years;
        this.prolonged = prolonged;
    }

    /** Of the right to be paid and of claims for illicit gain: two years（第23条第1項）. */
    public static Prescription ofPayments() {
        return new Prescription(PAYMENT_YEARS, UnaryOperator.identity());
    }

    /** Of the city's claim for an overpayment under the general rule; {@code years} is five by 地方自治法第236条. */
    public static Prescription ofRefunds(int years) {
        return new Prescription(years, UnaryOperator.identity());
    }

    /** The same period where it runs on to the next open day. */
    public Prescription prolongedTo(BusinessDays openDays) {
        return new Prescription(years, openDays::onOrAfter);
    }

    /** The last day on which a right can be exercised that could be from {@code from}, or was renewed then. */
    public LocalDate lastDay(LocalDate from) {
        return prolonged.apply(from.plusYears(years));
    }

    /** Whether the right has lapsed on {@code day}. */
    public boolean hasLapsed(LocalDate from, LocalDate day) {
        return day.isAfter(lastDay(from));
    }
}
