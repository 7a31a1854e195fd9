// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.next;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The ledgers of every night（WL-01）, laid into the file area and kept in a folder until they are acknowledged. */
final class Nightly {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final int PAGE = 10_000;
    private static final List<String> ITEMS = List.of(
            "ledgerNumber",
            "addresseeNumber",
            "recipientName",
            "statusCode",
            "firstMonth",
            "lastMonth",
            "reasonCode",
            "monthly",
            "children",
            "paidUpTo",
            "lastDecision");

    private final Reception reception;
    private final Area area;
    private final Path folder;
    private final Book book;
    private final Clock clock;

    Nightly(Reception reception, Area area, Path folder, Book book, Clock clock) {
        this.reception = reception;
        this.area = area;
        this.folder = folder;
        this.book = book;
        this.clock = clock;
    }

    /** Lays down again what was written before this process began. */
    void open() throws IOException {
        Files.createDirectories(folder);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                area.put(file.getFileName().toString().replace('~', '/'), Files.readAllBytes(file), false);
            }
        }
    }

    /** @return the data file's name */
    synchronized String write() throws IOException {
        LocalDateTime now = LocalDateTime.now(clock.withZone(JAPAN));
        String day = DateTimeFormatter.BASIC_ISO_DATE.format(now);
        long sequence = book.entries().stream()
                        .filter(entry -> entry.kind().equals("nightly.written"))
                        .count()
                + 1;
        String stem = "172014/welfare-next/WL01/%s/WL01_172014_%s_%03d_1"
                .formatted(day, SECOND.format(now), sequence % 1_000);
        List<List<String>> rows = rows();
        byte[] data = Csv.write(ITEMS, rows);
        book.write(stem, "nightly.written", "WL-01", "first", "", Json.object().put("records", rows.size()));
        lay(stem + ".csv", data);
        lay(stem + ".mft.json", Json.bytes(manifest(day, sequence, rows, data, SECOND.format(now))));
        return stem + ".csv";
    }

    /** Notes what the client has answered, and keeps the answer. */
    void acknowledged(String name, byte[] acknowledgement) throws IOException {
        JsonNode answer = Json.read(acknowledgement).orElseGet(Json::object);
        book.write(
                name,
                "nightly.acknowledged",
                "WL-01",
                "first",
                answer.path("result").asText(),
                Json.object());
        lay(name, acknowledgement);
    }

    private void lay(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name.replace('/', '~')), bytes);
        area.put(name, bytes, false);
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        String last = "";
        ArrayNode page;
        do {
            page = reception.ledgersAfter(last, PAGE);
            for (JsonNode ledger : page) {
                rows.add(ITEMS.stream().map(item -> ledger.path(item).asText()).toList());
                last = ledger.path("ledgerNumber").asText();
            }
        } while (page.size() == PAGE);
        return rows;
    }

    private static ObjectNode manifest(
            String day, long sequence, List<List<String>> rows, byte[] data, String createdAt) {
        Map<String, Long> totals = new TreeMap<>();
        totals.put("sum.monthly", 0L);
        rows.forEach(row -> {
            totals.merge("count.statusCode." + row.get(ITEMS.indexOf("statusCode")), 1L, Long::sum);
            totals.merge("sum.monthly", Long.parseLong(row.get(ITEMS.indexOf("monthly"))), Long::sum);
        });
        ObjectNode manifest = Json.object()
                .put("interfaceId", "WL-01")
                .put("schemaVersion", "1.0")
                .put("sender", "welfare-next")
                .put("receiver", "teate")
                .put("businessDate", day)
                .put("sequenceNo", sequence)
                .put("previousSequenceNo", sequence - 1)
                .put("mode", "F")
                .put("charset", "UTF-8")
                .put("recordCount", rows.size())
                .put("sha256", Hash.hex(data))
                .put("createdAt", createdAt)
                .put("keyId", "")
                .put("signature", "");
        totals.forEach(manifest.putObject("controlTotals")::put);
        return manifest;
    }
}
