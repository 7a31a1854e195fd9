// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import org.teate.addressing.Coded;

/** The recipient's health insurance（年金保険区分）. */
public enum Insurer implements Coded {
    HEALTH_ASSOCIATION("10", "協会けんぽ"),
    HEALTH_SOCIETY("11", "組合健保"),
    SEAMEN("12", "船員保険"),
    STATE_SERVANTS("20", "国家公務員共済"),
    LOCAL_SERVANTS("21", "地方公務員共済"),
    PRIVATE_SCHOOLS("22", "私学共済"),
    NATIONAL("30", "国民健康保険"),
    NATIONAL_SOCIETY("31", "国民健康保険組合"),
    LATE_ELDERLY("40", "後期高齢者医療"),
    PUBLIC_ASSISTANCE("50", "生活保護（医療扶助）"),
    OTHER("90", "その他");

    private final String code;
    private final String label;

    Insurer(String code, String label) {
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
