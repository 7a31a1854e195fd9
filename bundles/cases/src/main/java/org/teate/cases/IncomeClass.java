// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import org.teate.addressing.Coded;

/** What the income means for the limits（所得判定）. */
public enum IncomeClass implements Coded {

    /** From October 2024. */
    NOT_JUDGED("0", "判定不要"),
    BELOW("1", "限度額未満"),

    /** 特例給付. */
    AT_ORDINARY("2", "限度額以上上限額未満"),
    AT_UPPER("3", "上限額以上");

    private final String code;
    private final String label;

    IncomeClass(String code, String label) {
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
