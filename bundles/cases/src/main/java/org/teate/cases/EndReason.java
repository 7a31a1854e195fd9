// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import org.teate.addressing.Coded;

/** Why an entitlement or the entitlement for one child ends（消滅事由）. */
public enum EndReason implements Coded {

    /** The event date is the planned day of the move（転出予定日）. */
    MOVED_OUT("S01", "受給者の転出"),
    RECIPIENT_DIED("S02", "受給者の死亡"),
    AGE_REACHED("S03", "児童の年齢到達"),
    CHILD_DIED("S04", "児童の死亡"),
    CHILD_ABROAD("S05", "児童の国外転出"),
    CARE_LOST("S06", "監護の喪失"),
    RECIPIENT_CHANGED("S07", "離婚等による受給者の変更"),
    PLACED("S08", "児童の施設入所"),
    PUBLIC_SERVANT("S09", "公務員への就職"),

    /** Benefit months up to September 2024. */
    INCOME("S10", "所得上限の超過"),
    BY_OFFICE("S11", "職権による消滅"),
    DETAINED("S12", "受給者の拘禁等"),
    OTHER("S99", "その他");

    private final String code;
    private final String label;

    EndReason(String code, String label) {
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
