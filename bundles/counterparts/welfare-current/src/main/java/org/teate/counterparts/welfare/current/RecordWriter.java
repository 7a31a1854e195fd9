// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.util.Arrays;
import org.teate.counterparts.town.Gaiji;

/** Writes one fixed-length record with its line's end. Not thread-safe. */
final class RecordWriter {

    private final byte[] line = new byte[FixedRecord.LENGTH + 2];
    private int at;

    RecordWriter() {
        Arrays.fill(line, (byte) ' ');
        line[FixedRecord.LENGTH] = '\r';
        line[FixedRecord.LENGTH + 1] = '\n';
    }

    /** Text, left-justified. */
    RecordWriter text(String text, int length) {
        byte[] bytes = text.getBytes(Gaiji.MS932);
        if (bytes.length > length) {
            throw new IllegalArgumentException(bytes.length + " bytes do not fit into " + length);
        }
        System.arraycopy(bytes, 0, line, at, bytes.length);
        at += length;
        return this;
    }

    /** Digits, right-justified with zeros. */
    RecordWriter number(long number, int length) {
        return text(String.format("%0" + length + "d", number), length);
    }

    byte[] bytes() {
        return line;
    }
}
