// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing;

import java.util.List;

/**
 * One page of a search.
 *
 * @param rows the people on it
 * @param total how many people the whole search has found
 */
public record PersonPage(List<PersonRow> rows, long total) {

    public static final PersonPage EMPTY = new PersonPage(List.of(), 0);

    public PersonPage {
        rows = List.copyOf(rows);
    }
}
