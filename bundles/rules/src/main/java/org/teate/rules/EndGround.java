// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

/** Why an allowance ends or decreases（消滅・減額の事由）. */
public enum EndGround implements Labelled {
    /** Moved out of the city; the day is the planned one（転出予定日）. */
    MOVED_OUT("転出"),
    /** The recipient has died. */
    RECIPIENT_DIED("受給者の死亡"),
    /** A child has died. */
    CHILD_DIED("児童の死亡"),
    /** The 31 March after the eighteenth birthday has passed. */
    CHILD_18("十八歳年度末の到達"),
    /** The 31 March after the twenty-second birthday has passed. */
    SUPPORTED_22("二十二歳年度末の到達"),
    /** The third birthday; the day is the birthday itself. */
    THIRD_BIRTHDAY("三歳の到達"),
    /** The recipient cares for the child no longer, or no longer shares its livelihood. */
    CARE_ENDED("監護等の終了"),
    /** The recipient no longer supports one of the years 18 to 22. */
    SUPPORT_ENDED("算定対象者の生計費負担等の終了"),
    /** The recipient has entered public service; the employer pays from the next month on. */
    ENTERED_PUBLIC_SERVICE("公務員への採用"),
    /** A child was placed for more than two months. */
    PLACED("施設等への入所"),
    /** A child has left an institution or its foster parents. */
    LEFT_INSTITUTION("施設等の退所"),
    /** Another person maintains the child to the higher degree. */
    RECIPIENT_CHANGED("受給者の変更"),
    /** The recipient or the child has left Japan, other than to study. */
    LEFT_JAPAN("国外への転出"),
    /** The income has reached the upper limit from June on; the day is 31 May. */
    UPPER_LIMIT("所得上限限度額以上"),
    /** Anything else. */
    OTHER("その他");

    private final String label;

    EndGround(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
