// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes whom a transfer file pays, with the children who count, as the town of {@code bench/springbatch}; says how many and
 * how much it pays.
 *
 * <p>Usage: {@code java TownExport.java FOLDER-WITH-M-SETS TRANSFER-FILE CSV LAST-MONTH}, the month as yyyymm.
 */
final class TownExport {

    private static final Charset BANK = Charset.forName("windows-31j");
    private static final int RECORD = 120;

    /** One account as the bank knows it. */
    private record Account(String bank, String branch, String type, String number) {}

    private TownExport() {}

    public static void main(String[] arguments) throws IOException {
        Path sets = Path.of(arguments[0]);
        Map<Account, String> ledgers = new HashMap<>();
        read(sets, "M10", row -> ledgers.put(
                new Account(row.get("bankCode"), row.get("branchCode"), row.get("accountType"), row.get("accountNumber")),
                row.get("ledgerNumber")));
        Map<String, Map<String, String>> births = births(sets, arguments[3]);
        byte[] file = Files.readAllBytes(Path.of(arguments[1]));
        long count = 0;
        long total = 0;
        try (BufferedWriter csv = Files.newBufferedWriter(Path.of(arguments[2]))) {
            for (int at = 0; at < file.length; at += RECORD) {
                if (file[at] == '2') {
                    Transfer transfer = new Transfer(new String(file, at, RECORD, BANK));
                    String ledger = ledgers.get(transfer.account());
                    csv.write(transfer.line(ledger, births.get(ledger).values()));
                    csv.newLine();
                    count++;
                    total += transfer.amount();
                } else if (file[at] == '8') {
                    requireEqual(new String(file, at, RECORD, BANK), count, total);
                }
            }
        }
        System.out.println(count + " " + total);
    }

    private static void requireEqual(String trailer, long count, long total) {
        if (Long.parseLong(trailer.substring(1, 7)) != count || Long.parseLong(trailer.substring(7, 19)) != total) {
            throw new IllegalStateException("The transfer file does not pay what its trailer says");
        }
    }

    /** The birth dates by child of each ledger, of those who still count after {@code month}. */
    private static Map<String, Map<String, String>> births(Path sets, String month) throws IOException {
        Map<String, Map<String, String>> births = new HashMap<>();
        read(sets, "M07", row -> {
            if (row.get("toMonth").isEmpty() || row.get("toMonth").compareTo(month) > 0) {
                births.computeIfAbsent(row.get("ledgerNumber"), ledger -> new HashMap<>())
                        .put(row.get("childAddresseeNumber"), row.get("childBirthDate"));
            }
        });
        return births;
    }

    private interface Row {
        void take(Map<String, String> items);
    }

    private static void read(Path sets, String set, Row action) throws IOException {
        Path file;
        try (Stream<Path> files = Files.list(sets)) {
            file = files.filter(each -> each.getFileName().toString().matches(set + "_.*\\.csv"))
                    .findFirst()
                    .orElseThrow();
        }
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            List<String> names = values(lines.readLine());
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> values = values(line);
                Map<String, String> items = new HashMap<>();
                for (int i = 0; i < names.size(); i++) {
                    items.put(names.get(i), values.get(i));
                }
                action.take(items);
            }
        }
    }

    /** None of the items that are needed holds a quote or a comma, and no line break is inside a record. */
    private static List<String> values(String line) {
        return List.of(line.replace("\"", "").split(",", -1));
    }

    /** One record of the bank's file. */
    private record Transfer(String text) {

        Account account() {
            return new Account(part(1, 5), part(20, 23), part(42, 43), part(43, 50));
        }

        long amount() {
            return Long.parseLong(part(80, 90));
        }

        String line(String ledger, Collection<String> births) {
            String dates = births.stream()
                    .sorted()
                    .map(birth -> birth.substring(0, 4) + "-" + birth.substring(4, 6) + "-" + birth.substring(6))
                    .collect(Collectors.joining(";"));
            return String.join(
                    ",",
                    ledger,
                    part(1, 5),
                    part(5, 20),
                    part(20, 23),
                    part(23, 38),
                    part(42, 43),
                    part(43, 50),
                    part(50, 80),
                    dates);
        }

        private String part(int from, int to) {
            return text.substring(from, to).stripTrailing();
        }
    }
}
