// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import org.teate.addressing.Coded;

/** Where a certified case stands（資格状態）. */
public enum CaseStatus implements Coded {

    /** The allowance is paid. */
    RECEIVING("30", "受給中"),

    /** Payment is withheld until what was asked for is filed（第11条）; the entitlement goes on. */
    WITHHELD("35", "差止"),

    /** The entitlement has ended or will end with its last month（受給事由消滅）. */
    ENDED("50", "消滅");

    private final String code;
    private final String label;

    CaseStatus(String code, String label) {
        this.code = code;
        this.label = label;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String label() {
        return label;
    }
}
