// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

/** Who claims（受給資格者の区分, 児童手当法第4条第1項）. */
public enum ClaimantKind implements Labelled {
    /** A person who cares for the child: a parent, a guardian, a designated person or another carer（一般受給資格者）. */
    INDIVIDUAL("個人"),
    /** A corporation that is guardian of the child（法人である未成年後見人）. */
    CORPORATE_GUARDIAN("法人後見人"),
    /** A foster parent or the operator of an institution（施設等受給資格者）. */
    FACILITY("施設等");

    private final String label;

    ClaimantKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
