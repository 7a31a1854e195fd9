// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments;

/**
 * Where a payment stands（支払状態）: 00→10→20→25→30→35→40, and off that road 50 or 60. From 25 on its file is frozen.
 */
public enum PaymentState {
    CALCULATED("00", "計算済", true),
    APPROVED("10", "決裁済", true),
    FILE_MADE("20", "データ作成済", true),
    FILE_APPROVED("25", "承認済", true),
    SENT("30", "送信済", true),
    ACCEPTED("35", "銀行受付", true),
    PAID("40", "支払済", true),
    /** The bank could not credit it; it is paid again by a new payment. */
    FAILED("50", "振込不能", false),
    TO_REPEAT("55", "再振込予定", false),
    /** The bank gave it back at our wish. */
    RECALLED("60", "組戻", false),
    PAID_AT_COUNTER("70", "窓口支払済", true),
    WITHHELD("80", "差止", false),
    PRESCRIBED("85", "時効", true),
    CANCELLED("90", "取消", false);

    private final String code;
    private final String label;
    private final boolean settling;

    PaymentState(String code, String label, boolean settling) {
        this.code = code;
        this.label = label;
        this.settling = settling;
    }

    /** @throws IllegalArgumentException if no state has this code */
    public static PaymentState ofCode(String code) {
        for (PaymentState state : values()) {
            if (state.code.equals(code)) {
                return state;
            }
        }
        throw new IllegalArgumentException("No payment state has the code " + code);
    }

    /** The two digits under which files and tables know it. */
    public String code() {
        return code;
    }

    /** The state's name on a page. */
    public String label() {
        return label;
    }

    /** Whether its months need no other payment. */
    public boolean isSettling() {
        return settling;
    }
}
