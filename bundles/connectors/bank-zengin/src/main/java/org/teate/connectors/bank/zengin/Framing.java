// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.bank.zengin;

/** What follows each record of a file; the standard knows no separator, many banks do. */
public enum Framing {
    NONE(),
    CRLF('\r', '\n'),
    LF('\n');

    private final byte[] separator;

    Framing(char... separator) {
        this.separator = new byte[separator.length];
        for (int at = 0; at < separator.length; at++) {
            this.separator[at] = (byte) separator[at];
        }
    }

    int length() {
        return separator.length;
    }

    void copyTo(byte[] file, int at) {
        System.arraycopy(separator, 0, file, at, separator.length);
    }
}
