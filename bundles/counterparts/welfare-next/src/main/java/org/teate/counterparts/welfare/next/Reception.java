// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.next;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Takes in what lies in the file area: checks manifest and data, writes the book, does what it says, acknowledges.
 *
 * <p>It acts once on each key. The state is what the book says: reading it again from the start makes the same state.
 * Thread-safe.
 */
final class Reception {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final String FIRST = "first";
    private static final String REPEATED = "repeated";
    private static final String REFUSED = "refused";
    private static final String OPENING = "M00";
    private static final String OPENED = "set.opened";
    private static final String PART = "set.part";

    private final Area area;
    private final Path parts;
    private final char[] passphrase;
    private final Clock clock;
    private final Set<String> keys = new HashSet<>();
    private Book book; // set once, when it has been read
    private Place own = new Place("", true);
    private Ledgers ledgers = new Ledgers(own);
    private Place rehearsal = new Place("", false);
    /** Which migrations are loaded into our own data. */
    private final Set<String> cutOver = new HashSet<>();

    /** @param parts the folder where the parts of sets are kept */
    Reception(Area area, Path parts, char[] passphrase, Clock clock) {
        this.area = area;
        this.parts = parts;
        this.passphrase = passphrase;
        this.clock = clock;
    }

    /** Opens the book and makes the state that it tells of. */
    synchronized Book open(Path file) throws IOException {
        Files.createDirectories(parts);
        book = Book.open(file, clock, this::again);
        return book;
    }

    private void again(Book.Entry entry) {
        // a part that came again was loaded again
        if (!entry.result().equals(FIRST) && !entry.kind().equals(PART)) {
            return;
        }
        JsonNode content = entry.content();
        switch (entry.kind()) {
            case OPENED -> openPlace(
                    content.path("migration").asText(),
                    content.path("rehearsal").asBoolean());
            case PART -> {
                if (!entry.result().equals(REFUSED)) {
                    againPart(content);
                }
            }
            default -> {
                if (content.has("rows")) {
                    book(entry.key(), entry.kind(), content);
                }
            }
        }
    }

    private void againPart(JsonNode content) {
        Path file = parts.resolve(content.path("file").asText());
        if (Files.notExists(file)) {
            return; // of a rehearsal that a later one has wiped out
        }
        try {
            Csv part = csv(Files.readAllBytes(file), file.toString().endsWith(".zip"));
            load(content, part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Csv.Broken e) {
            throw new IllegalStateException("A part that was taken once cannot be read: " + file, e);
        }
    }

    /** Takes the file whose manifest has just been laid down. */
    void manifestLaid(String manifestName) {
        String stem = Area.stem(manifestName);
        byte[] bytes = area.get(manifestName).orElseThrow();
        JsonNode manifest = Json.read(bytes).orElseGet(Json::object);
        Optional<byte[]> zip = area.get(stem + ".zip");
        byte[] data = zip.or(() -> area.get(stem + ".csv")).orElse(new byte[0]);
        Receipt receipt = take(manifest, data, zip.isPresent());
        if (receipt.result().equals(Receipt.REJECTED)) {
            book.write(
                    key(manifest),
                    kind(manifest),
                    manifest.path("subject").asText(),
                    REFUSED,
                    receipt.codes(),
                    Json.object());
        }
        String at = LocalDateTime.now(clock.withZone(JAPAN)).format(SECOND);
        area.acknowledge(stem, receipt.json(stem.substring(stem.lastIndexOf('/') + 1), Hash.hex(data), at));
    }

    private Receipt take(JsonNode manifest, byte[] data, boolean container) {
        String link = manifest.path("interfaceId").asText();
        if (!manifest.path("sender").asText().equals(Authorization.CLIENT)
                || !manifest.path("receiver").asText().equals("welfare-next")) {
            return Receipt.rejected("receiver", "E105", "本システムあてのファイルではありません。");
        }
        if (!manifest.path("sha256").asText().equals(Hash.hex(data))) {
            return Receipt.rejected("sha256", "E108", "データファイルのハッシュ値が一致しません。");
        }
        Csv file;
        try {
            file = csv(data, container);
        } catch (Csv.Broken e) {
            return Receipt.rejected("", "E109", e.getMessage());
        }
        if (manifest.path("recordCount").asLong(-1) != file.rows().size()) {
            return Receipt.rejected("recordCount", "E301", "件数が一致しません。");
        }
        if (Facts.areOn(link)) {
            return takeFact(link, manifest, file);
        }
        if (link.equals(OPENING)) {
            return takeOpening(file);
        }
        return takePart(link, manifest, file, data, container);
    }

    private Csv csv(byte[] data, boolean container) throws Csv.Broken {
        return Csv.read(container ? Container.open(data, passphrase) : data);
    }

    private Receipt takeFact(String link, JsonNode manifest, Csv file) {
        List<Place.Fault> faults = Facts.faultsOf(link, manifest, file);
        if (!faults.isEmpty()) {
            return Receipt.rejected(faults);
        }
        String key = key(manifest);
        String kind = kind(manifest);
        synchronized (this) {
            JsonNode content = Facts.content(file);
            boolean known = keys.contains(key)
                    || ledgers.hasBooked(
                            content.path("rows").path(0).path("decisionNumber").asText());
            if (!known) {
                faults = Facts.faultsOf(kind, file, ledgers);
                if (!faults.isEmpty()) {
                    return Receipt.rejected(faults);
                }
            }
            book.write(key, kind, manifest.path("subject").asText(), known ? REPEATED : FIRST, "", content);
            if (known) {
                return Receipt.known(file.rows().size());
            }
            book(key, kind, content);
            return Receipt.accepted(file.rows().size());
        }
    }

    private void book(String key, String kind, JsonNode content) {
        keys.add(key);
        List<JsonNode> rows = new ArrayList<>();
        content.path("rows").forEach(rows::add);
        ledgers.book(kind, rows);
    }

    private Receipt takeOpening(Csv file) {
        if (file.rows().size() != 1 || !file.items().equals(List.of("migration", "rehearsal"))) {
            return Receipt.rejected("", "E109", "見出し行の項目が取り決めと異なります。");
        }
        String migration = file.rows().get(0).get(0);
        if (!migration.matches("[0-9A-Za-z-]{1,30}")) {
            return Receipt.rejected("migration", "E201", "移行番号の形式が正しくありません。");
        }
        boolean trial = file.rows().get(0).get(1).equals("1");
        synchronized (this) {
            boolean known = trial
                    ? rehearsal.migration().equals(migration) && !cutOver.contains(migration)
                    : cutOver.contains(migration);
            ObjectNode content = Json.object().put("migration", migration).put("rehearsal", trial);
            book.write(migration, OPENED, "migration", known ? REPEATED : FIRST, "", content);
            if (known) {
                return Receipt.known(1);
            }
            if (trial && !rehearsal.migration().equals(migration)) {
                wipe(rehearsal.migration());
            }
            openPlace(migration, trial);
            return Receipt.accepted(1);
        }
    }

    private void openPlace(String migration, boolean trial) {
        if (!trial) {
            cutOver.add(migration);
            return;
        }
        cutOver.remove(migration);
        if (!rehearsal.migration().equals(migration)) {
            rehearsal = new Place(migration, false);
        }
    }

    /** Removes the parts of a rehearsal; what was cut over stays, whatever its number. */
    private void wipe(String migration) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(parts, "rehearsal_" + migration + "_*")) {
            for (Path file : files) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Receipt takePart(String set, JsonNode manifest, Csv part, byte[] data, boolean container) {
        if (!Place.SETS.contains(set) || !set.equals(manifest.path("set").asText())) {
            return Receipt.rejected("interfaceId", "E103", "受け付けていないインターフェースです。");
        }
        List<String> keyItems = new ArrayList<>();
        manifest.path("keyItems").forEach(item -> keyItems.add(item.asText()));
        if (keyItems.isEmpty() || !part.items().containsAll(keyItems)) {
            return Receipt.rejected("keyItems", "E109", "キー項目が見出し行にありません。");
        }
        Map<String, Long> counted = count(manifest.path("controlTotals"), part);
        if (!agrees(manifest.path("controlTotals"), counted)) {
            return Receipt.rejected("controlTotals", "E302", "コントロールトータルが一致しません。");
        }
        synchronized (this) {
            return takePart(set, manifest, part, data, container, counted);
        }
    }

    private Receipt takePart(
            String set, JsonNode manifest, Csv part, byte[] data, boolean container, Map<String, Long> counted) {
        String migration = manifest.path("migration").asText();
        boolean toOwn = cutOver.contains(migration);
        if (!toOwn && !rehearsal.migration().equals(migration)) {
            return Receipt.rejected("migration", "E503", "この移行の受入れが開始されていません。");
        }
        String file = (toOwn ? "own_" : "rehearsal_") + migration + "_" + set + "_"
                + String.format("%05d", manifest.path("part").asInt()) + "_"
                + Hash.hex(data).substring(0, 16)
                + (container ? ".zip" : ".csv");
        String key = migration + "|" + set + "|" + manifest.path("part").asInt();
        ObjectNode content = Json.object()
                .put("migration", migration)
                .put("set", set)
                .put("part", manifest.path("part").asInt())
                .put("last", manifest.path("last").asBoolean())
                .put("own", toOwn)
                .put("file", file)
                .put("records", part.rows().size());
        content.set("keyItems", manifest.path("keyItems"));
        counted.forEach(content.putObject("controlTotals")::put);
        boolean known = Files.exists(parts.resolve(file));
        keep(parts.resolve(file), data);
        book.write(key, PART, set, known ? REPEATED : FIRST, "", content);
        Place.Loaded loaded = load(content, part);
        return new Receipt(
                loaded.faults().isEmpty() ? Receipt.ACCEPTED : Receipt.PARTIAL,
                part.rows().size(),
                loaded.applied(),
                loaded.unchanged(),
                counted,
                loaded.faults());
    }

    private Place.Loaded load(JsonNode content, Csv part) {
        boolean toOwn = content.path("own").asBoolean();
        Place place = toOwn ? own : rehearsal;
        List<String> keyItems = new ArrayList<>();
        content.path("keyItems").forEach(item -> keyItems.add(item.asText()));
        String set = content.path("set").asText();
        Place.Loaded loaded = place.load(set, part, keyItems);
        place.count(set, content.path("part").asInt(), longs(content.path("controlTotals")));
        if (toOwn) {
            ledgers.takeOver(set, loaded.touched());
        }
        return loaded;
    }

    private static void keep(Path file, byte[] data) {
        try {
            Files.write(file, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counts for itself what the manifest has counted: the same items, every value of them. */
    private static Map<String, Long> count(JsonNode told, Csv part) {
        Set<String> countedItems = new HashSet<>();
        Map<String, Long> counted = new TreeMap<>();
        told.fieldNames().forEachRemaining(name -> {
            String[] words = name.split("\\.", 3);
            if (words[0].equals("count") && words.length == 3) {
                countedItems.add(words[1]);
            } else if (words[0].equals("sum")) {
                counted.put(name, sum(part, name.substring("sum.".length())));
            }
        });
        for (String item : countedItems) {
            int column = part.items().indexOf(item);
            part.rows().stream()
                    .map(row -> column < 0 ? "" : row.get(column))
                    .filter(value -> !value.isEmpty())
                    .forEach(value -> counted.merge("count." + item + "." + value, 1L, Long::sum));
        }
        return counted;
    }

    private static long sum(Csv part, String item) {
        int column = part.items().indexOf(item);
        return part.rows().stream()
                .map(row -> column < 0 ? "" : row.get(column))
                .filter(value -> value.matches("-?[0-9]{1,18}"))
                .mapToLong(Long::parseLong)
                .sum();
    }

    /** Whether both say the same; what one of them does not name is zero to it. */
    private static boolean agrees(JsonNode told, Map<String, Long> counted) {
        Map<String, Long> theirs = longs(told);
        Set<String> names = new HashSet<>(theirs.keySet());
        names.addAll(counted.keySet());
        return names.stream().allMatch(name -> theirs.getOrDefault(name, 0L).equals(counted.getOrDefault(name, 0L)));
    }

    private static Map<String, Long> longs(JsonNode object) {
        Map<String, Long> longs = new TreeMap<>();
        object.properties()
                .forEach(field -> longs.put(field.getKey(), field.getValue().asLong()));
        return longs;
    }

    private static String key(JsonNode manifest) {
        return manifest.path("messageKey").asText(manifest.path("migration").asText());
    }

    private static String kind(JsonNode manifest) {
        return manifest.path("kind").asText(manifest.path("interfaceId").asText());
    }

    synchronized ArrayNode ledgersOf(String recipient) {
        return ledgers.of(recipient);
    }

    synchronized ArrayNode ledgersAfter(String number, int limit) {
        return ledgers.after(number, limit);
    }

    synchronized ArrayNode applicant(String person) {
        return ledgers.applicant(person);
    }

    synchronized int size() {
        return ledgers.size();
    }

    /** Hashes of what lies there of a set, empty if that migration was never opened. */
    synchronized Optional<ArrayNode> digests(String migration, String set, String after, int limit) {
        if (cutOver.contains(migration)) {
            return Optional.of(own.digests(set, after, limit));
        }
        return rehearsal.migration().equals(migration)
                ? Optional.of(rehearsal.digests(set, after, limit))
                : Optional.empty();
    }

    /** What was loaded: of our own data, then of the rehearsal by its number. */
    synchronized Map<String, Map<String, Map<String, Long>>> sums() {
        Map<String, Map<String, Map<String, Long>>> sums = new TreeMap<>();
        sums.put("", own.sums());
        if (!rehearsal.migration().isEmpty()) {
            sums.put(rehearsal.migration(), rehearsal.sums());
        }
        return sums;
    }
}
