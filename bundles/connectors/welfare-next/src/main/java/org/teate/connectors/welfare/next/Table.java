// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.next;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Rows under the names of their items.
 *
 * @param rows each has one text for each item, empty where there is no value
 */
record Table(List<String> items, List<List<String>> rows) {

    /** UTF-8 as it is, without a byte order mark; RFC 4180 with CRLF, every value quoted, nothing where there is none. */
    byte[] csv() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
                CsvWriter csv = CsvWriter.builder()
                        .quoteStrategy(QuoteStrategies.NON_EMPTY)
                        .lineDelimiter(LineDelimiter.CRLF)
                        .build(text)) {
            csv.writeRecord(items);
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Says nothing of the content. */
    @Override
    public String toString() {
        return "Table of " + rows.size() + " rows";
    }
}
