// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing that a message says.
 *
 * @param label what it is called on a page
 * @param text the thing itself
 */
public record MessageFact(String label, String text) {

    private static final String MEMBER = "\"([A-Za-z]+)\":(?:\"([^\"\\\\]*)\"|(-?[0-9]+))";
    private static final Pattern FLAT = Pattern.compile("\\{" + MEMBER + "(?:," + MEMBER + ")*}");
    private static final Pattern EACH = Pattern.compile(MEMBER);

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("decisionNumber", "処分番号"),
            Map.entry("ledgerNumber", "台帳番号"),
            Map.entry("addresseeNumber", "宛名番号"),
            Map.entry("reasonCode", "理由コード"),
            Map.entry("eventOn", "事由発生日"),
            Map.entry("decidedOn", "決定日"),
            Map.entry("startMonth", "適用開始月"),
            Map.entry("monthly", "月額"),
            Map.entry("runKey", "支払処理"),
            Map.entry("paymentMonth", "支払期月"),
            Map.entry("paidOn", "支払日"),
            Map.entry("bankCode", "銀行コード"),
            Map.entry("branchCode", "支店コード"),
            Map.entry("accountType", "預金種目"),
            Map.entry("accountNumber", "口座番号"),
            Map.entry("holderKana", "口座名義"));

    /** What a body says one by one if it is a list of names and values, else the body as it is. */
    static List<MessageFact> of(String body) {
        if (!FLAT.matcher(body).matches()) {
            return List.of(new MessageFact("内容", body));
        }
        List<MessageFact> facts = new ArrayList<>();
        Matcher member = EACH.matcher(body);
        while (member.find()) {
            String value = member.group(2) == null ? member.group(3) : member.group(2);
            facts.add(new MessageFact(LABELS.getOrDefault(member.group(1), member.group(1)), value));
        }
        return facts;
    }
}
