// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

/** Why something cannot be decided on a case as it stands. */
public enum Obstacle {
    NO_SUCH_CASE("台帳がありません。"),
    ENDED("受給資格はすでに消滅しています。"),
    BEFORE_THE_FIRST_MONTH("事由発生日が支給開始年月より前です。消滅ではなく認定の取消しが必要です。"),
    HELD_ALREADY("支払はすでに差止または保留中です。"),
    NOT_HELD("支払は差止も保留もされていません。"),
    OUTSIDE_THE_ENTITLEMENT("差止・保留を始める月が支給期間の外です。"),
    DRAFT_WAITING("この台帳には決裁待ちの起案があります。");

    private final String sentence;

    Obstacle(String sentence) {
        this.sentence = sentence;
    }

    /** The reason as a Japanese sentence for a clerk. */
    public String sentence() {
        return sentence;
    }
}
