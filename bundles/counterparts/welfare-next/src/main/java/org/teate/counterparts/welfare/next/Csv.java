// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.next;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A data file: UTF-8, RFC 4180 with a header line, every value quoted, nothing where there is none.
 *
 * @param rows each has one text for each item
 */
record Csv(List<String> items, List<List<String>> rows) {

    /** A file whose structure is broken. */
    static final class Broken extends Exception {

        private static final long serialVersionUID = 1L;

        Broken(String reason) {
            super(reason);
        }
    }

    static Csv read(byte[] bytes) throws Broken {
        List<List<String>> lines = lines(decode(bytes));
        if (lines.isEmpty()) {
            throw new Broken("見出し行がありません。");
        }
        List<String> items = lines.get(0);
        List<List<String>> rows = lines.subList(1, lines.size());
        for (List<String> row : rows) {
            if (row.size() != items.size()) {
                throw new Broken("項目の数が見出し行と異なります。");
            }
        }
        return new Csv(items, rows);
    }

    static byte[] write(List<String> items, List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        line(text, items);
        rows.forEach(row -> line(text, row));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The items of a row by their names. */
    Map<String, String> named(List<String> row) {
        Map<String, String> named = new TreeMap<>();
        for (int item = 0; item < items.size(); item++) {
            named.put(items.get(item), row.get(item));
        }
        return named;
    }

    private static void line(StringBuilder text, List<String> values) {
        for (int at = 0; at < values.size(); at++) {
            text.append(at == 0 ? "" : ",");
            if (!values.get(at).isEmpty()) {
                text.append('"').append(values.get(at).replace("\"", "\"\"")).append('"');
            }
        }
        text.append("\r\n");
    }

    private static String decode(byte[] bytes) throws Broken {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Broken("UTF-8として読めません。");
        }
    }

    private static List<List<String>> lines(String text) throws Broken {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            StringBuilder value = new StringBuilder();
            at = value(text, at, value);
            line.add(value.toString());
            if (text.startsWith("\r\n", at)) {
                lines.add(line);
                line = new ArrayList<>();
                at += 2;
            } else if (at < text.length() && text.charAt(at) == ',') {
                at++;
            } else {
                throw new Broken("引用符または改行が取り決めと異なります。");
            }
        }
        if (!line.isEmpty()) {
            throw new Broken("最後の行が途中で切れています。");
        }
        return lines;
    }

    /** Reads one value into {@code value} and returns where it ends. */
    private static int value(String text, int start, StringBuilder value) throws Broken {
        if (text.charAt(start) != '"') {
            if (text.charAt(start) == ',' || text.charAt(start) == '\r') {
                return start;
            }
            throw new Broken("値が引用符で囲まれていません。");
        }
        int at = start + 1;
        while (true) {
            int quote = text.indexOf('"', at);
            if (quote < 0) {
                throw new Broken("引用符が閉じていません。");
            }
            value.append(text, at, quote);
            if (!text.startsWith("\"\"", quote)) {
                return quote + 1;
            }
            value.append('"');
            at = quote + 2;
        }
    }
}
