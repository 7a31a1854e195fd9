// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.current;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.teate.ports.Message;
import org.teate.ports.welfare.Fact;

/**
 * A message as a file of facts, as docs/interfaces/welfare-current.md has it. Thread-safe.
 *
 * <p>JSON is read as a tree: bound to classes of ours it would stay in Jackson's caches when this bundle goes.
 */
final class FactRecords {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final int MOST_PAYMENTS = 200;

    private FactRecords() {}

    /** @throws IllegalArgumentException if the message cannot be carried; names the item and never what stands in it */
    static byte[] of(Message message) {
        Fact fact = Fact.ofKind(message.kind())
                .orElseThrow(() -> new IllegalArgumentException("通知の種類が現行システムのレイアウトにありません。"));
        JsonNode body = body(message);
        JsonNode payments = body.path("payments");
        int count = fact == Fact.PAID ? payments.size() : 1;
        if (fact == Fact.PAID && (!payments.isArray() || count < 1 || count > MOST_PAYMENTS)) {
            throw new IllegalArgumentException("項目 payments が1件から" + MOST_PAYMENTS + "件の配列ではありません。");
        }
        FixedRecords records = new FixedRecords(count + 2);
        records.begin()
                .digits("kind", "1", 1)
                .digits("kind", code(fact), 2)
                .number("count", count, 6)
                .text("key", message.key(), 100)
                .text("subject", message.subject(), 50);
        long yen = 0;
        for (int i = 0; i < count; i++) {
            records.begin().digits("kind", "2", 1).digits("kind", code(fact), 2).number("count", i + 1L, 6);
            switch (fact) {
                case PAID -> {
                    payment(records, body, payments.get(i));
                    yen += number(payments.get(i), "yen");
                }
                case ACCOUNT -> account(records, body);
                default -> decision(records, fact, body);
            }
        }
        return records.begin()
                .digits("kind", "9", 1)
                .digits("kind", code(fact), 2)
                .number("count", count, 6)
                .number("yen", yen, 15)
                .bytes();
    }

    private static String code(Fact fact) {
        return switch (fact) {
            case CERTIFIED -> "01";
            case REVISED -> "02";
            case ENDED -> "03";
            case HELD -> "04";
            case RELEASED -> "05";
            case PAID -> "06";
            case ACCOUNT -> "07";
        };
    }

    private static JsonNode body(Message message) {
        try {
            return JSON.readTree(message.body());
        } catch (JsonProcessingException e) {
            // the cause would quote the body
            throw new IllegalArgumentException("通知の本文がJSONとして読めません。");
        }
    }

    private static void decision(FixedRecords records, Fact fact, JsonNode body) {
        ledger(records, body)
                .text("decisionNumber", text(body, "decisionNumber"), 30)
                .digits("decidedOn", text(body, "decidedOn"), 8)
                .digits("startMonth", text(body, "startMonth"), 6);
        if (fact == Fact.CERTIFIED) {
            records.blank(12);
        } else {
            records.digits("eventOn", text(body, "eventOn"), 8).text("reasonCode", text(body, "reasonCode"), 4);
        }
        if (fact == Fact.CERTIFIED || fact == Fact.REVISED) {
            records.number("monthly", number(body, "monthly"), 9).number("children", number(body, "children"), 2);
        }
    }

    private static void payment(FixedRecords records, JsonNode body, JsonNode payment) {
        ledger(records, payment)
                .text("runKey", text(body, "runKey"), 50)
                .digits("paymentMonth", text(body, "paymentMonth"), 6)
                .digits("paidOn", text(body, "paidOn"), 8)
                .digits("fromMonth", text(payment, "fromMonth"), 6)
                .digits("toMonth", text(payment, "toMonth"), 6)
                .number("yen", number(payment, "yen"), 11);
    }

    private static void account(FixedRecords records, JsonNode body) {
        ledger(records, body)
                .digits("decidedOn", text(body, "decidedOn"), 8)
                .digits("bankCode", text(body, "bankCode"), 4)
                .digits("branchCode", text(body, "branchCode"), 3)
                .digits("accountType", text(body, "accountType"), 1)
                .digits("accountNumber", text(body, "accountNumber"), 7)
                .text("holderKana", text(body, "holderKana"), 48);
    }

    private static FixedRecords ledger(FixedRecords records, JsonNode about) {
        return records.digits("ledgerNumber", text(about, "ledgerNumber"), 10)
                .text("addresseeNumber", text(about, "addresseeNumber"), 15);
    }

    private static String text(JsonNode object, String item) {
        String text = object.path(item).asText("");
        if (text.isEmpty() || !object.path(item).isTextual()) {
            throw new IllegalArgumentException("項目 " + item + " がないか、文字列ではありません。");
        }
        return text;
    }

    private static long number(JsonNode object, String item) {
        if (!object.path(item).isIntegralNumber() || !object.path(item).canConvertToLong()) {
            throw new IllegalArgumentException("項目 " + item + " がないか、整数ではありません。");
        }
        return object.path(item).longValue();
    }
}
