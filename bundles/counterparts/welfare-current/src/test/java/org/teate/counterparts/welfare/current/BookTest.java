// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class BookTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T01:00:00Z"), ZoneOffset.UTC);

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final List<BookEntry> shown = new ArrayList<>();
    private Path file;

    @Before
    public void layTheBook() {
        file = folder.getRoot().toPath().resolve("book.tsv");
    }

    private Book open() throws IOException {
        shown.clear();
        return new Book(file, CLOCK, shown::add);
    }

    @Test
    public void whatWasBookedIsThereWhenTheBookIsOpenedAgain() throws IOException {
        Book book = open();
        BookEntry first = book.add("first", "0000", "03", "subject", "key", List.of("record one", "record two"));
        BookEntry second = book.add("refused", "4001", "03", "subject", "other", List.of("record"));
        // not closed: its process died

        Book again = open();

        assertEquals(List.of(first, second), shown);
        assertTrue(again.holds("key"));
        assertFalse("a refused key has not been acted on", again.holds("other"));
        assertEquals(
                3,
                again.add("first", "0000", "03", "subject", "other", List.of()).number());
    }

    @Test
    public void aLineThatWasCutOffIsNoEntry() throws IOException {
        BookEntry whole = open().add("first", "0000", "03", "subject", "key", List.of("record"));
        Files.writeString(file, "2\t2026-11-24T01:00:00Z\tfirst\t0000\t03\tsub", StandardOpenOption.APPEND);

        Book again = open();

        assertEquals(List.of(whole), shown);
        again.add("first", "0000", "03", "subject", "next", List.of());
        assertEquals(2, Files.readAllLines(file).size());
    }

    @Test
    public void theNewestEntriesComeFirst() throws IOException {
        Book book = open();
        for (int i = 1; i <= 5; i++) {
            book.add("first", "0000", "03", "subject", "key" + i, List.of());
        }

        assertEquals(
                List.of("key5", "key4"),
                book.latest(2).stream().map(BookEntry::key).toList());
    }
}
