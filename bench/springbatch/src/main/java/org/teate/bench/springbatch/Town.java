// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.bench.springbatch;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The recipients of one town in a CSV file: {@code recipientKey, bankCode, bankKana, branchCode, branchKana, accountType,
 * accountNumber, holderKana, childBirth;childBirth;…}, UTF-8, without a header or quotes.
 *
 * @param file the CSV file; the recipients are numbered as they stand in it, from 1
 */
record Town(Path file) {

    private static final int COLUMNS = 9;

    /** One line: a recipient, and the key by which the town's own system knows it. */
    record Line(String key, Recipient recipient) {}

    /** @throws IllegalArgumentException if a line lacks a column */
    void forEach(Consumer<Line> action) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            int id = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                action.accept(parse(++id, line));
            }
        }
    }

    int size() throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return Math.toIntExact(lines.count());
        }
    }

    /** What the run must pay, computed without a database or a framework. */
    long due(Months months) throws IOException {
        long[] yen = {0};
        forEach(line -> yen[0] += line.recipient().due(months).amount());
        return yen[0];
    }

    private static Line parse(int id, String line) {
        String[] columns = line.split(",", -1);
        if (columns.length != COLUMNS) {
            throw new IllegalArgumentException("Line " + id + " has " + columns.length + " columns");
        }
        Account account =
                new Account(columns[1], columns[2], columns[3], columns[4], columns[5], columns[6], columns[7]);
        List<LocalDate> births = Arrays.stream(columns[8].split(";"))
                .filter(birth -> !birth.isEmpty())
                .map(LocalDate::parse)
                .sorted()
                .toList();
        return new Line(columns[0], new Recipient(id, account, births));
    }
}
