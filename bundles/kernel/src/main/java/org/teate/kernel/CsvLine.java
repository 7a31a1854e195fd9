// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.kernel;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A line of a CSV file that people open in a spreadsheet: every cell quoted, CRLF at the end (RFC 4180).
 *
 * <p>What a spreadsheet would take for a formula gets an apostrophe, since texts come from other systems; a number stays
 * a number. Files for machines are written by their connectors. Thread-safe.
 */
public final class CsvLine {

    private static final String BEGIN_A_FORMULA = "=+-@\t\r";

    private CsvLine() {}

    /** The line with these cells. */
    public static String of(List<?> cells) {
        return cells.stream().map(CsvLine::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(Object cell) {
        String content = String.valueOf(cell);
        boolean formula =
                !(cell instanceof Number) && !content.isEmpty() && BEGIN_A_FORMULA.indexOf(content.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + content.replace("\"", "\"\"") + '"';
    }
}
