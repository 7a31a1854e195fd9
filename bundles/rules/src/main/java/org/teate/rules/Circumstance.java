// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

/** What the office has found about a child for whole months. A child without any circumstance is neither counted nor paid. */
public enum Circumstance implements Labelled {
    /** Cared for by the claimant and sharing the livelihood（監護・生計同一, 第4条第1項）; needed up to the March after 18. */
    IN_CARE("監護・生計同一"),
    /**
     * Accepted as counted sibling of the years 18 to 22（第三子以降算定額算定対象者, 第6条第2項第2号）; without effect before the
     * March after 18, so it may be recorded ahead of time.
     */
    SUPPORTED("算定対象者"),
    /**
     * Placed in an institution or with foster parents for more than two months（施設入所等児童, 第3条第3項）. Takes the child from an
     * individual or a guardian; a claimant of kind {@link ClaimantKind#FACILITY} is paid for exactly these children.
     */
    PLACED("施設入所等"),
    /** Placed for two months or less（規則第1条の2）: on record, without effect on the amount. */
    PLACED_SHORTLY("二月以内の入所"),
    /** Kept in an institution beyond 18（延長者等, 規則第1条の3の2）: not counted in the years 18 to 22. */
    PLACEMENT_EXTENDED("延長者等"),
    /**
     * Abroad to study（留学, 規則第1条・第1条の3の2第3項）. The first month must be that in which the residence in Japan was lost:
     * the child keeps counting for three years from then, in the years 18 to 22 for four.
     */
    STUDYING_ABROAD("留学"),
    /** Abroad for another reason: neither counted nor paid, even if {@link #STUDYING_ABROAD} is on record too. */
    ABROAD("国外居住");

    private final String label;

    Circumstance(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
