// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import org.teate.addressing.Coded;

/** Whether there is a spouse（配偶者有無）. */
public enum SpouseState implements Coded {
    NONE("0", "無"),
    TOGETHER("1", "有"),
    APART("2", "別居"),

    /** Lives apart while a divorce is under discussion（第4条第4項）. */
    DIVORCING("3", "離婚協議中");

    private final String code;
    private final String label;

    SpouseState(String code, String label) {
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
