// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a message says, item by item.
 *
 * @param facts what it says once
 * @param columns the names of what it says of each row of its list, none if it has no list
 * @param rows its list
 */
public record MessageContent(List<Fact> facts, List<String> columns, List<List<String>> rows) {

    static final MessageContent NONE = new MessageContent(List.of(), List.of(), List.of());

    private static final String MEMBER = "\"([A-Za-z]+)\":(?:\"([^\"\\\\]*)\"|(-?[0-9]+))";
    private static final String MEMBERS = MEMBER + "(?:," + MEMBER + ")*+";
    private static final Pattern EACH = Pattern.compile(MEMBER);
    private static final Pattern ROW = Pattern.compile("\\{(" + MEMBERS + ")}");
    private static final Pattern WHOLE = Pattern.compile(
            "\\{(?<members>" + MEMBERS + ")(?:,\"[A-Za-z]+\":\\[(?<list>(?:\\{" + MEMBERS + "},?)*+)])?}");

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("decisionNumber", "処分番号"),
            Map.entry("ledgerNumber", "台帳番号"),
            Map.entry("addresseeNumber", "宛名番号"),
            Map.entry("reasonCode", "理由コード"),
            Map.entry("eventOn", "事由発生日"),
            Map.entry("decidedOn", "決定日"),
            Map.entry("startMonth", "適用開始月"),
            Map.entry("monthly", "月額"),
            Map.entry("children", "児童数"),
            Map.entry("runKey", "支払処理"),
            Map.entry("paymentMonth", "支払期月"),
            Map.entry("paidOn", "支払日"),
            Map.entry("fromMonth", "最初の月分"),
            Map.entry("toMonth", "最後の月分"),
            Map.entry("yen", "金額"),
            Map.entry("bankCode", "銀行コード"),
            Map.entry("branchCode", "支店コード"),
            Map.entry("accountType", "預金種目"),
            Map.entry("accountNumber", "口座番号"),
            Map.entry("holderKana", "口座名義"));

    /** One item: what it is called on a page, and the item itself. */
    public record Fact(String label, String text) {}

    /** What a body says if it is names and values and perhaps a list of them at the end, else the body as it is. */
    static MessageContent of(String body) {
        Matcher whole = WHOLE.matcher(body);
        if (!whole.matches()) {
            return new MessageContent(List.of(new Fact("内容", body)), List.of(), List.of());
        }
        List<List<Fact>> list = new ArrayList<>();
        if (whole.group("list") != null) {
            Matcher row = ROW.matcher(whole.group("list"));
            while (row.find()) {
                list.add(facts(row.group(1)));
            }
        }
        return new MessageContent(
                facts(whole.group("members")),
                list.isEmpty()
                        ? List.of()
                        : list.get(0).stream().map(Fact::label).toList(),
                list.stream().map(row -> row.stream().map(Fact::text).toList()).toList());
    }

    private static List<Fact> facts(String members) {
        List<Fact> facts = new ArrayList<>();
        Matcher member = EACH.matcher(members);
        while (member.find()) {
            String value = member.group(2) == null ? member.group(3) : member.group(2);
            facts.add(new Fact(LABELS.getOrDefault(member.group(1), member.group(1)), value));
        }
        return facts;
    }
}
