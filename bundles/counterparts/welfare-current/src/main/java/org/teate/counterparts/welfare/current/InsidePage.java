// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.teate.counterparts.welfare.current.Misbehaviour.Fault;

/** The page on which one looks inside this system and lets it misbehave. */
final class InsidePage {

    private static final int SHOWN = 50;
    private static final Map<String, String> FACTS = Map.of(
            "00", "判読不能", "01", "認定", "02", "額改定", "03", "消滅", "04", "差止", "05", "差止解除", "06", "支払", "07", "口座変更");
    private static final Map<String, String> OUTCOMES = Map.of("first", "受付", "repeated", "既受付", "refused", "受付不可");
    private static final Map<String, String> STATUSES = Map.of("30", "受給中", "35", "差止中", "50", "消滅");

    private final WelfareCurrent system;

    InsidePage(WelfareCurrent system) {
        this.system = system;
    }

    HttpResponse show(HttpRequest request) {
        if (!request.path().equals("/")) {
            return HttpResponse.empty(404);
        }
        return request.method().equals("POST")
                ? change(request)
                : HttpResponse.html(200, page(parameters(request.query())));
    }

    private HttpResponse change(HttpRequest request) {
        // a page of another site may make a browser send this form, but not without saying where it comes from
        String host = request.header("host").orElse("");
        if (!request.header("origin").equals(Optional.of("https://" + host))) {
            return HttpResponse.empty(403);
        }
        Map<String, String> parameters = parameters(new String(request.body(), StandardCharsets.UTF_8));
        String action = parameters.getOrDefault("do", "");
        try {
            if (action.equals("nightly")) {
                system.nightly("");
            } else {
                system.misbehave(action, parameters.getOrDefault("value", ""));
            }
            return HttpResponse.empty(303, "Location: /");
        } catch (IllegalArgumentException e) {
            return HttpResponse.html(400, frame("<p>" + Markup.escape(String.valueOf(e.getMessage())) + "</p>"));
        }
    }

    private static Map<String, String> parameters(String encoded) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    private String page(Map<String, String> parameters) {
        String after = parameters.getOrDefault("after", "");
        return frame(figures() + switches() + book() + ledgers(after) + files());
    }

    private static String frame(String body) {
        return """
                <!DOCTYPE html>
                <html lang="ja"><head><meta charset="UTF-8"><meta name="viewport" content="width=device-width">
                <title>現行福祉保健総合システム(相手役)</title>
                <style>
                body{font-family:sans-serif;max-width:72rem;margin:0 auto;padding:0 1rem 2rem;color:#222;background:#f6f6f2}
                header{background:#404a3d;color:#fff;margin:0 -1rem;padding:.6rem 1rem}
                h1{font-size:1.2rem;margin:0}h2{font-size:1rem;margin:1.5rem 0 .4rem}
                table{border-collapse:collapse;background:#fff;font-size:.85rem;width:100%%}
                th,td{border:1px solid #bbb;padding:.25rem .5rem;text-align:left}th{background:#e4e6de}
                td.n{text-align:right}.on{background:#f6d9d3}.wide{overflow-x:auto}
                form{display:inline}input[type=number]{width:6rem}
                dl{display:flex;flex-wrap:wrap;gap:.2rem 2rem}dt{font-size:.8rem;color:#555}dd{margin:0;font-weight:bold}
                </style></head><body>
                <header><h1>現行福祉保健総合システム(研修・試験用の相手役)</h1></header>
                %s
                </body></html>
                """
                .formatted(body);
    }

    private String figures() {
        Registers registers = system.registers();
        return "<dl>" + figure("台帳(W1)", registers.size())
                + figure("受付簿", system.book().entries())
                + figure("支払記録(W3)", registers.payments()) + figure("支払額(円)", registers.yenPaid())
                + figure("SFTPポート", system.sftpPort()) + "</dl>";
    }

    private static String figure(String label, long number) {
        return "<div><dt>" + label + "</dt><dd>" + String.format("%,d", number) + "</dd></div>";
    }

    private String switches() {
        Misbehaviour misbehaviour = system.misbehaviour();
        StringBuilder rows = new StringBuilder("<h2>不調の設定</h2><table><tr><th>不調</th><th>いま</th><th>操作</th></tr>");
        rows.append("<tr")
                .append(misbehaviour.slow() > 0 ? " class=\"on\"" : "")
                .append("><td>遅い応答</td><td>")
                .append(misbehaviour.slow())
                .append("ミリ秒</td><td><form method=\"post\"><input type=\"hidden\" name=\"do\" value=\"slow\">")
                .append("<label>ミリ秒 <input type=\"number\" name=\"value\" min=\"0\" max=\"60000\" value=\"")
                .append(misbehaviour.slow())
                .append("\"></label> <button>設定</button></form></td></tr>");
        for (Fault fault : Fault.values()) {
            boolean on = misbehaviour.has(fault);
            rows.append("<tr")
                    .append(on ? " class=\"on\"" : "")
                    .append("><td>")
                    .append(fault.label())
                    .append("</td><td>")
                    .append(on ? "発生中" : "なし")
                    .append("</td><td><form method=\"post\"><input type=\"hidden\" name=\"do\" value=\"")
                    .append(fault.word())
                    .append("\"><input type=\"hidden\" name=\"value\" value=\"")
                    .append(on ? "off" : "on")
                    .append("\"><button>")
                    .append(on ? "解除" : "起こす")
                    .append("</button></form></td></tr>");
        }
        return rows.append("</table>").toString();
    }

    private String book() {
        return table(
                "受付簿(新しい順)",
                List.of("番号", "時刻", "結果", "コード", "通知", "対象", "キー", "件数"),
                system.book().latest(SHOWN).stream()
                        .map(entry -> List.of(
                                Long.toString(entry.number()),
                                entry.time(),
                                OUTCOMES.get(entry.outcome()),
                                entry.code(),
                                FACTS.get(entry.fact()),
                                entry.subject(),
                                entry.key(),
                                Integer.toString(entry.records().size())))
                        .toList());
    }

    private String ledgers(String after) {
        List<Holding> page = system.registers().after(after, SHOWN);
        String next = page.size() < SHOWN
                ? ""
                : "<p><a href=\"/?after=" + page.get(SHOWN - 1).ledger() + "\">次の" + SHOWN + "件</a></p>";
        return table(
                        "受給資格者台帳(W1)",
                        List.of("台帳番号", "宛名番号", "氏名", "状態", "開始", "終了", "事由", "月額", "児童", "支払済", "最終の決定"),
                        page.stream().map(this::row).toList())
                + next;
    }

    private List<String> row(Holding ledger) {
        return List.of(
                ledger.ledger(),
                ledger.recipient(),
                system.registers()
                        .inhabitant(ledger.recipient())
                        .map(Inhabitant::name)
                        .orElse(""),
                STATUSES.get(ledger.status()),
                ledger.firstMonth(),
                ledger.lastMonth(),
                ledger.reason(),
                String.format("%,d", ledger.monthly()),
                Integer.toString(ledger.children()),
                ledger.paidUpTo(),
                ledger.lastDecision());
    }

    private String files() {
        return table(
                        "夜間台帳(WL-01)",
                        List.of("ファイル", "状態"),
                        system.nightlyFiles().entrySet().stream()
                                .map(file -> List.of(file.getKey(), file.getValue()))
                                .toList())
                + "<p><form method=\"post\"><input type=\"hidden\" name=\"do\" value=\"nightly\">"
                + "<button>今夜の台帳を送る</button></form></p>";
    }

    private static String table(String title, List<String> heads, List<List<String>> rows) {
        String head = heads.stream().map(text -> "<th>" + text + "</th>").collect(Collectors.joining());
        String body = rows.stream()
                .map(row -> row.stream()
                        .map(text -> "<td>" + Markup.escape(text) + "</td>")
                        .collect(Collectors.joining("", "<tr>", "</tr>")))
                .collect(Collectors.joining());
        return "<h2>" + title + "</h2><div class=\"wide\"><table><tr>" + head + "</tr>" + body + "</table></div>"
                + (rows.isEmpty() ? "<p>ありません。</p>" : "");
    }
}
