// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing;

/** How the city knows a person (住民種別). */
public enum ResidentKind implements Coded {
    JAPANESE("1", "日本人"),
    FOREIGN("2", "外国人"),
    /** Not on the resident register of this city (住登外). */
    NOT_REGISTERED("3", "住登外");

    private final String code;
    private final String label;

    ResidentKind(String code, String label) {
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
