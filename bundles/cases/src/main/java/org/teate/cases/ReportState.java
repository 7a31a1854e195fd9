// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import org.teate.addressing.Coded;

/** Where a year's status report stands（現況届状態）. */
public enum ReportState implements Coded {
    DISPENSED("0", "提出省略"),
    DUE("1", "対象・未送付"),
    SENT("2", "送付済"),
    RECEIVED("3", "提出済"),
    DEFICIENT("4", "不備"),
    EXAMINED("5", "審査済"),
    MISSING("6", "未提出差止"),
    NOT_CONCERNED("9", "対象外");

    private final String code;
    private final String label;

    ReportState(String code, String label) {
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
