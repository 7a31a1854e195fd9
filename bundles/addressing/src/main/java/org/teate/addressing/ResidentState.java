// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing;

/** Whether a person is still a resident (住民状態). */
public enum ResidentState implements Coded {
    RESIDENT("1", "現存"),
    MOVED_OUT("2", "転出"),
    DEAD("3", "死亡"),
    STRUCK_OFF("4", "職権消除"),
    ABROAD("5", "国外転出"),
    /** Still a resident, and has told of moving out. */
    LEAVING("6", "転出予定"),
    OTHER("9", "その他");

    private final String code;
    private final String label;

    ResidentState(String code, String label) {
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
