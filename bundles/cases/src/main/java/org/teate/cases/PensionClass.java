// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import org.teate.addressing.Coded;

/** The recipient's public pension（年金種別）. */
public enum PensionClass implements Coded {
    NATIONAL_FIRST("1", "国民年金第1号"),
    EMPLOYEES("2", "厚生年金（第2号）"),
    NATIONAL_THIRD("3", "国民年金第3号"),
    STATE_SERVANTS("4", "国家公務員共済"),
    LOCAL_SERVANTS("5", "地方公務員等共済"),
    PRIVATE_SCHOOLS("6", "私学共済"),
    PENSIONER("7", "年金受給者"),
    NONE("8", "未加入・対象外"),
    UNKNOWN("9", "不明");

    private final String code;
    private final String label;

    PensionClass(String code, String label) {
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
