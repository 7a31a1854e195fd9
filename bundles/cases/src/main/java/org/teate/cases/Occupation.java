// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import org.teate.addressing.Coded;

/** What the spouse does（配偶者職業）. */
public enum Occupation implements Coded {
    EMPLOYEE("1", "会社員等（被用者）"),
    SELF_EMPLOYED("2", "自営業"),
    PUBLIC_SERVANT("3", "公務員"),
    NONE("4", "無職"),
    STUDENT("5", "学生"),
    OTHER("9", "その他");

    private final String code;
    private final String label;

    Occupation(String code, String label) {
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
