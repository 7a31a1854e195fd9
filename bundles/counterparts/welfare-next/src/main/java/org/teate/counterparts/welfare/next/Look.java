// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.next;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.function.BiFunction;

/** The look-ups by REST, page by page. */
final class Look {

    private final Reception reception;
    private final Area area;
    private final Manners manners;
    private final int pageSize;
    private final Clock clock;

    Look(Reception reception, Area area, Manners manners, int pageSize, Clock clock) {
        this.reception = reception;
        this.area = area;
        this.manners = manners;
        this.pageSize = pageSize;
        this.clock = clock;
    }

    Reply answer(String resource, Map<String, String> query) {
        return switch (resource) {
            case "ledgers" -> query.containsKey("addresseeNumber")
                    ? ledgersOf(query)
                    : paged(query, "ledgerNumber", reception::ledgersAfter);
            case "applicants" -> page(reception.applicant(query.getOrDefault("addresseeNumber", "")), "");
            case "digests" -> digests(query);
            case "status" -> page(Json.array().add(Json.object().put("status", "in service")), "");
            default -> Reply.problem(Reply.NOT_FOUND, "リソース " + resource + " はありません");
        };
    }

    /** The names of what lies in the file area. */
    Reply files(Map<String, String> query) {
        String prefix = query.getOrDefault("prefix", "");
        return paged(query, "name", (after, limit) -> area.names(prefix, after, limit));
    }

    private Reply ledgersOf(Map<String, String> query) {
        ArrayNode all = reception.ledgersOf(query.get("addresseeNumber"));
        String cursor = cursor(query);
        ArrayNode page = Json.array();
        for (JsonNode ledger : all) {
            boolean before =
                    !cursor.isEmpty() && ledger.path("ledgerNumber").asText().compareTo(cursor) >= 0;
            if (!before && page.size() < limit(query)) {
                page.add(ledger);
            }
        }
        boolean more = !page.isEmpty() && !page.get(page.size() - 1).equals(all.get(all.size() - 1));
        return page(page, more ? page.get(page.size() - 1).path("ledgerNumber").asText() : "");
    }

    private Reply digests(Map<String, String> query) {
        String migration = query.getOrDefault("migration", "");
        String set = query.getOrDefault("set", "");
        if (reception.digests(migration, set, "", 1).isEmpty()) {
            return Reply.problem(Reply.NOT_FOUND, "その移行番号はありません");
        }
        return paged(query, "key", (after, limit) -> reception
                .digests(migration, set, after, limit)
                .orElseThrow());
    }

    private Reply paged(Map<String, String> query, String key, BiFunction<String, Integer, ArrayNode> items) {
        String cursor = cursor(query);
        String after = cursor.isEmpty() ? query.getOrDefault("after", "") : cursor;
        int limit = limit(query);
        ArrayNode page = items.apply(after, limit + 1);
        if (page.size() <= limit) {
            return page(page, "");
        }
        page.remove(limit);
        return page(page, page.get(limit - 1).path(key).asText());
    }

    private int limit(Map<String, String> query) {
        String limit = query.getOrDefault("limit", "");
        return limit.matches("[1-9][0-9]{0,8}") ? Math.min(pageSize, Integer.parseInt(limit)) : pageSize;
    }

    private static String cursor(Map<String, String> query) {
        return new String(
                Base64.getUrlDecoder().decode(query.getOrDefault("cursor", "").getBytes(StandardCharsets.US_ASCII)),
                StandardCharsets.UTF_8);
    }

    private Reply page(ArrayNode items, String last) {
        ObjectNode page = Json.object();
        page.set("items", mannered(items));
        page.put(
                "nextCursor",
                Base64.getUrlEncoder().withoutPadding().encodeToString(last.getBytes(StandardCharsets.UTF_8)));
        page.put("asOf", OffsetDateTime.now(clock).toString());
        return Reply.json(page);
    }

    private ArrayNode mannered(ArrayNode items) {
        ArrayNode shown = Json.array();
        for (JsonNode item : items) {
            if (manners.are(Misbehaviour.DISORDER)) {
                shown.insert(0, item);
            } else {
                shown.add(item);
            }
            if (manners.are(Misbehaviour.DOUBLE)) {
                shown.add(item);
            }
        }
        return shown;
    }
}
