// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.town;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A way in which a delivered file can be wrong. Everything else about the file stays right: where a record is damaged,
 * hash and totals are those of the damaged file.
 */
public enum Damage {
    /** The data file lies there, the manifest does not. */
    MANIFEST_MISSING,
    /** The hash is that of another file. */
    WRONG_HASH,
    /** A file was skipped: number and previous number are one too high, file names too. */
    SEQUENCE_GAP,
    /** One record more is announced than there is. */
    WRONG_COUNT,
    /** A field of the third record is never closed. */
    BROKEN_QUOTING,
    /** A coded item of the third record has the value {@code Z}. */
    UNKNOWN_CODE("changeReason", "sex", "sexCode", "eventKind", "statusCode", "livelihoodCode", "kind", "relationCode"),
    /** A date of the third record is the 31st of February. */
    IMPOSSIBLE_DATE("birthDate", "decidedOn", "childBirthDate", "validFrom", "plannedDate", "judgedOn", "processedOn"),
    /** The name in the third record has bytes that are no character of the file's charset. */
    NAME_NOT_ENCODABLE("nameKanji", "nameStd", "employerName", "holderKanji", "addresseeName"),
    /** The third record names a branch that does not exist. */
    UNKNOWN_BRANCH("branchCode"),
    /** The reading in the third record has small letters and a comma. */
    FORBIDDEN_KANA("holderKana", "nameKana");

    private static final int RECORD = 2;
    private static final byte[] NO_CHARACTER = {(byte) 0x85, (byte) 0x40};

    private final List<String> items;

    Damage(String... items) {
        this.items = List.of(items);
    }

    /** The damage with this name, written with hyphens as on a command line. */
    public static Damage named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /**
     * Damages a file where it lies.
     *
     * @throws IllegalArgumentException if the file has no such item or fewer than three records
     */
    public Delivered to(Delivered file) {
        try {
            return damage(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Delivered damage(Delivered file) throws IOException {
        Manifest manifest = file.manifest();
        return switch (this) {
            case MANIFEST_MISSING -> {
                Files.delete(file.manifestFile());
                yield file;
            }
            case WRONG_HASH -> rewritten(file, manifest.withHash("0".repeat(64)));
            case WRONG_COUNT -> rewritten(file, manifest.withRecords(manifest.records() + 1));
            case SEQUENCE_GAP -> renumbered(file);
            default -> withDamagedRecord(file);
        };
    }

    private static Delivered rewritten(Delivered file, Manifest manifest) throws IOException {
        Delivered damaged = new Delivered(file.data(), manifest);
        FeedFile.writeManifest(damaged);
        return damaged;
    }

    private static Delivered renumbered(Delivered file) throws IOException {
        Manifest later = file.manifest()
                .withSequence(file.manifest().sequence() + 1, file.manifest().previousSequence() + 1);
        String name = file.data().getFileName().toString();
        Path moved = file.data().resolveSibling(later.stem() + name.substring(name.lastIndexOf('.')));
        Files.move(file.data(), moved);
        Files.delete(file.manifestFile());
        return rewritten(new Delivered(moved, later), later);
    }

    private Delivered withDamagedRecord(Delivered file) throws IOException {
        Layout layout = file.manifest().layout();
        List<byte[]> lines = lines(Files.readAllBytes(file.data()));
        int index = (layout.header() ? 1 : 0) + RECORD;
        if (lines.size() <= index) {
            throw new IllegalArgumentException(layout.id() + " has fewer than three records");
        }
        List<byte[]> fields = fields(lines.get(index));
        SortedMap<String, Long> totals = new TreeMap<>(file.manifest().totals());
        if (this == BROKEN_QUOTING) {
            byte[] first = fields.get(0);
            fields.set(0, Arrays.copyOf(first, first.length - 1));
        } else {
            int at = layout.items().indexOf(item(layout));
            fields.set(at, damagedField(layout, layout.items().get(at), fields.get(at), totals));
        }
        lines.set(index, joined(fields, (byte) ','));
        byte[] bytes = joined(lines, (byte) '\n');
        Files.write(file.data(), bytes);
        return rewritten(
                file,
                file.manifest()
                        .withTotals(totals)
                        .withHash(FeedFile.hex(FeedFile.sha256().digest(bytes))));
    }

    private String item(Layout layout) {
        return items.stream()
                .filter(layout.items()::contains)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(layout.id() + " has nothing to damage with " + this));
    }

    private byte[] damagedField(Layout layout, String item, byte[] field, SortedMap<String, Long> totals) {
        String was = new String(field, layout.charset()).replace("\"", "");
        String now =
                switch (this) {
                    case UNKNOWN_CODE -> "Z";
                    case IMPOSSIBLE_DATE -> "20260231";
                    case UNKNOWN_BRANCH -> "000";
                    case FORBIDDEN_KANA -> was + (item.equals("holderKana") ? ",ｬｯ" : ",漢");
                    default -> was;
                };
        if (layout.counted().contains(item)) {
            totals.merge("count." + item + "." + was, -1L, Long::sum);
            totals.merge("count." + item + "." + now, 1L, Long::sum);
            totals.values().removeIf(count -> count == 0);
        }
        byte[] quoted = ("\"" + now + "\"").getBytes(layout.charset());
        if (this != NAME_NOT_ENCODABLE) {
            return quoted;
        }
        ByteArrayOutputStream broken = new ByteArrayOutputStream();
        broken.write(quoted, 0, quoted.length - 1);
        broken.writeBytes(NO_CHARACTER);
        broken.write('"');
        return broken.toByteArray();
    }

    private static List<byte[]> lines(byte[] bytes) {
        return split(bytes, (byte) '\n', false);
    }

    private static List<byte[]> fields(byte[] line) {
        return split(line, (byte) ',', true);
    }

    /** Splits at a byte that is never the second of a CP932 character; within quotes only if not asked to respect them. */
    private static List<byte[]> split(byte[] bytes, byte separator, boolean quotes) {
        List<byte[]> parts = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '"') {
                quoted = !quoted;
            } else if (bytes[i] == separator && !(quotes && quoted)) {
                parts.add(Arrays.copyOfRange(bytes, from, i));
                from = i + 1;
            }
        }
        parts.add(Arrays.copyOfRange(bytes, from, bytes.length));
        return parts;
    }

    private static byte[] joined(List<byte[]> parts, byte separator) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                all.write(separator);
            }
            all.writeBytes(parts.get(i));
        }
        return all.toByteArray();
    }

    /** The names as a command line knows them. */
    public static List<String> names() {
        return Arrays.stream(values())
                .map(damage -> damage.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }
}
