// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.next;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Everything that this system received and did, one JSON object a line, only ever added to（受付簿）.
 *
 * <p>A line has left this process before anyone is answered, so it outlives a process that is killed; a line that was cut
 * off is struck out when the book is opened again. Thread-safe.
 */
public final class Book implements Closeable {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final int AT_HAND = 1_000;

    /**
     * One line.
     *
     * @param number the running number, from 1
     * @param at when, with the offset of Japan
     * @param key what made it itself: a message's key
     * @param result {@code first}, {@code repeated} or {@code refused}
     * @param note why it was refused
     * @param content what it said, enough to do it again
     */
    public record Entry(
            long number,
            String at,
            String key,
            String kind,
            String subject,
            String result,
            String note,
            JsonNode content) {}

    private final Path file;
    private final FileChannel channel;
    private final Clock clock;
    private final Deque<Entry> atHand = new ArrayDeque<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private long number;

    private Book(Path file, FileChannel channel, Clock clock) {
        this.file = file;
        this.channel = channel;
        this.clock = clock;
    }

    /** Opens the book and tells {@code again} each line of it. */
    static Book open(Path file, Clock clock, Consumer<Entry> again) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        Book book = new Book(file, channel, clock);
        long whole = read(file, entry -> {
            book.number = entry.number();
            book.remember(entry);
            again.accept(entry);
        });
        channel.truncate(whole);
        channel.position(whole);
        return book;
    }

    /** Writes a line; only then may what it says be done and answered. */
    synchronized Entry write(String key, String kind, String subject, String result, String note, JsonNode content) {
        Entry entry = new Entry(
                number + 1,
                OffsetDateTime.now(clock.withZone(JAPAN)).toString(),
                key,
                kind,
                subject,
                result,
                note,
                content);
        try {
            ByteBuffer line = ByteBuffer.wrap(line(entry));
            while (line.hasRemaining()) {
                channel.write(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        number++;
        remember(entry);
        return entry;
    }

    void refused(String kind, String reason) {
        write("", kind, "", "refused", reason, Json.object());
    }

    /** Every line, read from the file. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        try {
            read(file, entries::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    /** The last lines, the newest first. */
    synchronized List<Entry> last(int most) {
        List<Entry> last = new ArrayList<>();
        atHand.descendingIterator().forEachRemaining(last::add);
        return last.subList(0, Math.min(most, last.size()));
    }

    /** How many lines there are of each result. */
    synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    Path file() {
        return file;
    }

    private void remember(Entry entry) {
        counts.merge(entry.result(), 1L, Long::sum);
        atHand.addLast(entry);
        if (atHand.size() > AT_HAND) {
            atHand.removeFirst();
        }
    }

    private static byte[] line(Entry entry) {
        ObjectNode json = Json.object()
                .put("no", entry.number())
                .put("at", entry.at())
                .put("key", entry.key())
                .put("kind", entry.kind())
                .put("subject", entry.subject())
                .put("result", entry.result())
                .put("note", entry.note());
        json.set("content", entry.content());
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.writeBytes(Json.bytes(json));
        line.write('\n');
        return line.toByteArray();
    }

    /** @return where the last whole line ends */
    private static long read(Path file, Consumer<Entry> each) throws IOException {
        long whole = 0;
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = bytes.read(); next >= 0; next = bytes.read()) {
                if (next != '\n') {
                    line.write(next);
                    continue;
                }
                Optional<JsonNode> json = Json.read(line.toByteArray());
                if (json.isEmpty()) {
                    throw new IOException("The book " + file + " is damaged at byte " + whole);
                }
                each.accept(entry(json.get()));
                whole += line.size() + 1;
                line.reset();
            }
        }
        return whole;
    }

    private static Entry entry(JsonNode json) {
        return new Entry(
                json.path("no").asLong(),
                json.path("at").asText(),
                json.path("key").asText(),
                json.path("kind").asText(),
                json.path("subject").asText(),
                json.path("result").asText(),
                json.path("note").asText(),
                json.path("content"));
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
    }
}
