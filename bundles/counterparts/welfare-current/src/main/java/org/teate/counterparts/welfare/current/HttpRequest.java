// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request, read whole.
 *
 * @param headers by name in lower case
 */
record HttpRequest(String method, String path, String query, Map<String, String> headers, byte[] body) {

    private static final int LONGEST_HEAD = 16_000;
    private static final int LONGEST_BODY = 10_000;

    /** @throws IOException if it is no request, or a longer one than is expected here */
    static HttpRequest read(InputStream in) throws IOException {
        String[] lines = head(in).split("\r\n");
        String[] words = lines[0].split(" ");
        if (words.length != 3) {
            throw new IOException("No request line");
        }
        Map<String, String> headers = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                headers.put(
                        lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).strip());
            }
        }
        int question = words[1].indexOf('?');
        String path = question < 0 ? words[1] : words[1].substring(0, question);
        String query = question < 0 ? "" : words[1].substring(question + 1);
        return new HttpRequest(words[0], path, query, headers, body(in, headers));
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int end = 0;
        while (end < 4) {
            int one = in.read();
            if (one < 0 || head.size() > LONGEST_HEAD) {
                throw new IOException("No whole request head");
            }
            head.write(one);
            end = one == (end % 2 == 0 ? '\r' : '\n') ? end + 1 : one == '\r' ? 1 : 0;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        String length = headers.getOrDefault("content-length", "0");
        if (!length.matches("\\d{1,5}") || Integer.parseInt(length) > LONGEST_BODY) {
            throw new IOException("A body of " + length + " bytes");
        }
        byte[] body = in.readNBytes(Integer.parseInt(length));
        if (body.length < Integer.parseInt(length)) {
            throw new IOException("No whole request body");
        }
        return body;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
