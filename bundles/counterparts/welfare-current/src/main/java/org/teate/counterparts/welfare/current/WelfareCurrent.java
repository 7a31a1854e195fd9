// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teate.counterparts.town.Plan;
import org.teate.counterparts.welfare.current.FixedRecord.Broken;
import org.teate.counterparts.welfare.current.Misbehaviour.Fault;

/**
 * The current welfare system (現行福祉保健総合システム), played: its registers, its book and both ends of its line.
 *
 * <p>Thread-safe. Whatever fails because of a file or a key ends in {@link UncheckedIOException} or {@link
 * IllegalStateException}: it is for whoever tries things out.
 */
public final class WelfareCurrent {

    private static final Logger LOG = LoggerFactory.getLogger(WelfareCurrent.class);

    private final Path folder;
    private final Path facts;
    private final Path nightly;
    private final Path sent;
    private final Clock clock;
    private final KeyRing keys;
    private final Misbehaviour misbehaviour = new Misbehaviour();
    private final NightlyDesk nightlyDesk;

    private Registers registers = new Registers();
    private Book book; // null while it is stopped
    private volatile Window window; // null while it is stopped
    private SftpDoor sftp; // null while it is stopped
    private HttpsDoor https; // null while it is stopped
    private int sftpPort;
    private int httpsPort;

    /**
     * @param folder where it keeps everything of its own
     * @param sharedKeys where it puts the keys of the line, for the connector
     */
    public WelfareCurrent(Path folder, Path sharedKeys, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        Path line = folder.resolve("line");
        facts = line.resolve("facts");
        nightly = line.resolve("nightly");
        sent = folder.resolve("sent");
        nightlyDesk = new NightlyDesk(nightly, sent, memoryFile());
        keys = new KeyRing(folder.resolve("keys"), sharedKeys);
    }

    /** Starts if it was running when its process ended. */
    synchronized void resume() {
        attempt(() -> {
            if (Files.exists(folder) && memory().running().isPresent()) {
                Memory.Ports ports = memory().running().get();
                start(ports.sftp(), ports.https());
            }
        });
    }

    /**
     * Begins anew with the ledgers of an invented town, before a start.
     *
     * @throws IllegalStateException if it is running, or has booked something already
     */
    public synchronized void fill(Plan town) {
        if (book != null || Files.exists(bookFile())) {
            throw new IllegalStateException("It has begun already; stop and forget first");
        }
        attempt(() -> {
            Files.createDirectories(folder);
            memory().filled(town);
        });
    }

    /**
     * Begins to listen on loopback.
     *
     * @param onSftp port, 0 for any
     * @param onHttps port, 0 for any
     * @throws IllegalStateException if it is running
     */
    public synchronized void start(int onSftp, int onHttps) {
        if (book != null) {
            throw new IllegalStateException("It is running already");
        }
        attempt(() -> {
            for (Path path : List.of(facts, nightly, sent)) {
                Files.createDirectories(path);
            }
            keys.make();
            registers = new Registers();
            memory().town().ifPresent(town -> {
                HandOver handOver = new HandOver();
                new LedgerFiles(town, WriteLedger.USUAL_HISTORY).showTo(handOver);
                registers.fill(handOver);
            });
            book = new Book(bookFile(), clock, this::rebuild);
            window = new Window(facts, book, registers, misbehaviour);
            window.open();
            sftp = new SftpDoor(folder.resolve("line"), keys, misbehaviour, this::arrived);
            https = new HttpsDoor(keys, new LookUpDesk(registers), new InsidePage(this), misbehaviour);
            sftpPort = onSftp;
            httpsPort = onHttps;
            reopenSftp();
            httpsPort = https.open(httpsPort);
            memory().started(new Memory.Ports(sftpPort, httpsPort));
        });
    }

    private void rebuild(BookEntry entry) {
        if (entry.isFirst()) {
            try {
                registers.take(new FactFile(entry.fact(), entry.key(), entry.subject(), entry.records()));
            } catch (Broken e) {
                LOG.error("Entry {} of the book does not fit: {}", entry.number(), e.getMessage());
            }
        }
    }

    private void arrived(Path file) {
        String name = file.getFileName().toString();
        if (file.startsWith("/facts")) {
            window.arrived(name);
        } else if (NightlyDesk.isAcknowledgement(name)) {
            window.later(() -> nightlyDesk.takeAway(name));
        }
    }

    /** Ends every session; what is being booked is booked. */
    public synchronized void stop() {
        close();
        attempt(() -> memory().stopped());
    }

    /** Ends as {@link #stop} does, but goes on when it is {@linkplain #resume resumed}. */
    public synchronized void close() {
        if (book == null) {
            return;
        }
        attempt(() -> {
            sftp.close();
            https.close();
            window.close();
            book.close();
            book = null;
        });
    }

    /**
     * Empties book and ledgers; keys stay.
     *
     * @throws IllegalStateException if it is running
     */
    public synchronized void forget() {
        if (book != null) {
            throw new IllegalStateException("Stop it first");
        }
        attempt(() -> {
            for (Path path : List.of(facts, nightly, sent)) {
                emptyFolder(path);
            }
            Files.deleteIfExists(bookFile());
            Files.deleteIfExists(memoryFile());
            registers = new Registers();
        });
    }

    private static void emptyFolder(Path path) throws IOException {
        if (Files.exists(path)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
        }
    }

    /**
     * Sets one switch.
     *
     * @param word {@code slow} or a {@link Fault}'s word
     * @param value milliseconds, or {@code on} or {@code off}
     * @throws IllegalArgumentException if either is not known
     */
    public synchronized void misbehave(String word, String value) {
        if (word.equals("slow")) {
            misbehaviour.slowBy(Integer.parseInt(value));
            return;
        }
        Fault fault = Fault.ofWord(word);
        if (!value.equals("on") && !value.equals("off")) {
            throw new IllegalArgumentException("on or off is expected, not " + value);
        }
        misbehaviour.set(fault, value.equals("on"));
        if (book == null) {
            return;
        }
        attempt(() -> {
            switch (fault) {
                case DOWN -> reopenSftp();
                case BAD_HOST_KEY -> sftp.endSessions();
                case BAD_CERTIFICATE -> https.showCertificate();
                default -> LOG.debug("{} shows from the next answer on", fault);
            }
        });
    }

    private void reopenSftp() throws IOException, GeneralSecurityException {
        sftp.close();
        if (!misbehaviour.has(Fault.DOWN)) {
            sftpPort = sftp.open(sftpPort);
        }
    }

    /**
     * Writes tonight's ledger.
     *
     * @param bad {@code bad-bytes}, {@code short-record}, {@code gap}, or empty
     * @return the file's name without ending
     * @throws IllegalArgumentException if there is no such damage
     */
    public synchronized String nightly(String bad) {
        boolean gap = bad.equals("gap");
        NightlyFile.Damage damage =
                misbehaviour.has(Fault.HALF) ? NightlyFile.Damage.CUT_OFF : NightlyFile.Damage.ofWord(gap ? "" : bad);
        try {
            return nightlyDesk.lay(registers, LocalDate.now(clock), damage, gap);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The nightly files and what has become of them, the newest first. */
    Map<String, String> nightlyFiles() {
        return nightlyDesk.files();
    }

    public synchronized int sftpPort() {
        return sftpPort;
    }

    public synchronized int httpsPort() {
        return httpsPort;
    }

    public Misbehaviour misbehaviour() {
        return misbehaviour;
    }

    /** What it received last, the newest first. */
    public synchronized List<BookEntry> received(int limit) {
        return book == null ? List.of() : book.latest(limit);
    }

    /** A ledger as it has booked it; empty if it has none of a recipient. */
    public synchronized List<Holding> ledgersOf(String recipient) {
        return registers.of(recipient);
    }

    synchronized Registers registers() {
        return registers;
    }

    synchronized Book book() {
        return book;
    }

    private Memory memory() throws IOException {
        return new Memory(memoryFile());
    }

    private Path memoryFile() {
        return folder.resolve("memory.properties");
    }

    private Path bookFile() {
        return folder.resolve("book.tsv");
    }

    /** Work that may fail because of a file, a key or an interrupt. */
    @FunctionalInterface
    private interface Work {

        void run() throws IOException, GeneralSecurityException, InterruptedException;
    }

    private static void attempt(Work work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
