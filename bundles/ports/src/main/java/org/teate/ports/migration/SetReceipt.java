// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.ports.migration;

import java.util.List;
import java.util.Map;

/**
 * What became of a part at the other system.
 *
 * @param received rows that arrived
 * @param applied rows that changed something
 * @param unchanged rows that lay there already
 * @param totals the control totals as they were counted there
 * @param refused the rows that were refused
 */
public record SetReceipt(
        long received, long applied, long unchanged, Map<String, Long> totals, List<RefusedRow> refused) {

    public SetReceipt {
        totals = Map.copyOf(totals);
        refused = List.copyOf(refused);
    }

    /**
     * A row that the other system refused.
     *
     * @param row which row of the part, from 1
     * @param item the item at fault, empty if the whole row is meant
     * @param code the other system's code, such as {@code E401}
     * @param message its reason, in Japanese
     */
    public record RefusedRow(int row, String item, String code, String message) {}
}
