// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import org.teate.addressing.Coded;

/** Whose contributions bear the cost（被用区分）. */
public enum EmploymentClass implements Coded {
    EMPLOYEE("1", "被用者"),
    NOT_EMPLOYEE("2", "非被用者"),

    /** Paid by the office where they serve, not by the city. */
    PUBLIC_SERVANT("3", "公務員"),
    UNKNOWN("9", "未確認");

    private final String code;
    private final String label;

    EmploymentClass(String code, String label) {
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
