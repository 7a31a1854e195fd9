// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.folder;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.teate.ports.FeedRecord;
import org.teate.ports.RecordReader;
import org.teate.ports.UnreadableFile;

/**
 * The records of a CSV file (RFC 4180) whose layout is known.
 *
 * <p>Quotes must be closed and every record must have every item; else the file is unreadable. Bytes that are no
 * character of the file's charset arrive as U+FFFD, so that only their own record suffers.
 */
public final class CsvRecords implements RecordReader {

    private final CsvReader<CsvRecord> csv;
    private final CloseableIterator<CsvRecord> records;
    private final Map<String, Integer> positions;
    private final int width;
    private CsvRecord last; // null before the first

    private CsvRecords(InputStream bytes, Charset charset, List<String> items) {
        // decodes with replacement; an unclosed quote and text after a closing quote are errors to FastCSV, the number
        // of fields is checked here
        csv = CsvReader.builder()
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(new InputStreamReader(bytes, charset));
        records = csv.iterator();
        Map<String, Integer> byName = new HashMap<>();
        items.forEach(item -> byName.put(item, byName.size()));
        positions = Map.copyOf(byName);
        width = items.size();
    }

    /** Reads a file without header line; {@code items} are its columns. Closing closes {@code bytes}. */
    public static CsvRecords withoutHeader(InputStream bytes, Charset charset, List<String> items) {
        return new CsvRecords(bytes, charset, items);
    }

    /**
     * Reads a file whose first line must name exactly {@code items}. Closing closes {@code bytes}.
     *
     * @throws UnreadableFile if it names others, so that a feed cannot carry what its contract does not name
     */
    public static CsvRecords withHeader(InputStream bytes, Charset charset, List<String> items) throws IOException {
        CsvRecords reader = new CsvRecords(bytes, charset, items);
        Optional<CsvRecord> header = reader.read();
        if (header.isEmpty() || !header.get().getFields().equals(items)) {
            throw new UnreadableFile(1, "見出し行の項目がレイアウトと一致しません。");
        }
        return reader;
    }

    @Override
    public Optional<FeedRecord> next() throws IOException {
        Optional<CsvRecord> next = read();
        if (next.isEmpty()) {
            return Optional.empty();
        }
        CsvRecord csvRecord = next.get();
        long line = csvRecord.getStartingLineNumber();
        if (csvRecord.getFieldCount() != width) {
            throw new UnreadableFile(line, "項目数が" + csvRecord.getFieldCount() + "です(正しくは" + width + ")。");
        }
        return Optional.of(new FeedRecord(line, positions, csvRecord.getFields()));
    }

    private Optional<CsvRecord> read() throws IOException {
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            last = records.next();
            return Optional.of(last);
        } catch (CsvParseException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new UnreadableFile(lineAfterLast(), "引用符の対応が崩れています。");
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private long lineAfterLast() {
        if (last == null) {
            return 1;
        }
        long breaks = last.getFields().stream()
                .flatMapToInt(String::chars)
                .filter(c -> c == '\n')
                .count();
        return last.getStartingLineNumber() + breaks + 1;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
