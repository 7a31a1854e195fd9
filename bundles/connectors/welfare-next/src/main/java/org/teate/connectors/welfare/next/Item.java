// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.next;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.teate.ports.OutOfService;

/** One object of an answer. Whatever is not as agreed means that there is no answer: {@link OutOfService}. */
final class Item {

    private static final DateTimeFormatter YYYYMM = DateTimeFormatter.ofPattern("uuuuMM");

    private final JsonNode json;

    Item(JsonNode json) {
        this.json = json;
    }

    String text(String name) {
        JsonNode value = json.path(name);
        if (!value.isTextual()) {
            throw notAsAgreed(name);
        }
        return value.textValue();
    }

    /** The text, empty where the answer has an empty one. */
    Optional<String> textIfAny(String name) {
        return Optional.of(text(name)).filter(text -> !text.isEmpty());
    }

    long number(String name) {
        JsonNode value = json.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw notAsAgreed(name);
        }
        return value.longValue();
    }

    int smallNumber(String name) {
        long value = number(name);
        if (value != (int) value) {
            throw notAsAgreed(name);
        }
        return (int) value;
    }

    Optional<YearMonth> month(String name) {
        try {
            return textIfAny(name).map(text -> YearMonth.parse(text, YYYYMM));
        } catch (DateTimeParseException e) {
            throw notAsAgreed(name);
        }
    }

    List<Item> list(String name) {
        JsonNode value = json.path(name);
        if (!value.isArray()) {
            throw notAsAgreed(name);
        }
        List<Item> items = new ArrayList<>();
        value.forEach(item -> items.add(new Item(item)));
        return items;
    }

    Optional<Item> objectIfAny(String name) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || !(value.isNull() || value.isObject())) {
            throw notAsAgreed(name);
        }
        return value.isNull() ? Optional.empty() : Optional.of(new Item(value));
    }

    /** The fields of an object of whole numbers. */
    Map<String, Long> numbers(String name) {
        JsonNode value = json.path(name);
        if (!value.isObject()) {
            throw notAsAgreed(name);
        }
        Map<String, Long> numbers = new TreeMap<>();
        Item fields = new Item(value);
        value.fieldNames().forEachRemaining(field -> numbers.put(field, fields.number(field)));
        return numbers;
    }

    /** @param what the item, or what is wrong, in Japanese */
    static OutOfService notAsAgreed(String what) {
        return new OutOfService("次期福祉システムの応答が取り決めと異なります（" + what + "）。");
    }
}
