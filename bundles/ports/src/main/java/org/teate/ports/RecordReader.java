// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.ports;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Reads the records of one data file in order. Not thread-safe. */
public interface RecordReader extends Closeable {

    /**
     * The next record, or empty at the end.
     *
     * @throws UnreadableFile if the file's structure is broken from here on, such as a quote that is never closed
     * @throws IOException if the file cannot be read
     */
    Optional<FeedRecord> next() throws IOException;
}
