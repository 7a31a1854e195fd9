// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import org.teate.addressing.Coded;

/** Why an amount was revised（改定の種類）. */
public enum RevisionKind implements Coded {
    INCREASE("1", "増額"),
    DECREASE("2", "減額"),
    INCREASE_BY_OFFICE("3", "職権増額"),
    DECREASE_BY_OFFICE("4", "職権減額"),
    AGE("5", "年齢到達"),
    AMENDMENT("6", "制度改正"),
    CANCELLED("7", "取消");

    private final String code;
    private final String label;

    RevisionKind(String code, String label) {
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
