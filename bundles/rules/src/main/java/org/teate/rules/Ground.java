// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Why a claim could not be made earlier（やむを得ない理由, 第8条第3項）. The Act names a change of address and disaster; for the
 * others a city decides, so each can be switched off.
 */
public enum Ground implements Labelled {
    /** None: the ordinary rule holds. */
    NONE("特別な事由なし"),
    /** A birth. */
    BIRTH("出生"),
    /** A move into the city; its day is the planned day of moving out of the other（転出予定日）. */
    MOVE_IN("転入"),
    /** A disaster, fire or accident. */
    DISASTER("災害等"),
    /** The claimant has left public service, whose employer paid until then. */
    LEFT_PUBLIC_SERVICE("公務員の退職等"),
    /** The former recipient has died. */
    RECIPIENT_DIED("前受給者の死亡"),
    /** The child has left an institution or foster care. */
    LEFT_INSTITUTION("施設等の退所"),
    /** The child has been placed with the claimant, a foster parent or institution. */
    PLACED("施設等への入所"),
    /**
     * A tax correction has brought the income below the upper limit. The obstacle arose on the 31 May before the allowance
     * year and ceased on the day of the notice, so that a claim in time is paid from June.
     */
    TAX_CORRECTION("所得の更正"),
    /** Separation during divorce talks, or violence. */
    SEPARATION("離婚協議・配偶者からの暴力"),
    /** Whatever else the mayor accepts. */
    OTHER("その他やむを得ない理由");

    private final String label;

    Ground(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** Every ground but {@link #NONE}. */
    public static Set<Ground> all() {
        return Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(NONE)));
    }
}
