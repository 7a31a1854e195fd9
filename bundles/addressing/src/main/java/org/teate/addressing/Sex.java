// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing;

/** Sex as the resident register states it (性別). */
public enum Sex implements Coded {
    MALE("1", "男"),
    FEMALE("2", "女"),
    OTHER("3", "その他・不明");

    private final String code;
    private final String label;

    Sex(String code, String label) {
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
