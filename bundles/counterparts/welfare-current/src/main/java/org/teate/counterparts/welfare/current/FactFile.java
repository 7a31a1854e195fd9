// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.teate.counterparts.town.Gaiji;
import org.teate.counterparts.welfare.current.FixedRecord.Broken;

/**
 * A file of facts as it was received.
 *
 * @param fact two digits
 * @param records the data records as they came, as text
 */
record FactFile(String fact, String key, String subject, List<String> records) {

    private static final String PAID = "06";
    private static final int MOST_RECORDS = 200;

    /** @throws Broken if the file is not as agreed */
    static FactFile read(byte[] bytes) throws Broken {
        List<FixedRecord> lines = lines(bytes);
        FixedRecord first = lines.get(0);
        FixedRecord last = lines.get(lines.size() - 1);
        List<FixedRecord> data = lines.subList(1, lines.size() - 1);
        expect(first.slice(0, 1).equals("1") && last.slice(0, 1).equals("9"), "先頭か末尾のレコードがありません");
        String fact = first.digits(1, 2, "通知区分");
        expect(fact.compareTo("01") >= 0 && fact.compareTo("07") <= 0, "通知区分が定めにありません");
        expect(data.size() <= (fact.equals(PAID) ? MOST_RECORDS : 1), "データレコードが多すぎます");
        expect(first.number(3, 6, "件数") == data.size(), "先頭レコードの件数が異なります");
        expect(last.number(3, 6, "件数") == data.size(), "末尾レコードの件数が異なります");
        expect(last.digits(1, 2, "通知区分").equals(fact), "通知区分が揃いません");
        first.blankFrom(159);
        last.blankFrom(24);
        long yen = 0;
        for (int i = 0; i < data.size(); i++) {
            FixedRecord record = data.get(i);
            expect(record.slice(0, 3).equals("2" + fact), "データレコードの区分が異なります");
            expect(record.number(3, 6, "連番") == i + 1, "データレコードの連番が異なります");
            yen += fact.equals(PAID) ? record.number(110, 11, "金額") : 0;
        }
        expect(last.number(9, 15, "合計金額") == yen, "合計金額が異なります");
        return new FactFile(
                fact,
                first.needed(9, 100, "キー"),
                first.needed(109, 50, "対象"),
                data.stream().map(record -> record.slice(0, FixedRecord.LENGTH)).toList());
    }

    private static List<FixedRecord> lines(byte[] bytes) throws Broken {
        int whole = FixedRecord.LENGTH + 2;
        expect(bytes.length % whole == 0 && bytes.length >= 3 * whole, "ファイルの長さが異なります");
        List<FixedRecord> lines = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += whole) {
            int end = at + FixedRecord.LENGTH;
            expect(bytes[end] == '\r' && bytes[end + 1] == '\n', "レコードの長さが異なります");
            lines.add(new FixedRecord(Arrays.copyOfRange(bytes, at, end)));
        }
        return lines;
    }

    private static void expect(boolean holds, String otherwise) throws Broken {
        if (!holds) {
            throw new Broken("2001", otherwise);
        }
    }

    /** The data records, to be cut up. */
    List<FixedRecord> data() {
        return records.stream()
                .map(record -> new FixedRecord(record.getBytes(Gaiji.MS932)))
                .toList();
    }
}
