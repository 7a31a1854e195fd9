// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import org.teate.addressing.Coded;

/** The recipient's right to stay, as the ledger notes it（外国人区分）. */
public enum ForeignerKind implements Coded {
    JAPANESE("0", "日本人"),
    RESIDENT("1", "外国人（中長期在留者）"),
    SPECIAL_PERMANENT("2", "特別永住者"),
    OTHER("3", "その他");

    private final String code;
    private final String label;

    ForeignerKind(String code, String label) {
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
