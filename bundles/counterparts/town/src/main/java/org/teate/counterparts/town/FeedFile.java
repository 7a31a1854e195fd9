// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.town;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A data file while it is written. It grows under another name; {@link #deliver()} gives it its name and then writes the
 * manifest. Not thread-safe.
 */
public final class FeedFile implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final Layout layout;
    private final LocalDate date;
    private final int sequence;
    private final Path folder;
    private final Path growing;
    private final MessageDigest digest = sha256();
    private final Writer writer;
    private final StringBuilder line = new StringBuilder(512);
    private final Map<String, Long> totals = new TreeMap<>();
    private final boolean[] counted;
    private final boolean[] summed;
    private long records;

    /** @throws UncheckedIOException if the folder cannot be written */
    public FeedFile(Path folder, Layout layout, LocalDate date, int sequence) {
        this.layout = layout;
        this.date = date;
        this.sequence = sequence;
        this.folder = folder;
        this.counted = marks(layout.items(), layout.counted()::contains);
        this.summed = marks(layout.items(), layout.summed()::contains);
        layout.summed().forEach(item -> totals.put("sum." + item, 0L));
        try {
            Files.createDirectories(folder);
            growing = folder.resolve(layout.prefix() + "_" + Text.day(date) + "_" + sequence + ".part");
            OutputStream out = new DigestOutputStream(Files.newOutputStream(growing), digest);
            // an encoder that reports: what the generator cannot encode is its own bug
            writer = new BufferedWriter(
                    new OutputStreamWriter(out, layout.charset().newEncoder()), BUFFER);
            if (layout.header()) {
                write(layout.items().toArray(String[]::new));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static boolean[] marks(List<String> items, Predicate<String> marked) {
        boolean[] marks = new boolean[items.size()];
        for (int i = 0; i < marks.length; i++) {
            marks[i] = marked.test(items.get(i));
        }
        return marks;
    }

    /**
     * Adds one record.
     *
     * @param values one for each item, empty for "no value"
     */
    public void add(String... values) {
        if (values.length != layout.items().size()) {
            throw new IllegalArgumentException(
                    layout.id() + " has " + layout.items().size() + " items, not " + values.length);
        }
        records++;
        for (int i = 0; i < values.length; i++) {
            if (counted[i] && !values[i].isEmpty()) {
                totals.merge("count." + layout.items().get(i) + "." + values[i], 1L, Long::sum);
            }
            if (summed[i] && !values[i].isEmpty()) {
                totals.merge("sum." + layout.items().get(i), Long.parseLong(values[i]), Long::sum);
            }
        }
        try {
            write(values);
        } catch (IOException e) {
            throw new UncheckedIOException(layout.id() + ", record " + records, e);
        }
    }

    private void write(String[] values) throws IOException {
        line.setLength(0);
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                line.append(',');
            }
            // with a header, nothing at all means "no value"; without one every field is quoted
            if (!layout.header() || !values[i].isEmpty()) {
                line.append('"').append(values[i].replace("\"", "\"\"")).append('"');
            }
        }
        writer.append(line.append("\r\n"));
    }

    /** Gives the file its name and its manifest. */
    public Delivered deliver() {
        return deliver(".csv", grown -> grown);
    }

    /** How a finished data file is packed before it is sent. */
    public interface Packing {

        /** @return the packed file, another one than {@code grown} */
        Path pack(Path grown) throws IOException;
    }

    /**
     * Packs the file, then gives it its name and its manifest.
     *
     * @param extension of the packed file
     */
    public Delivered deliver(String extension, Packing packing) {
        try {
            writer.close();
            Manifest manifest = new Manifest(
                    layout, date, sequence, sequence - 1, records, new TreeMap<>(totals), hex(digest.digest()));
            Path packed = packing.pack(growing);
            if (!packed.equals(growing)) {
                Files.delete(growing);
                manifest = manifest.withHash(hex(sha256().digest(Files.readAllBytes(packed))));
            }
            Path data = folder.resolve(manifest.stem() + extension);
            Files.move(packed, data, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Delivered delivered = new Delivered(data, manifest);
            writeManifest(delivered);
            return delivered;
        } catch (IOException e) {
            throw new UncheckedIOException(layout.id(), e);
        }
    }

    /** The name that the data file will have. */
    public String stem() {
        return new Manifest(layout, date, sequence, sequence - 1, 0, new TreeMap<>(), "").stem();
    }

    static void writeManifest(Delivered delivered) throws IOException {
        Path target = delivered.manifestFile();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Files.writeString(part, delivered.manifest().toJson(), StandardCharsets.UTF_8);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Gives up a file that was not delivered; does nothing to a delivered one. */
    @Override
    public void close() {
        try {
            writer.close();
            Files.deleteIfExists(growing);
        } catch (IOException e) {
            throw new UncheckedIOException(layout.id(), e);
        }
    }
}
