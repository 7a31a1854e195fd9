// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What this system has received, in a file to which lines are only added (受付簿).
 *
 * <p>An entry is with the operating system when {@link #add} returns, so it outlives the death of this process. A line that
 * was cut off by it is cut off for good when the book is opened again. Thread-safe.
 */
final class Book implements Closeable {

    private static final int KEPT_AT_HAND = 200;

    private final Clock clock;
    private final FileChannel file;
    private final Set<String> keys = new HashSet<>();
    private final Deque<BookEntry> latest = new ArrayDeque<>();
    private long entries;

    /**
     * Opens the book and shows what it holds.
     *
     * @throws IOException if it cannot be read or written
     */
    Book(Path path, Clock clock, Consumer<BookEntry> reader) throws IOException {
        this.clock = clock;
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        file.truncate(wholeLines());
        try (BufferedReader lines = Files.newBufferedReader(path)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                BookEntry entry = BookEntry.parse(line);
                keep(entry);
                reader.accept(entry);
            }
        }
        file.position(file.size());
    }

    private long wholeLines() throws IOException {
        long end = file.size();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (end > 0) {
            one.clear();
            file.read(one, end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
            end--;
        }
        return 0;
    }

    /** Whether a key has been acted on. */
    synchronized boolean holds(String key) {
        return keys.contains(key);
    }

    synchronized BookEntry add(
            String outcome, String code, String fact, String subject, String key, List<String> records)
            throws IOException {
        BookEntry entry = new BookEntry(
                entries + 1, clock.instant().toString(), outcome, code, fact, subject, key, List.copyOf(records));
        ByteBuffer line = ByteBuffer.wrap(entry.line().getBytes(StandardCharsets.UTF_8));
        while (line.hasRemaining()) {
            file.write(line);
        }
        keep(entry);
        return entry;
    }

    private synchronized void keep(BookEntry entry) {
        entries = entry.number();
        if (entry.isFirst()) {
            keys.add(entry.key());
        }
        latest.addFirst(entry);
        if (latest.size() > KEPT_AT_HAND) {
            latest.removeLast();
        }
    }

    /** The last entries, the newest first. */
    synchronized List<BookEntry> latest(int limit) {
        return latest.stream().limit(limit).toList();
    }

    synchronized long entries() {
        return entries;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
