// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.util.List;

/**
 * One entry of the {@link Book}.
 *
 * @param number from 1
 * @param time when it was received, ISO
 * @param outcome {@code first}, {@code repeated} or {@code refused}
 * @param code why it was refused, {@code 0000} if it was not
 * @param fact two digits, {@code 00} if the file could not be read
 * @param records the data records
 */
public record BookEntry(
        long number,
        String time,
        String outcome,
        String code,
        String fact,
        String subject,
        String key,
        List<String> records) {

    static final String FIRST = "first";
    static final String REPEATED = "repeated";
    static final String REFUSED = "refused";

    private static final int FIXED_COLUMNS = 7;

    boolean isFirst() {
        return outcome.equals(FIRST);
    }

    static BookEntry parse(String line) {
        List<String> columns = List.of(line.split("\t", -1));
        return new BookEntry(
                Long.parseLong(columns.get(0)),
                columns.get(1),
                columns.get(2),
                columns.get(3),
                columns.get(4),
                columns.get(5),
                columns.get(6),
                columns.subList(FIXED_COLUMNS, columns.size()));
    }

    String line() {
        StringBuilder line =
                new StringBuilder(String.join("\t", Long.toString(number), time, outcome, code, fact, subject, key));
        records.forEach(record -> line.append('\t').append(record));
        return line.append('\n').toString();
    }
}
