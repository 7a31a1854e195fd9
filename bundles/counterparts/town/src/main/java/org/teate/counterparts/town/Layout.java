// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.town;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;

/**
 * What a file of one interface looks like.
 *
 * @param id {@code IF-10}, {@code M05}
 * @param sender the counterpart
 * @param mode {@code F} full or {@code D} difference
 * @param header whether the first line names the items
 * @param items in their order
 * @param counted items of which each value is counted in the manifest
 * @param summed items of which the sum is in the manifest
 */
public record Layout(
        String id,
        String sender,
        String mode,
        Charset charset,
        boolean header,
        List<String> items,
        Set<String> counted,
        Set<String> summed) {

    public Layout {
        items = List.copyOf(items);
        counted = Set.copyOf(counted);
        summed = Set.copyOf(summed);
        if (!items.containsAll(counted) || !items.containsAll(summed)) {
            throw new IllegalArgumentException(id + " has totals of items that it does not have");
        }
    }

    /** The interface as file names write it. */
    String prefix() {
        return id.replace("-", "");
    }
}
