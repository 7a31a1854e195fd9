// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing;

/** What has changed in the resident register (異動事由). */
public enum ChangeReason implements Coded {
    MOVED_IN("01", "転入"),
    FROM_ABROAD("02", "国外からの転入"),
    BIRTH("03", "出生"),
    NATURALISED("04", "帰化・国籍取得"),
    ENTERED_BY_OFFICE("05", "職権記載"),
    STATUS_GAINED("06", "在留資格取得等による記載"),
    MOVING_OUT("11", "転出（予定）"),
    MOVED_OUT("12", "転出（確定）"),
    MOVED_ABROAD("13", "国外転出"),
    DEATH("14", "死亡"),
    NATIONALITY_LOST("15", "国籍喪失"),
    STRUCK_OFF("16", "職権消除"),
    MISSING("17", "失踪"),
    MOVED_WITHIN("21", "転居"),
    HOUSEHOLDER_CHANGED("22", "世帯主変更"),
    HOUSEHOLD_SPLIT_OR_JOINED("23", "世帯分離・合併"),
    RELATION_CHANGED("24", "続柄変更"),
    NAME_CHANGED("31", "氏名変更"),
    NAME_CORRECTED("32", "氏名職権修正"),
    BIRTH_CORRECTED("33", "生年月日修正"),
    SEX_CORRECTED("34", "性別修正"),
    READING("35", "振り仮名"),
    ADDRESS_RENUMBERED("41", "住居表示・地番変更"),
    STATUS_CHANGED("51", "在留情報変更"),
    PERIOD_EXTENDED("52", "在留期間更新"),
    NUMBER_CHANGED("61", "個人番号変更"),
    NUMBER_ENTRY_CORRECTED("62", "個人番号記載修正"),
    PROTECTION_BEGAN("71", "支援措置開始"),
    PROTECTION_ENDED("72", "支援措置終了"),
    CANCELLED("90", "取消"),
    OTHER("99", "その他");

    private final String code;
    private final String label;

    ChangeReason(String code, String label) {
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
