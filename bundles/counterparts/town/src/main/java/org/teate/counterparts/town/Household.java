// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.town;

import java.util.List;

/**
 * A household of the register (世帯).
 *
 * @param number fifteen digits
 * @param members the householder first, never empty
 */
public record Household(String number, List<Person> members) {

    public Household {
        members = List.copyOf(members);
    }
}
