// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.current;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.teate.ports.FeedRecord;
import org.teate.ports.RecordReader;
import org.teate.ports.UnreadableFile;

/**
 * The records of WL-01, 200 bytes and CRLF each.
 *
 * <p>Bytes that are no character arrive as U+FFFD in their own item; a record of another length ends the file.
 */
final class NightlyRecords implements RecordReader {

    /** How an item fills its place. */
    private enum Fill {
        TEXT,
        NUMBER
    }

    /** An item and its bytes. */
    private record Item(String name, int length, Fill fill) {}

    private static final List<Item> LAYOUT = List.of(
            new Item("ledgerNumber", 10, Fill.TEXT),
            new Item("addresseeNumber", 15, Fill.TEXT),
            new Item("recipientName", 100, Fill.TEXT),
            new Item("statusCode", 2, Fill.TEXT),
            new Item("firstMonth", 6, Fill.TEXT),
            new Item("lastMonth", 6, Fill.TEXT),
            new Item("reasonCode", 4, Fill.TEXT),
            new Item("monthly", 9, Fill.NUMBER),
            new Item("children", 2, Fill.NUMBER),
            new Item("paidUpTo", 6, Fill.TEXT),
            new Item("lastDecision", 30, Fill.TEXT));

    private static final Map<String, Integer> POSITIONS = positions();

    private final InputStream bytes;
    private long line;

    /** Closing closes {@code bytes}. */
    NightlyRecords(InputStream bytes) {
        this.bytes = bytes;
    }

    private static Map<String, Integer> positions() {
        Map<String, Integer> positions = new HashMap<>();
        LAYOUT.forEach(item -> positions.put(item.name(), positions.size()));
        return Map.copyOf(positions);
    }

    @Override
    public Optional<FeedRecord> next() throws IOException {
        byte[] whole = bytes.readNBytes(FixedRecords.WHOLE);
        if (whole.length == 0) {
            return Optional.empty();
        }
        line++;
        if (whole.length < FixedRecords.WHOLE
                || whole[FixedRecords.LENGTH] != '\r'
                || whole[FixedRecords.LENGTH + 1] != '\n') {
            throw new UnreadableFile(line, "レコードの長さが" + FixedRecords.LENGTH + "バイトではありません。");
        }
        String[] values = new String[LAYOUT.size()];
        int at = 0;
        for (int i = 0; i < values.length; i++) {
            Item item = LAYOUT.get(i);
            values[i] = value(whole, at, item);
            at += item.length();
        }
        return Optional.of(new FeedRecord(line, POSITIONS, Arrays.asList(values)));
    }

    private static String value(byte[] record, int from, Item item) {
        String text = new String(record, from, item.length(), FixedRecords.CP932);
        StringBuilder characters = new StringBuilder(text.length());
        // a control character is no character of any item
        text.chars().forEach(c -> characters.append(Character.isISOControl(c) ? '\uFFFD' : (char) c));
        String filled = characters.toString().replaceFirst(" +$", "");
        return item.fill() == Fill.NUMBER ? filled.replaceFirst("^0+(?=\\d)", "") : filled;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
