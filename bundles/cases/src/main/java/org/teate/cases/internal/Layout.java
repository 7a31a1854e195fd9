// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.teate.exchange.Taken;
import org.teate.ports.FeedRecord;

/** The items of a migration set that the ledger takes, with their forms. */
final class Layout {

    private final List<Item> items;
    private final Map<String, Integer> positions = new HashMap<>();

    private Layout(List<Item> items) {
        this.items = items;
        items.forEach(item -> positions.put(item.name(), positions.size()));
    }

    static Layout of(Item... items) {
        return new Layout(List.of(items));
    }

    /** An item that every record has. */
    static Item item(String name, Form form) {
        return new Item(name, form, true);
    }

    /** An item that may be empty. */
    static Item optional(String name, Form form) {
        return new Item(name, form, false);
    }

    /** The values of a record, or the first item that does not fit. */
    Reading read(FeedRecord record) {
        Object[] values = new Object[items.size()];
        for (int i = 0; i < values.length; i++) {
            Item item = items.get(i);
            String text = record.get(item.name());
            if (text.isEmpty()) {
                if (item.required()) {
                    return new Reading.Flaw(new Taken.Refused(item.name(), "E201", "必須の項目が空です。"));
                }
            } else {
                Optional<Object> value = item.form().reading().apply(text);
                if (value.isEmpty()) {
                    String sentence = item.form().expected() + "ではありません。";
                    return new Reading.Flaw(
                            new Taken.Refused(item.name(), item.form().code(), sentence));
                }
                values[i] = value.get();
            }
        }
        return new Reading.Values(positions, values);
    }

    Form.Type typeOf(String item) {
        return items.get(positions.get(item)).form().type();
    }

    /** One item of a record. */
    record Item(String name, Form form, boolean required) {}
}
