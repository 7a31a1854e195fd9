// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.next;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.rules.ExternalResource;
import org.junit.rules.TemporaryFolder;
import org.teate.counterparts.welfare.next.Book;
import org.teate.counterparts.welfare.next.Misbehaviour;
import org.teate.counterparts.welfare.next.Office;
import org.teate.counterparts.welfare.next.Settings;

/** The connector and the system that plays the other side, over real HTTPS on loopback. */
final class Link extends ExternalResource {

    /** Goes on from a fixed moment: names in the file area carry the second. */
    private static final Clock CLOCK = Clock.offset(
            Clock.system(ZoneId.of("Asia/Tokyo")),
            Duration.between(Instant.now(), Instant.parse("2026-11-24T01:00:00Z")));

    private static final int PAGE = 3;

    /** Keys that were made for a test before: making them takes seconds. */
    private static Path keysOfBefore; // null before the first test

    private final TemporaryFolder folder = new TemporaryFolder();
    private final List<NextSystem> opened = new ArrayList<>();
    private Office office;
    private NextSystem system;

    @Override
    protected void before() throws IOException {
        folder.create();
        takeKeysOfBefore();
        office = Office.open(settings(0));
        keepKeys();
        system = newSystem(configs -> configs);
    }

    private void takeKeysOfBefore() throws IOException {
        if (keysOfBefore != null) {
            Files.createDirectories(at("data"));
            copy(keysOfBefore.resolve("keys"), at("data").resolve("keys"));
            copy(keysOfBefore.resolve("client"), at("client"));
        }
    }

    private void keepKeys() throws IOException {
        if (keysOfBefore == null) {
            keysOfBefore = Files.createTempDirectory("welfare-next-keys");
            copy(at("data").resolve("keys"), keysOfBefore.resolve("keys"));
            copy(at("client"), keysOfBefore.resolve("client"));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(from)) {
            for (Path file : files) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    @Override
    protected void after() {
        opened.forEach(NextSystem::close);
        closeOffice();
        folder.delete();
    }

    private void closeOffice() {
        try {
            office.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Settings settings(int port) {
        return new Settings(at("data"), at("client"), port, PAGE, CLOCK);
    }

    private Path at(String name) {
        return folder.getRoot().toPath().resolve(name);
    }

    /** Another connector to the same system. */
    NextSystem newSystem(UnaryOperator<Configs> otherwise) {
        // the first call on a busy machine loads a thousand classes
        Configs configs = Configs.of(office.port(), at("client"), at("inbox")).with("callMillis", 20_000);
        NextSystem another = new NextSystem(otherwise.apply(configs).config(), CLOCK);
        opened.add(another);
        return another;
    }

    /** As if the other system's process had been killed while it wrote a line of its book, and started again. */
    void restartOffice() throws IOException {
        int port = office.port();
        closeOffice();
        Files.writeString(at("data").resolve("book.jsonl"), "{\"no\":", StandardOpenOption.APPEND);
        office = Office.open(settings(port));
    }

    Office office() {
        return office;
    }

    NextSystem system() {
        return system;
    }

    RestLedger ledger() {
        return new RestLedger(system);
    }

    FileTeller teller() {
        return new FileTeller(system);
    }

    FileSets sets() {
        return new FileSets(system);
    }

    /** The other system's own data. */
    Path data() {
        return at("data");
    }

    Path clientKeys() {
        return at("client");
    }

    Path inbox() {
        return at("inbox");
    }

    void misbehave(Misbehaviour misbehaviour) {
        office.misbehave(misbehaviour);
    }

    /** Returns when more requests than those have reached the other system. */
    void awaitMoreThan(long requests) {
        while (office.requests() <= requests) {
            Thread.onSpinWait();
        }
    }

    /** What the other system has noted with that result. */
    List<Book.Entry> noted(String result) {
        return office.book().entries().stream()
                .filter(entry -> entry.result().equals(result))
                .toList();
    }
}
