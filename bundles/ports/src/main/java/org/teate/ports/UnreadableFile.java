// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.ports;

import java.io.IOException;

/** A data file whose structure is broken, so that nothing after {@link #line()} can be trusted. */
public class UnreadableFile extends IOException {

    private static final long serialVersionUID = 1L;

    private final long line;

    /**
     * @param line the line at which reading stopped, the first one being 1
     * @param reason what is wrong, in Japanese, for a clerk
     */
    public UnreadableFile(long line, String reason) {
        super(reason);
        this.line = line;
    }

    public long line() {
        return line;
    }
}
