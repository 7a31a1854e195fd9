// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.teate.counterparts.town.Text;

/** Writes WL-01, every ledger as it is booked tonight (夜間台帳), and its manifest. */
final class NightlyFile {

    /** What can be wrong with tonight's file. */
    enum Damage {
        NONE,
        BAD_BYTES,
        SHORT_RECORD,
        CUT_OFF;

        /**
         * The damage that is typed so, {@link #NONE} for nothing.
         *
         * @throws IllegalArgumentException if there is none
         */
        static Damage ofWord(String word) {
            return word.isEmpty() ? NONE : valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    private static final int PAGE = 1_000;
    private static final int DAMAGED_RECORD = 3;

    private final Registers registers;
    private final LocalDate date;
    private final int sequence;
    private final Map<String, Long> totals = new TreeMap<>(Map.of("sum.monthly", 0L, "sum.children", 0L));
    private final ByteArrayOutputStream records = new ByteArrayOutputStream();
    private int count;

    NightlyFile(Registers registers, LocalDate date, int sequence) {
        this.registers = registers;
        this.date = date;
        this.sequence = sequence;
    }

    /**
     * Lays the file and then its manifest.
     *
     * @return the file's name without ending
     */
    String write(Path folder, Damage damage) throws IOException {
        String after = "";
        for (var page = registers.after(after, PAGE); !page.isEmpty(); page = registers.after(after, PAGE)) {
            page.forEach(ledger -> add(ledger, damage));
            after = page.get(page.size() - 1).ledger();
        }
        byte[] data = records.toByteArray();
        String stem = "WL01_172014_" + Text.day(date) + "_" + Text.digits(sequence, 6) + "_F";
        byte[] laid = damage == Damage.CUT_OFF ? Arrays.copyOf(data, data.length / 2) : data;
        lay(folder, stem + ".dat", laid);
        lay(folder, stem + ".mft.json", manifest(data).getBytes(StandardCharsets.UTF_8));
        return stem;
    }

    private void add(Holding ledger, Damage damage) {
        String name =
                registers.inhabitant(ledger.recipient()).map(Inhabitant::name).orElse("");
        byte[] line = new RecordWriter()
                .text(ledger.ledger(), 10)
                .text(ledger.recipient(), 15)
                .text(name, 100)
                .text(ledger.status(), 2)
                .text(ledger.firstMonth(), 6)
                .text(ledger.lastMonth(), 6)
                .text(ledger.reason(), 4)
                .number(ledger.monthly(), 9)
                .number(ledger.children(), 2)
                .text(ledger.paidUpTo(), 6)
                .text(ledger.lastDecision(), 30)
                .bytes();
        count++;
        totals.merge("count.statusCode." + ledger.status(), 1L, Long::sum);
        totals.merge("sum.monthly", ledger.monthly(), Long::sum);
        totals.merge("sum.children", (long) ledger.children(), Long::sum);
        boolean damaged = count == DAMAGED_RECORD;
        if (damaged && damage == Damage.BAD_BYTES) {
            line[27] = (byte) 0xFF;
        }
        boolean shortened = damaged && damage == Damage.SHORT_RECORD;
        records.write(line, shortened ? 10 : 0, line.length - (shortened ? 10 : 0));
    }

    private static void lay(Path folder, String name, byte[] content) throws IOException {
        Path growing = folder.resolve(name + ".part");
        Files.write(growing, content);
        Files.move(growing, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private String manifest(byte[] data) {
        return """
                {
                  "interfaceId": "WL-01",
                  "schemaVersion": "1.0",
                  "sender": "welfare-current",
                  "receiver": "teate",
                  "businessDate": "%s",
                  "sequenceNo": %d,
                  "previousSequenceNo": %d,
                  "mode": "F",
                  "charset": "MS932",
                  "recordCount": %d,
                  "controlTotals": {%s},
                  "sha256": "%s",
                  "createdAt": "%s233000",
                  "keyId": "",
                  "signature": ""
                }
                """
                .formatted(
                        Text.day(date),
                        sequence,
                        sequence - 1,
                        count,
                        totals.entrySet().stream()
                                .map(total -> "\"" + total.getKey() + "\": " + total.getValue())
                                .collect(Collectors.joining(", ")),
                        sha256(data),
                        Text.day(date));
    }

    private static String sha256(byte[] data) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
