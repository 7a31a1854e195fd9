// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.time.LocalDate;

/**
 * Who claims（受給資格者）, as far as the amount depends on it.
 *
 * <p>Immutable and thread-safe.
 *
 * @param kind the kind of claimant
 * @param born the birth date of an individual, {@link LocalDate#MIN} if it is not on record or there is none
 */
public record Claimant(ClaimantKind kind, LocalDate born) {

    private static final Claimant UNDATED = new Claimant(ClaimantKind.INDIVIDUAL, LocalDate.MIN);
    private static final Claimant CORPORATE_GUARDIAN = new Claimant(ClaimantKind.CORPORATE_GUARDIAN, LocalDate.MIN);
    private static final Claimant FACILITY = new Claimant(ClaimantKind.FACILITY, LocalDate.MIN);

    /** A person born on {@code born}. */
    public static Claimant individual(LocalDate born) {
        return new Claimant(ClaimantKind.INDIVIDUAL, born);
    }

    /** A person whose birth date is not on record, so that it cannot be held against the children's. */
    public static Claimant individual() {
        return UNDATED;
    }

    public static Claimant corporateGuardian() {
        return CORPORATE_GUARDIAN;
    }

    /** A foster parent or the operator of an institution. */
    public static Claimant facility() {
        return FACILITY;
    }

    /** The kind alone: a birth date must not reach a log. */
    @Override
    public String toString() {
        return kind.name();
    }
}
