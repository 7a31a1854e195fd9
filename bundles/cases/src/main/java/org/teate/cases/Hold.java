// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import org.teate.addressing.Coded;

/** Why payment is held back（支払保留区分）. */
public enum Hold implements Coded {
    NONE("00", "なし"),
    STATUS_REPORT_MISSING("01", "現況届未提出"),
    ACCOUNT("02", "口座不備"),
    WHEREABOUTS("03", "居所不明"),
    DOCUMENTS("04", "書類不備"),
    INQUIRY("05", "調査中"),
    TRANSFER_FAILED("06", "振込不能"),
    HEIRS("07", "相続人確認"),
    PRESCRIPTION("08", "時効管理"),
    OTHER("99", "その他");

    private final String code;
    private final String label;

    Hold(String code, String label) {
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

    /**
     * Whether it is the withholding of Article 11（差止）, for something that the recipient owes the office; every other hold
     * only keeps the money back for a while（保留）.
     */
    public boolean isWithholding() {
        return this == STATUS_REPORT_MISSING || this == DOCUMENTS;
    }
}
