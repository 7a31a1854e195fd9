// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.folder;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.teate.ports.FeedRecord;
import org.teate.ports.UnreadableFile;

public class CsvRecordsTest {

    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final List<String> ITEMS = List.of("number", "name");

    private static CsvRecords csv(String text) {
        return CsvRecords.withoutHeader(new ByteArrayInputStream(text.getBytes(CP932)), CP932, ITEMS);
    }

    private static List<FeedRecord> all(CsvRecords csv) throws IOException {
        List<FeedRecord> all = new ArrayList<>();
        try (csv) {
            for (Optional<FeedRecord> next = csv.next(); next.isPresent(); next = csv.next()) {
                all.add(next.get());
            }
        }
        return all;
    }

    @Test
    public void itemsAreReadByName() throws IOException {
        List<FeedRecord> records = all(csv("\"1\",\"山田　太郎\"\r\n\"2\",\"\"\r\n"));

        assertEquals("山田　太郎", records.get(0).get("name"));
        assertEquals("", records.get(1).get("name"));
        assertEquals(2, records.get(1).line());
        assertFalse(records.get(0).has("address"));
    }

    @Test
    public void userDefinedCharactersStayWhatTheyAre() throws IOException {
        assertEquals("\uE000田", all(csv("\"1\",\"\uE000田\"\r\n")).get(0).get("name"));
    }

    @Test
    public void quotesAndLineBreaksWithinQuotesBelongToTheValue() throws IOException {
        List<FeedRecord> records = all(csv("\"1\",\"a\"\"b\r\nc\"\r\n\"2\",\"d\"\r\n"));

        assertEquals("a\"b\r\nc", records.get(0).get("name"));
        assertEquals(3, records.get(1).line());
    }

    @Test
    public void aQuoteThatIsNeverClosedMakesTheFileUnreadable() {
        UnreadableFile e =
                assertThrows(UnreadableFile.class, () -> all(csv("\"1\",\"a\"\r\n\"2\",\"b\r\n\"3\",\"c\"\r\n")));

        assertEquals(2, e.line());
    }

    @Test
    public void textAfterAClosingQuoteMakesTheFileUnreadable() {
        assertThrows(UnreadableFile.class, () -> all(csv("\"1\"x,\"a\"\r\n")));
    }

    @Test
    public void aRecordWithAnItemTooManyMakesTheFileUnreadable() {
        UnreadableFile e = assertThrows(UnreadableFile.class, () -> all(csv("\"1\",\"a\"\r\n\"2\",\"b\",\"c\"\r\n")));

        assertEquals(2, e.line());
        assertTrue(e.getMessage(), e.getMessage().contains("3"));
    }

    @Test
    public void anEmptyLineMakesTheFileUnreadable() {
        assertThrows(UnreadableFile.class, () -> all(csv("\"1\",\"a\"\r\n\r\n")));
    }

    @Test
    public void bytesThatAreNoCharacterDamageTheirRecordOnly() throws IOException {
        byte[] bytes = "\"1\",\"a?b\"\r\n\"2\",\"c\"\r\n".getBytes(StandardCharsets.US_ASCII);
        bytes[6] = (byte) 0xFD;

        List<FeedRecord> records = all(CsvRecords.withoutHeader(new ByteArrayInputStream(bytes), CP932, ITEMS));

        assertEquals(Optional.of("name"), records.get(0).damagedItem());
        assertEquals(Optional.empty(), records.get(1).damagedItem());
    }

    @Test
    public void aHeaderThatNamesOtherItemsIsRefused() throws IOException {
        byte[] good = "\"number\",\"name\"\r\n\"1\",\"a\"\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] more = "\"number\",\"name\",\"income\"\r\n".getBytes(StandardCharsets.UTF_8);

        CsvRecords records = CsvRecords.withHeader(new ByteArrayInputStream(good), StandardCharsets.UTF_8, ITEMS);

        assertEquals(2, all(records).get(0).line());
        assertThrows(
                UnreadableFile.class,
                () -> CsvRecords.withHeader(new ByteArrayInputStream(more), StandardCharsets.UTF_8, ITEMS));
    }

    @Test
    public void anEmptyFileHasNoRecords() throws IOException {
        assertEquals(List.of(), all(csv("")));
    }
}
