// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.next;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.teate.ports.Message;
import org.teate.ports.welfare.Fact;

/** A message as a file of one of the three interfaces for facts: WF-01 decisions, WF-02 payments, WF-03 accounts. */
record Facts(String link, Table table) {

    private static final List<String> DECISION =
            List.of("decisionNumber", "ledgerNumber", "addresseeNumber", "decidedOn", "startMonth");
    private static final List<String> EVENT = List.of("eventOn", "reasonCode");
    private static final List<String> AMOUNT = List.of("monthly", "children");
    private static final List<String> RUN = List.of("runKey", "paymentMonth", "paidOn");
    private static final List<String> PAYMENT =
            List.of("ledgerNumber", "addresseeNumber", "fromMonth", "toMonth", "yen");
    private static final List<String> ACCOUNT = List.of(
            "ledgerNumber",
            "addresseeNumber",
            "decidedOn",
            "bankCode",
            "branchCode",
            "accountType",
            "accountNumber",
            "holderKana");

    /** @throws IllegalArgumentException if the other system has no such interface, or the body lacks something */
    static Facts of(Message message) {
        Fact fact = Fact.ofKind(message.kind())
                .orElseThrow(() ->
                        new IllegalArgumentException("通知の種類 " + message.kind() + " を受け付ける次期福祉システムのインターフェースがありません。"));
        JsonNode body = Json.read(message.body().getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalArgumentException("通知の本文がJSONとして読めません。"));
        return switch (fact) {
            case CERTIFIED -> decision(message, body, join(DECISION, AMOUNT));
            case REVISED -> decision(message, body, join(DECISION, EVENT, AMOUNT));
            case ENDED, HELD, RELEASED -> decision(message, body, join(DECISION, EVENT));
            case PAID -> payments(message, body);
            case ACCOUNT -> new Facts(
                    "WF-03",
                    new Table(
                            join(List.of("messageKey"), ACCOUNT),
                            List.of(join(List.of(message.key()), values(body, ACCOUNT, Set.copyOf(ACCOUNT))))));
        };
    }

    private static Facts decision(Message message, JsonNode body, List<String> required) {
        List<String> items = join(DECISION, EVENT, AMOUNT);
        List<String> row = join(List.of(message.key(), message.kind()), values(body, items, Set.copyOf(required)));
        return new Facts("WF-01", new Table(join(List.of("messageKey", "kind"), items), List.of(row)));
    }

    private static Facts payments(Message message, JsonNode body) {
        List<String> run = values(body, RUN, Set.copyOf(RUN));
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode payment : body.path("payments")) {
            rows.add(join(List.of(message.key()), run, values(payment, PAYMENT, Set.copyOf(PAYMENT))));
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("項目 payments が空です。");
        }
        return new Facts("WF-02", new Table(join(List.of("messageKey"), RUN, PAYMENT), rows));
    }

    private static List<String> values(JsonNode body, List<String> items, Set<String> required) {
        return items.stream()
                .map(item -> value(body, item, required.contains(item)))
                .toList();
    }

    private static String value(JsonNode body, String item, boolean required) {
        JsonNode value = body.path(item);
        if (required && !value.isTextual() && !value.isIntegralNumber()) {
            throw new IllegalArgumentException("項目 " + item + " がありません。");
        }
        return value.asText("");
    }

    private static List<String> join(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static List<String> join(List<String> one, List<String> two, List<String> three) {
        return join(join(one, two), three);
    }
}
