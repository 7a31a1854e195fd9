// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import org.teate.addressing.Coded;

/** Where an income is known from（所得情報の取得元）. */
public enum IncomeSource implements Coded {
    TAX_SYSTEM("1", "税務システム"),
    INQUIRY("2", "情報照会");

    private final String code;
    private final String label;

    IncomeSource(String code, String label) {
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
