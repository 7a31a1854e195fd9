// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.ports.migration;

import java.util.List;
import java.util.Map;

/**
 * One part of a data set, at most 5,000 rows.
 *
 * @param migration the migration's number
 * @param set the set, such as {@code M05}
 * @param number which part, from 1 without gaps
 * @param last whether it is the set's last part
 * @param items the names of the items, the same in every part of a set
 * @param keys the items that make a row itself, in the order of {@link RowDigest#key()}
 * @param rows the rows; each has one text for each item, empty where there is no value
 * @param totals the control totals of this part, {@code count.<item>.<value>} and {@code sum.<item>}
 * @param confidential whether it holds Individual Numbers, so that it must travel in an encrypted container
 */
public record SetPart(
        String migration,
        String set,
        int number,
        boolean last,
        List<String> items,
        List<String> keys,
        List<List<String>> rows,
        Map<String, Long> totals,
        boolean confidential) {

    public SetPart {
        items = List.copyOf(items);
        keys = List.copyOf(keys);
        rows = List.copyOf(rows);
        totals = Map.copyOf(totals);
    }

    /** Names only the part: the rows are about persons. */
    @Override
    public String toString() {
        return set + " part " + number + " of migration " + migration;
    }
}
