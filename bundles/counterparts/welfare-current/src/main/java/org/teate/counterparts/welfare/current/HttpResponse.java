// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One HTTP response; its connection is closed after it.
 *
 * @param headers lines without their end
 */
record HttpResponse(int status, List<String> headers, byte[] body) {

    static HttpResponse empty(int status, String... headers) {
        return new HttpResponse(status, List.of(headers), new byte[0]);
    }

    static HttpResponse html(int status, String html) {
        return new HttpResponse(
                status,
                List.of(
                        "Content-Type: text/html; charset=UTF-8",
                        "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; form-action 'self'"),
                html.getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes() {
        List<String> lines = new ArrayList<>();
        lines.add("HTTP/1.1 " + status + " -");
        lines.addAll(headers);
        lines.add("Content-Length: " + body.length);
        lines.add("Connection: close");
        byte[] head = (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(head.length + body.length);
        bytes.writeBytes(head);
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }
}
