// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.util.List;

/**
 * A fact that cannot be（事実の誤り）.
 *
 * @param code what is wrong
 * @param facts the facts in the order of the code's text: keys, dates, months, years
 */
public record Finding(Code code, List<Object> facts) {

    /** What can be wrong; the name is stable and may be stored. */
    public enum Code {
        CHILD_NOT_YOUNGER_THAN_CLAIMANT("児童（{child}）の生年月日{born}が、請求者の生年月日{claimant}より後ではありません。"),
        CHILD_TWICE("児童（{child}）が二度記録されています。"),
        CIRCUMSTANCE_ENDS_BEFORE_IT_BEGINS("児童（{child}）の事実（{circumstance}）の期間が、{first}に始まり、それより前の{last}に終わっています。"),
        ENTITLEMENT_ENDS_BEFORE_IT_BEGINS("受給資格の期間が、{first}に始まり、それより前の{last}に終わっています。"),
        ENTITLEMENT_TWICE("受給資格の期間が重なっています。{first}に始まる期間と{second}に始まる期間です。"),
        INCOME_MISSING("{month}分の判定に必要な{year}年の所得がありません。"),
        INCOME_NEGATIVE("{year}年の所得または扶養親族等の数が負になっています。"),
        INCOME_TWICE("{year}年の所得が二つ記録されています。"),
        MONTH_BEFORE_THE_ACT("{month}分に適用できる規定がありません。平成24年4月分より前は計算できません。"),
        TWO_RECIPIENTS("児童（{child}）の{month}分について、二人の受給者（{first}、{second}）がいます。");

        private final Template text;

        Code(String text) {
            this.text = new Template(text);
        }
    }

    public Finding {
        facts = List.copyOf(facts);
    }

    static Finding of(Code code, Object... facts) {
        return new Finding(code, List.of(facts));
    }

    /** What is wrong, as a Japanese sentence. It may hold a birth date, so it is for the clerk and never for a log. */
    public String message() {
        return code.text.filledWith(facts);
    }

    /** The code alone: a birth date must not reach a log. */
    @Override
    public String toString() {
        return code.name();
    }
}
