// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.bank.zengin;

import org.teate.kernel.BankKana;

/** Fixed records of 120 bytes on their way into one file. Not thread-safe. */
final class Records {

    static final int LENGTH = 120;

    private static final byte END_OF_FILE = 0x1A;
    private static final int ASCII = 0x80;
    /** Between the half-width kana of Unicode and those of JIS X 0201. */
    private static final int KANA_OFFSET = '｡' - 0xA1;

    private final Framing framing;
    private final boolean endOfFileMark;
    private final byte[] file;
    private int at;
    private int recordEnd = LENGTH;

    Records(int count, Framing framing, boolean endOfFileMark) {
        this.framing = framing;
        this.endOfFileMark = endOfFileMark;
        this.file = new byte[Math.multiplyExact(count, LENGTH + framing.length()) + (endOfFileMark ? 1 : 0)];
    }

    /** A number, on the right, after zeros (N). */
    Records number(long number, int width) {
        long rest = number;
        for (int place = at + width - 1; place >= at; place--) {
            file[place] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        if (rest != 0 || number < 0) {
            throw new IllegalStateException("A number does not fit " + width + " digits");
        }
        at += width;
        return this;
    }

    /** Text, on the left, before spaces (C); what is too long is cut as {@link BankKana#cut} says. */
    Records text(String text, int width) {
        String fitting = BankKana.cut(text, width);
        for (int index = 0; index < fitting.length(); index++) {
            char c = fitting.charAt(index);
            file[at + index] = (byte) (c < ASCII ? c : c - KANA_OFFSET);
        }
        at += fitting.length();
        return spaces(width - fitting.length());
    }

    Records constant(char c) {
        file[at++] = (byte) c;
        return this;
    }

    Records spaces(int width) {
        for (int end = at + width; at < end; at++) {
            file[at] = ' ';
        }
        return this;
    }

    /** Fills the record up with spaces (ダミー) and opens the next one. */
    void end() {
        if (at > recordEnd) {
            throw new IllegalStateException("A record has " + (at - recordEnd) + " bytes too many");
        }
        spaces(recordEnd - at);
        framing.copyTo(file, at);
        at += framing.length();
        recordEnd = at + LENGTH;
    }

    byte[] file() {
        if (endOfFileMark) {
            file[at++] = END_OF_FILE;
        }
        if (at != file.length) {
            throw new IllegalStateException("The file has " + at + " bytes instead of " + file.length);
        }
        return file;
    }
}
