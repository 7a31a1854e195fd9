// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.lingala.zip4j.ZipFile;
import org.teate.counterparts.town.Delivered;
import org.teate.counterparts.town.Plan;

/** The ledger of an invented town as the old system hands it over, for the tests of whoever takes it. */
public final class SentLedger {

    private static final String PASSPHRASE = "only for tests";
    private static final int HISTORY_MONTHS = 12;

    private final Map<String, Path> files;

    private SentLedger(Map<String, Path> files) {
        this.files = files;
    }

    /**
     * Writes all sets.
     *
     * @param folder an empty folder
     * @param people on the register; one in ten receives the allowance
     */
    public static SentLedger write(Path folder, int people, LocalDate date) {
        return new SentLedger(new LedgerFiles(Plan.of(7, people, 0.1, date), HISTORY_MONTHS)
                .write(folder, PASSPHRASE, 1).stream()
                        .collect(Collectors.toMap(Delivered::interfaceId, SentLedger::opened)));
    }

    /** The items of a set in their order. */
    public List<String> items(String set) {
        return fields(lines(set).get(0));
    }

    /** The rows of a set; a text for each item. */
    public List<List<String>> rows(String set) {
        List<String> lines = lines(set);
        return lines.subList(1, lines.size()).stream().map(SentLedger::fields).toList();
    }

    /** The rows of a set by item. */
    public List<Map<String, String>> records(String set) {
        List<String> items = items(set);
        return rows(set).stream()
                .map(row -> {
                    Map<String, String> one = new HashMap<>();
                    for (int i = 0; i < items.size(); i++) {
                        one.put(items.get(i), row.get(i));
                    }
                    return one;
                })
                .toList();
    }

    private List<String> lines(String set) {
        try {
            return List.of(
                    Files.readString(files.get(set), StandardCharsets.UTF_8).split("\r\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No value of the town holds a comma or a quote. */
    private static List<String> fields(String line) {
        return Arrays.asList(line.replace("\"", "").split(",", -1));
    }

    private static Path opened(Delivered file) {
        if (!file.data().toString().endsWith(".zip")) {
            return file.data();
        }
        Path folder = file.data().getParent();
        try (ZipFile container = new ZipFile(file.data().toFile(), PASSPHRASE.toCharArray())) {
            container.extractAll(folder.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder.resolve(file.manifest().stem() + ".csv");
    }
}
