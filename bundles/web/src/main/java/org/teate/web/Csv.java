// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.servlet.http.HttpServletResponse;
import org.teate.kernel.CsvLine;

/** A table for a spreadsheet: UTF-8 with its mark. */
final class Csv {

    private final StringBuilder text = new StringBuilder("\uFEFF");

    Csv row(Object... cells) {
        text.append(CsvLine.of(List.of(cells)));
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
}
