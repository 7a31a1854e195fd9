// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

/**
 * Tables of the FROM clause with the index by which they are read.
 *
 * <p>Derby decides once how to read a table, and for a statement that is first prepared while the table is empty decides to
 * read all of it, row by row, for good: an import would get slower with every chunk. What tells Derby better is a comment
 * to every other database.
 */
final class IndexHint {

    private IndexHint() {}

    /** The table, read by its primary key. */
    static String byKey(String table) {
        return table + " --DERBY-PROPERTIES constraint=" + table + "_KEY\n";
    }

    /** The table, read by the index that holds all that a payment run reads of a ledger. */
    static String forRuns(String table) {
        return table + " --DERBY-PROPERTIES index=" + table + "_FOR_RUNS\n";
    }

    /** The table, read by another index, which is named {@code TABLE_BY_WHAT}. */
    static String by(String what, String table) {
        return table + " --DERBY-PROPERTIES index=" + table + "_BY_" + what + "\n";
    }
}
