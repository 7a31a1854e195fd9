// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.io.Closeable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.teate.counterparts.town.Delivered;
import org.teate.counterparts.town.FeedFile;
import org.teate.counterparts.town.Layout;

/** All migration sets while they are written, side by side, so that the ledger need not be held in memory. */
final class LedgerSets implements Rows, Closeable {

    private final Map<Layout, FeedFile> files = new LinkedHashMap<>();

    LedgerSets(Path folder, LocalDate date, int sequence) {
        for (Layout layout : LedgerLayouts.ALL) {
            files.put(layout, new FeedFile(folder, layout, date, sequence));
        }
    }

    @Override
    public void add(Layout layout, String... values) {
        files.get(layout).add(values);
    }

    /** Gives every file its name and manifest, M01 first; M02 in the encrypted container. */
    List<Delivered> deliver(EncryptedContainer container) {
        return files.entrySet().stream()
                .map(entry -> entry.getKey() == LedgerLayouts.PERSON_NUMBER
                        ? container.deliver(entry.getValue())
                        : entry.getValue().deliver())
                .toList();
    }

    @Override
    public void close() {
        files.values().forEach(FeedFile::close);
    }
}
