// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import org.teate.addressing.Coded;

/** What was decided（処分の種類）. */
public enum DecisionKind implements Coded {
    CERTIFIED("1", "認定"),
    REVISED("2", "額改定"),
    ENDED("3", "消滅"),
    WITHHELD("4", "差止・保留"),
    RELEASED("5", "差止・保留の解除");

    private final String code;
    private final String label;

    DecisionKind(String code, String label) {
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
