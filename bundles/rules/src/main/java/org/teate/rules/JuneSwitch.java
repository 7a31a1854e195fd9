// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

/**
 * What a new income does to an existing allowance on 1 June（旧令第14条, 旧法附則第2条）; also when a tax correction changes the
 * result of a past June.
 */
public enum JuneSwitch {
    /** The same kind goes on. */
    SAME,
    /** Between allowance and special allowance: the recipient is deemed to have claimed the other. */
    DEEMED_CLAIM,
    /** The upper limit is reached: entitlement ends with May. */
    ENDS_IN_MAY,
    /** Below the upper limit again: paid only on a new claim. */
    NEEDS_CLAIM;

    /** The effect of passing from what was paid to what the new income allows. */
    public static JuneSwitch of(BenefitKind before, BenefitKind now) {
        if (before == now) {
            return SAME;
        }
        if (now == BenefitKind.NONE) {
            return ENDS_IN_MAY;
        }
        return before == BenefitKind.NONE ? NEEDS_CLAIM : DEEMED_CLAIM;
    }
}
