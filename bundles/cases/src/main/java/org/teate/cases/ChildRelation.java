// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import org.teate.addressing.Coded;

/** What the child is to the recipient（児童との関係）. */
public enum ChildRelation implements Coded {
    OWN("1", "実子"),
    ADOPTED("2", "養子"),
    WARD("3", "未成年後見"),
    DESIGNATED("4", "父母指定者"),
    FOSTERED("5", "養育者"),
    FACILITY("6", "施設等");

    private final String code;
    private final String label;

    ChildRelation(String code, String label) {
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
