// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.util.List;
import org.teate.kernel.LegalBasis;

/** The rules that lead from facts to an amount, each with its provision before and since October 2024. */
public enum Rule {
    ENTITLED("{month}分は、受給資格のある期間（{first}から{last}まで）に含まれます。", "第8条第2項"),
    ENTITLED_FROM("{month}分は、受給資格のある期間（{first}から）に含まれます。", "第8条第2項"),
    NOT_ENTITLED("{month}分は、受給資格のある期間に含まれないため、支給しません。", "第8条第2項"),

    NEWBORN("児童（{child}）は{born}に生まれ、支給は出生の月の翌月から始まるため、{month}分は支給しません。", "第8条第2項・第3項"),
    UNDER_THREE("児童（{child}）は{born}生まれで、{last}分までは三歳未満の児童です。", "第6条第1項", "第6条第1項・第9条第3項"),
    PRIMARY("児童（{child}）は{born}生まれで、{last}分までは三歳以上小学校修了前の児童です。", "第6条第1項", "第6条第1項"),
    JUNIOR_HIGH("児童（{child}）は{born}生まれで、{last}分までは小学校修了後中学校修了前の児童です。", "第6条第1項", "第6条第1項"),
    HIGH_SCHOOL("児童（{child}）は{born}生まれで、十八歳に達する日以後の最初の三月三十一日（{last}）までは児童です。", "第3条第1項"),
    COLLEGE("{child}は{born}生まれで、児童の年齢を過ぎ、二十二歳に達する日以後の最初の三月三十一日（{last}）までにあります。", "第6条第2項第2号"),
    PAST_EVERY_AGE("{child}は{born}生まれで、対象となる最後の月（{last}）を過ぎたため、数えません。", "第3条第1項・第4条第1項", "第3条第1項・第6条第2項"),

    CARED_FOR("児童（{child}）は、請求者に監護され、生計を同じくしています。", "第4条第1項第1号"),
    CARED_FOR_BY_CORPORATION("児童（{child}）は、法人である未成年後見人に監護されています。", "第4条第1項第1号"),
    PLACED_HERE("児童（{child}）は、請求者に委託され、又は請求者の施設に入所しています。", "第4条第1項第4号"),
    SUPPORTED("{child}は、請求者から監護に相当する世話を受け、生計費の相当部分を負担されています。", "第6条第2項第2号"),
    PLACED_SHORTLY("児童（{child}）の入所又は委託は二月以内の期間を定めたものであるため、影響しません。", "第3条第3項"),
    STUDYING("児童（{child}）は留学のため国外にいますが、住所を失ってから定められた年数以内であるため、数えます。", "第3条第1項"),
    NOT_IN_CARE("児童（{child}）は、請求者に監護され生計を同じくすると認められていないため、数えません。", "第4条第1項第1号"),
    NOT_SUPPORTED("{child}は、監護に相当する世話と生計費の負担が認められていないため、数えません。", "第6条第2項第2号"),
    PLACED_ELSEWHERE("児童（{child}）は施設入所等児童であるため、請求者の児童に数えません。", "第3条第3項・第4条第1項"),
    NOT_PLACED_HERE("児童（{child}）は、請求者に委託されておらず、請求者の施設にも入所していません。", "第4条第1項第4号"),
    PLACEMENT_EXTENDED("{child}は延長者等に当たるため、数えません。", "第6条第2項第2号"),
    ABROAD("児童（{child}）は日本国内に住所がなく、留学にも当たらないため、数えません。", "第3条第1項"),
    STUDY_OVER("児童（{child}）の留学は、住所を失ってから定められた年数を超えたため、数えません。", "第3条第1項"),

    NOBODY_PAYABLE("{month}分には、支給の対象となる年齢の児童がいないため、支給しません。", "第4条第1項"),
    INCOME_BELOW("{year}年の所得{income}は所得制限限度額{limit}未満であるため、児童手当を支給します。", "第5条第1項"),
    INCOME_AT_ORDINARY("{year}年の所得{income}は所得制限限度額{limit}以上であるため、特例給付とします。", "附則第2条第1項"),
    INCOME_AT_UPPER("{year}年の所得{income}は所得上限限度額{limit}以上であるため、支給しません。", "附則第2条第1項"),

    RANKED("数える児童等の年長から{rank}番目です。", "第6条第1項第1号"),
    COUNTED_ONLY("この年齢の者は数えるのみで、支給額はありません。", "第6条第1項第1号"),
    AMOUNT("{class}で第{rank}子の月額は{amount}です。", "第6条第1項第1号"),
    AMOUNT_OF_CORPORATION("法人である未成年後見人に支給する{class}の月額は{amount}です。", "第6条第1項第1号", "第6条第1項第2号"),
    AMOUNT_OF_FACILITY("施設等受給資格者に支給する{class}の月額は{amount}です。", "第6条第1項第2号", "第6条第1項第3号"),
    AMOUNT_OF_SPECIAL("特例給付の月額は、児童一人につき{amount}です。", "附則第2条第2項"),

    FROM_CLAIM("{claimed}の請求であるため、その翌月の{month}分から支給します。", "第8条第2項"),
    CLAIMED_TOO_LATE("{ground}（{arose}）から十五日の期限は{deadline}で、請求はそれより後の{claimed}です。", "第8条第3項"),
    CLAIMED_IN_TIME("{ground}（{arose}）から十五日の期限{deadline}までの{claimed}に請求があったため、事由の生じた月の翌月の{month}分から支給します。", "第8条第3項"),
    UP_TO_EVENT("{ground}（{event}）により、その月の{month}分までを支給します。", "第8条第2項"),
    LESS_AFTER_EVENT("{ground}（{event}）により、その翌月の{month}分から減額します。", "第9条第3項"),
    DEEMED_IN_2024("令和6年10月1日に認定を受けていた者であるため、請求があったものとみなして{month}分から改定します。", "附則（令和6年法律第47号）第13条第3項・第4項"),
    TRANSITION_OF_2024(
            "令和6年10月1日に要件に該当し、{deadline}までの{claimed}に請求があったため、{month}分から支給します。", "附則（令和6年法律第47号）第13条第5項・第6項"),
    COLLEGE_SEAM("十八歳年度末に続く算定対象者として、期限{deadline}までの{claimed}に届け出られたため、{month}分から数えます。", "第9条第1項"),

    ROLE_OF_RECIPIENT("児童（{child}）について要件を満たす者のうち、{role}の立場にある者が先に立ちます。", "第4条第1項"),
    LIVES_WITH_CHILD("{carer}は児童（{child}）と同居し、他の者は生計を同じくせず別居しているため、同居する者とします。", "第4条第4項"),
    MAINTAINS_MORE("{carer}は、児童の生計を維持する程度が高い者です。", "第4条第3項"),
    MAINTAIN_EQUALLY("児童（{child}）の生計を維持する程度が記録からは決まらないため、職員の判断が必要です。", "第4条第3項"),
    PUBLIC_OFFICIAL("{carer}は公務員であるため、所属庁が認定し支給します。", "第17条第1項"),
    CHOSEN("{carer}を受給資格者とします。", "第4条第1項"),
    NO_RECIPIENT("児童（{child}）について、要件を満たす者がいません。", "第4条第1項");

    private final Template text;
    private final LegalBasis former;
    private final LegalBasis since2024;

    Rule(String text, String article) {
        this(text, article, article);
    }

    Rule(String text, String former, String since2024) {
        this.text = new Template(text);
        this.former = new LegalBasis(Regime.R2.act() + former);
        this.since2024 = new LegalBasis(Regime.R3.act() + since2024);
    }

    /** The names of the facts that the rule uses. */
    public List<String> facts() {
        return text.names();
    }

    /** The provision in the version of the Act. */
    public LegalBasis basisIn(Regime regime) {
        return regime.isFormer() ? former : since2024;
    }

    String sentence(List<Object> values) {
        return text.filledWith(values);
    }
}
