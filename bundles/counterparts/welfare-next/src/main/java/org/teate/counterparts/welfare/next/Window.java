// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.next;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A page to look inside（内部確認画面）, on loopback for whoever sits at this machine: the system is only played. */
final class Window implements Closeable {

    private static final int SHOWN = 100;
    private static final String STYLE = "body{font:15px/1.6 sans-serif;margin:2rem;max-width:75rem}"
            + "table{border-collapse:collapse;margin:.5rem 0 2rem}th,td{border:1px solid #999;padding:.2rem .6rem;"
            + "text-align:left}th{background:#eef}td.n{text-align:right}h2{border-bottom:2px solid #336}"
            + ".on{background:#fdd}button{padding:.3rem 1rem}";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newSingleThreadExecutor(Window::thread);
    private final Office office;

    private Window(HttpServer server, Office office) {
        this.server = server;
        this.office = office;
    }

    static Window open(int port, Office office) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        Window window = new Window(server, office);
        server.setExecutor(window.threads);
        server.createContext("/", window::handle);
        server.start();
        return window;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (exchange.getRequestMethod().equals("POST") && isFromHere(exchange)) {
                act(Office.pairs(body));
                exchange.getResponseHeaders().set("Location", "/");
                exchange.sendResponseHeaders(303, -1);
                return;
            }
            byte[] page = page().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=UTF-8");
            exchange.getResponseHeaders()
                    .set(
                            "Content-Security-Policy",
                            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
        }
    }

    /** Whether the form was on our own page. */
    private boolean isFromHere(HttpExchange exchange) {
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        return origin != null
                && origin.matches("http://(localhost|127\\.0\\.0\\.1):"
                        + server.getAddress().getPort());
    }

    private void act(Map<String, String> form) throws IOException {
        if (form.containsKey("nightly")) {
            office.writeNightly();
        }
        Misbehaviour.ofWord(form.getOrDefault("on", "")).ifPresent(one -> {
            String measure = form.getOrDefault("measure", "");
            office.misbehave(one, measure.matches("[0-9]{1,6}") ? Integer.parseInt(measure) : one.usual());
        });
        Misbehaviour.ofWord(form.getOrDefault("off", "")).ifPresent(office::behave);
    }

    private String page() {
        return "<!DOCTYPE html><html lang=\"ja\"><head><meta charset=\"UTF-8\"><title>次期福祉システム（模擬）</title><style>"
                + STYLE + "</style></head><body><h1>次期福祉システム（模擬）</h1><p>研修・試験用の相手方です。受付簿の件数: "
                + escaped(office.book().counts().entrySet().stream()
                        .map(count -> resultOf(count.getKey()) + " " + count.getValue())
                        .collect(Collectors.joining("、")))
                + "</p>" + manners() + ledgers() + book() + sets() + files() + "</body></html>";
    }

    private String manners() {
        return section(
                "誤動作の切替",
                List.of("誤動作", "状態", "操作"),
                Arrays.stream(Misbehaviour.values()).map(this::manner).collect(Collectors.joining()));
    }

    private String manner(Misbehaviour one) {
        boolean on = office.manners().are(one);
        int measure = office.manners().measure(one).orElse(one.usual());
        String field = one.usual() == 1 || on
                ? ""
                : "<input name=\"measure\" size=\"6\" aria-label=\"値\" value=\"" + measure + "\"> ";
        return "<tr" + (on ? " class=\"on\"" : "") + ">" + cell(one.label())
                + cell(on ? "あり" + (one.usual() == 1 ? "" : "（" + measure + "）") : "なし")
                + "<td><form method=\"post\">" + field + "<button name=\"" + (on ? "off" : "on") + "\" value=\""
                + one.word()
                + "\">" + (on ? "やめる" : "始める") + "</button></form></td></tr>";
    }

    private String ledgers() {
        String rows = StreamSupport.stream(
                        office.reception().ledgersAfter("", SHOWN).spliterator(), false)
                .map(Window::ledger)
                .collect(Collectors.joining());
        return section(
                "受給者台帳（全" + office.reception().size() + "件、先頭" + SHOWN + "件まで）",
                List.of("台帳番号", "宛名番号", "氏名", "状態", "開始月", "終了月", "事由", "月額", "児童数", "支払済月", "最終処分"),
                rows);
    }

    private static String ledger(JsonNode ledger) {
        String status =
                switch (ledger.path("statusCode").asText()) {
                    case "30" -> "支給";
                    case "35" -> "差止";
                    default -> "消滅";
                };
        return "<tr>" + cell(ledger.path("ledgerNumber").asText())
                + cell(ledger.path("addresseeNumber").asText())
                + cell(ledger.path("recipientName").asText()) + cell(status)
                + cell(ledger.path("firstMonth").asText())
                + cell(ledger.path("lastMonth").asText())
                + cell(ledger.path("reasonCode").asText())
                + number(ledger.path("monthly").asLong())
                + number(ledger.path("children").asLong())
                + cell(ledger.path("paidUpTo").asText())
                + cell(ledger.path("lastDecision").asText()) + "</tr>";
    }

    private String book() {
        String rows = office.book().last(SHOWN).stream()
                .map(entry -> "<tr>" + number(entry.number()) + cell(entry.at()) + cell(resultOf(entry.result()))
                        + cell(entry.kind()) + cell(entry.key()) + cell(entry.subject()) + cell(entry.note()) + "</tr>")
                .collect(Collectors.joining());
        return section("受付簿（新しい順）", List.of("番号", "日時", "結果", "種類", "キー", "対象", "備考"), rows);
    }

    private static String resultOf(String result) {
        return switch (result) {
            case "first" -> "初回";
            case "repeated" -> "重複";
            default -> "拒否";
        };
    }

    private String sets() {
        StringBuilder rows = new StringBuilder();
        office.reception()
                .sums()
                .forEach((migration, sets) -> sets.forEach((set, sums) -> {
                    String totals = sums.entrySet().stream()
                            .filter(sum -> !sum.getKey().isEmpty())
                            .map(sum -> sum.getKey() + " = " + String.format("%,d", sum.getValue()))
                            .collect(Collectors.joining("、"));
                    rows.append("<tr>")
                            .append(cell(migration.isEmpty() ? "本番" : "リハーサル " + migration))
                            .append(cell(set))
                            .append(number(sums.get("")))
                            .append(cell(totals))
                            .append("</tr>");
                }));
        return section("移行データ", List.of("格納先", "データセット", "件数", "コントロールトータル"), rows.toString());
    }

    private String files() {
        String rows = office.area().names().stream()
                .map(name -> "<tr>" + cell(name) + "</tr>")
                .collect(Collectors.joining());
        return section("ファイル領域", List.of("名称"), rows)
                + "<form method=\"post\"><button name=\"nightly\" value=\"1\">日次台帳（WL-01）を作成する</button></form>";
    }

    private static String section(String title, List<String> columns, String rows) {
        return "<h2>" + escaped(title) + "</h2>"
                + (rows.isEmpty()
                        ? "<p>ありません。</p>"
                        : "<table><thead><tr>"
                                + columns.stream()
                                        .map(column -> "<th scope=\"col\">" + escaped(column) + "</th>")
                                        .collect(Collectors.joining())
                                + "</tr></thead><tbody>" + rows + "</tbody></table>");
    }

    private static String cell(String text) {
        return "<td>" + escaped(text) + "</td>";
    }

    private static String number(long number) {
        return "<td class=\"n\">" + String.format("%,d", number) + "</td>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(null, work, "counterpart-welfare-next-page", 0, false);
        thread.setDaemon(true);
        return thread;
    }
}
