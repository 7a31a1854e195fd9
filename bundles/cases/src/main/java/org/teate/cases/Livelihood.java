// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import org.teate.addressing.Coded;

/** On what ground the child is paid for or counted（監護・生計の別）. */
public enum Livelihood implements Coded {

    /** Cared for, sharing the livelihood（第4条第1項第1号）. */
    SHARED("1", "監護・生計同一"),

    /** Cared for and maintained（第4条第1項第3号）. */
    MAINTAINED("2", "監護・生計維持"),

    /** Of the years 18 to 22, looked after and supported（第6条第2項第2号）. */
    SUPPORTED("3", "監護相当・生計費負担");

    private final String code;
    private final String label;

    Livelihood(String code, String label) {
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
