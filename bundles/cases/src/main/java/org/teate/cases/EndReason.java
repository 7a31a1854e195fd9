// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import org.teate.addressing.Coded;
import org.teate.rules.EndGround;

/** Why an entitlement or the entitlement for one child ends（消滅事由）. */
public enum EndReason implements Coded {

    /** The event date is the planned day of the move（転出予定日）. */
    MOVED_OUT("S01", "受給者の転出", EndGround.MOVED_OUT),
    RECIPIENT_DIED("S02", "受給者の死亡", EndGround.RECIPIENT_DIED),
    AGE_REACHED("S03", "児童の年齢到達", EndGround.CHILD_18),
    CHILD_DIED("S04", "児童の死亡", EndGround.CHILD_DIED),
    CHILD_ABROAD("S05", "児童の国外転出", EndGround.LEFT_JAPAN),
    CARE_LOST("S06", "監護の喪失", EndGround.CARE_ENDED),
    RECIPIENT_CHANGED("S07", "離婚等による受給者の変更", EndGround.RECIPIENT_CHANGED),
    PLACED("S08", "児童の施設入所", EndGround.PLACED),
    PUBLIC_SERVANT("S09", "公務員への就職", EndGround.ENTERED_PUBLIC_SERVICE),

    /** Benefit months up to September 2024. */
    INCOME("S10", "所得上限の超過", EndGround.UPPER_LIMIT),
    BY_OFFICE("S11", "職権による消滅", EndGround.OTHER),
    DETAINED("S12", "受給者の拘禁等", EndGround.CARE_ENDED),
    OTHER("S99", "その他", EndGround.OTHER);

    private final String code;
    private final String label;
    private final EndGround ground;

    EndReason(String code, String label, EndGround ground) {
        this.code = code;
        this.label = label;
        this.ground = ground;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String label() {
        return label;
    }

    /** The ground in terms of the Act. */
    public EndGround ground() {
        return ground;
    }
}
