// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import org.teate.addressing.Coded;

/** How the allowance is paid（支払方法）. */
public enum PaymentMethod implements Coded {
    TRANSFER("1", "口座振込"),
    COUNTER("2", "窓口払"),

    /** Cash sent against an advance（資金前渡）. */
    REMITTANCE("3", "送金"),

    /** All of it is collected or donated（全額徴収・寄附）. */
    NOTHING_PAID("8", "支払なし"),
    STOPPED("9", "停止");

    private final String code;
    private final String label;

    PaymentMethod(String code, String label) {
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
