// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import org.teate.addressing.Coded;

/** Whose income it is（所得の対象者）. */
public enum IncomeRole implements Coded {
    RECIPIENT("1", "受給者"),
    SPOUSE("2", "配偶者");

    private final String code;
    private final String label;

    IncomeRole(String code, String label) {
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
