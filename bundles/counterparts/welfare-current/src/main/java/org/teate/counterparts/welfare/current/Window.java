// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teate.counterparts.welfare.current.FixedRecord.Broken;
import org.teate.counterparts.welfare.current.Misbehaviour.Fault;

/** Where files of facts are taken in, one after the other, on a thread of its own (受付窓口). */
final class Window {

    private static final Logger LOG = LoggerFactory.getLogger(Window.class);
    private static final String DATA = ".dat";

    private final Path folder;
    private final Book book;
    private final Registers registers;
    private final Misbehaviour misbehaviour;
    private final ExecutorService clerk = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "welfare-current-window");
        thread.setDaemon(true);
        return thread;
    });
    private byte[] resultBefore = new byte[0];

    Window(Path folder, Book book, Registers registers, Misbehaviour misbehaviour) {
        this.folder = folder;
        this.book = book;
        this.registers = registers;
        this.misbehaviour = misbehaviour;
    }

    /** Takes in what lies there from before, and clears away what was cut off or never fetched. */
    void open() throws IOException {
        List<Path> waiting = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (file.toString().endsWith(DATA)) {
                    waiting.add(file);
                } else {
                    Files.delete(file);
                }
            }
        }
        waiting.sort(Comparator.comparing(Window::arrivedAt).thenComparing(Comparator.naturalOrder()));
        waiting.forEach(file -> arrived(file.getFileName().toString()));
    }

    private static FileTime arrivedAt(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes in a file that has got its name. */
    void arrived(String name) {
        if (name.endsWith(DATA)) {
            later(() -> take(name.substring(0, name.length() - DATA.length())));
        }
    }

    /** Does something after what has arrived so far. */
    void later(Runnable work) {
        try {
            clerk.execute(work);
        } catch (RejectedExecutionException e) {
            LOG.debug("Something came after closing time and is taken in at the next start");
        }
    }

    void close() throws InterruptedException {
        clerk.shutdownNow();
        clerk.awaitTermination(2, TimeUnit.SECONDS);
    }

    private void take(String stem) {
        Path data = folder.resolve(stem + DATA);
        try {
            byte[] result = booked(stem, Files.readAllBytes(data));
            Files.delete(data);
            misbehaviour.linger();
            lay(stem, asItMisbehaves(result));
            resultBefore = result;
        } catch (NoSuchFileException e) {
            LOG.debug("{} has been taken in already", stem);
        } catch (IOException e) {
            LOG.error("{} cannot be taken in", stem, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] booked(String stem, byte[] bytes) throws IOException {
        FactFile file;
        try {
            file = FactFile.read(bytes);
        } catch (Broken e) {
            BookEntry entry = book.add(BookEntry.REFUSED, e.code(), "00", "", "", List.of());
            return result(stem, entry, e.getMessage());
        }
        if (book.holds(file.key())) {
            return result(stem, book(file, BookEntry.REPEATED, "0000"), "");
        }
        try {
            registers.take(file);
        } catch (Broken e) {
            return result(stem, book(file, BookEntry.REFUSED, e.code()), e.getMessage());
        }
        return result(stem, book(file, BookEntry.FIRST, "0000"), "");
    }

    private BookEntry book(FactFile file, String outcome, String code) throws IOException {
        return book.add(outcome, code, file.fact(), file.subject(), file.key(), file.records());
    }

    private static byte[] result(String stem, BookEntry entry, String reason) {
        int outcome =
                switch (entry.outcome()) {
                    case BookEntry.FIRST -> 0;
                    case BookEntry.REPEATED -> 1;
                    default -> 9;
                };
        return new RecordWriter()
                .number(5, 1)
                .number(outcome, 1)
                .text(entry.code(), 4)
                .number(entry.number(), 10)
                .text(stem, 24)
                .text(entry.key(), 100)
                .text(reason, 60)
                .bytes();
    }

    private byte[] asItMisbehaves(byte[] result) {
        byte[] laid = misbehaviour.has(Fault.DISORDERED) ? resultBefore : result;
        if (misbehaviour.has(Fault.HALF)) {
            return Arrays.copyOf(laid, laid.length / 2);
        }
        if (misbehaviour.has(Fault.DOUBLE)) {
            byte[] twice = Arrays.copyOf(laid, 2 * laid.length);
            System.arraycopy(laid, 0, twice, laid.length, laid.length);
            return twice;
        }
        return laid;
    }

    private void lay(String stem, byte[] result) throws IOException {
        Path growing = folder.resolve(stem + ".res.part");
        Files.write(growing, result);
        Files.move(growing, folder.resolve(stem + ".res"), StandardCopyOption.ATOMIC_MOVE);
    }
}
