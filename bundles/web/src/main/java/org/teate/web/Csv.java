// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletResponse;

/** A table for a spreadsheet: UTF-8 with its mark, CRLF, every cell quoted (RFC 4180). */
final class Csv {

    private final StringBuilder text = new StringBuilder("\uFEFF");

    Csv row(Object... cells) {
        text.append(Arrays.stream(cells).map(Csv::quoted).collect(Collectors.joining(",")))
                .append("\r\n");
        return this;
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    void send(HttpServletResponse response, String name) throws IOException {
        byte[] bytes = bytes();
        response.setContentType("text/csv; charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static String quoted(Object cell) {
        String content = String.valueOf(cell);
        // what another system has sent must not become a formula
        boolean formula =
                !(cell instanceof Number) && Stream.of("=", "+", "-", "@").anyMatch(content::startsWith);
        return '"' + (formula ? "'" : "") + content.replace("\"", "\"\"") + '"';
    }
}
