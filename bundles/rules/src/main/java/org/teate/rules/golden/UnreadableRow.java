// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules.golden;

/** A row of a table that cannot be understood; the message says which part. */
final class UnreadableRow extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnreadableRow(String message) {
        super(message);
    }

    UnreadableRow(String message, RuntimeException cause) {
        super(message, cause);
    }
}
