// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.town;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is told of a data file in the {@code .mft.json} beside it.
 *
 * @param sequence from 1, without gaps
 * @param previousSequence one less, unless the file is damaged on purpose
 * @param records without header line
 * @param sha256 of the data file, hexadecimal
 */
public record Manifest(
        Layout layout,
        LocalDate date,
        int sequence,
        int previousSequence,
        long records,
        SortedMap<String, Long> totals,
        String sha256) {

    public Manifest {
        totals = new TreeMap<>(totals);
    }

    /** The name of the file without extension. */
    public String stem() {
        return String.join(
                "_", layout.prefix(), Gazetteer.CITY, Text.day(date), Text.digits(sequence, 6), layout.mode());
    }

    /** The name of the manifest. */
    String fileName() {
        return stem() + ".mft.json";
    }

    Manifest withSequence(int newSequence, int newPrevious) {
        return new Manifest(layout, date, newSequence, newPrevious, records, totals, sha256);
    }

    Manifest withRecords(long newRecords) {
        return new Manifest(layout, date, sequence, previousSequence, newRecords, totals, sha256);
    }

    Manifest withHash(String newSha256) {
        return new Manifest(layout, date, sequence, previousSequence, records, totals, newSha256);
    }

    Manifest withTotals(SortedMap<String, Long> newTotals) {
        return new Manifest(layout, date, sequence, previousSequence, records, newTotals, sha256);
    }

    String toJson() {
        return """
                {
                  "interfaceId": "%s",
                  "schemaVersion": "1.0",
                  "sender": "%s",
                  "receiver": "teate",
                  "businessDate": "%s",
                  "sequenceNo": %d,
                  "previousSequenceNo": %d,
                  "mode": "%s",
                  "charset": "%s",
                  "recordCount": %d,
                  "controlTotals": {%s},
                  "sha256": "%s",
                  "createdAt": "%s",
                  "keyId": "",
                  "signature": ""
                }
                """
                .formatted(
                        layout.id(),
                        layout.sender(),
                        Text.day(date),
                        sequence,
                        previousSequence,
                        layout.mode(),
                        layout.charset().equals(Gaiji.MS932) ? "MS932" : "UTF-8",
                        records,
                        totals.entrySet().stream().map(Manifest::total).collect(Collectors.joining(", ")),
                        sha256,
                        Text.day(date) + "213000");
    }

    private static String total(Map.Entry<String, Long> total) {
        return "\"" + total.getKey() + "\": " + total.getValue();
    }
}
