// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.bank.zengin;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.teate.kernel.Yen;
import org.teate.ports.bank.Transfer;

/**
 * Reads a transfer file as a bank would: by positions, by the JDK's own character set, and refusing whatever does not
 * agree. It shares nothing with the writer.
 */
final class TransferFileReader {

    private static final Charset CHARSET = Charset.forName("windows-31j");
    private static final int LENGTH = 120;

    /** What a file says. */
    record Contents(String header, List<Transfer> transfers, long batch, int count, Yen total) {}

    private final String header;
    private final List<Transfer> transfers = new ArrayList<>();
    private long batch;

    private TransferFileReader(String header) {
        this.header = header;
    }

    static Contents read(byte[] file) {
        List<String> records = records(file);
        int size = records.size();
        require(size >= 4, "a header, a transfer, a trailer and an end");
        require(records.get(0).startsWith("1"), "a header first");
        TransferFileReader reader = new TransferFileReader(records.get(0));
        records.subList(1, size - 2).forEach(reader::transfer);
        String trailer = records.get(size - 2);
        require(trailer.startsWith("8"), "a trailer after the transfers");
        require(records.get(size - 1).equals("9" + " ".repeat(119)), "an end");
        return reader.contents(trailer);
    }

    private void transfer(String record) {
        require(record.charAt(0) == '2', "a transfer");
        require(record.substring(112).isBlank(), "an empty end of the transfer");
        batch = Long.parseLong(record.substring(91, 101));
        transfers.add(new Transfer(
                Long.parseLong(record.substring(101, 111)),
                record.substring(1, 5),
                record.substring(5, 20).stripTrailing(),
                record.substring(20, 23),
                record.substring(23, 38).stripTrailing(),
                record.charAt(42),
                record.substring(43, 50),
                record.substring(50, 80).stripTrailing(),
                Yen.of(Long.parseLong(record.substring(80, 90))),
                record.charAt(90)));
    }

    private Contents contents(String trailer) {
        int count = Integer.parseInt(trailer.substring(1, 7));
        Yen total = Yen.of(Long.parseLong(trailer.substring(7, 19)));
        require(count == transfers.size(), "the trailer's count");
        require(
                total.equals(transfers.stream().map(Transfer::amount).reduce(Yen.ZERO, Yen::plus)),
                "the trailer's sum");
        return new Contents(header, transfers, batch, count, total);
    }

    /** Takes any framing: records of 120 bytes with CR LF, LF or nothing behind each, and perhaps 0x1A at the end. */
    private static List<String> records(byte[] file) {
        String text = new String(file, CHARSET);
        require(text.length() == file.length, "one byte for each character");
        List<String> records = new ArrayList<>();
        String rest = text.endsWith("\u001A") ? text.substring(0, text.length() - 1) : text;
        while (!rest.isEmpty()) {
            require(rest.length() >= LENGTH, "a whole record");
            records.add(rest.substring(0, LENGTH));
            rest = rest.substring(LENGTH).replaceFirst("^\r?\n", "");
        }
        return records;
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalArgumentException("The file lacks " + what);
        }
    }
}
