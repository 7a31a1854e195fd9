// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

/** What a month's payment is（給付の種類）. The letter stands for the kind in stored text and never changes. */
public enum BenefitKind implements Labelled {
    /** The Child Allowance（児童手当）. */
    CHILD_ALLOWANCE("児童手当", 'A'),
    /** The flat amount above the ordinary income limit（特例給付）, June 2012 to September 2024. */
    SPECIAL_ALLOWANCE("特例給付", 'S'),
    /** Nothing（不支給）: the child is only counted, or nobody is paid. */
    NONE("不支給", 'N');

    private final String label;
    private final char letter;

    BenefitKind(String label, char letter) {
        this.label = label;
        this.letter = letter;
    }

    @Override
    public String label() {
        return label;
    }

    char letter() {
        return letter;
    }
}
