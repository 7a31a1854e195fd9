// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access;

import java.util.Optional;
import org.teate.kernel.AddresseeNumber;

/**
 * One thing that waits for a person.
 *
 * @param key what makes it itself, such as file name and line; at most 150 characters
 * @param kind what kind of thing, such as {@code import.M10}; at most 50 characters
 * @param subject whose affair it is, if known
 * @param text a Japanese sentence that names record, item and reason; cut after 500 characters, as what a
 *     sender wrote into a record has no bounds
 */
public record WorkItem(String key, String kind, Optional<AddresseeNumber> subject, String text) {

    private static final int TEXT = 500;

    /** @throws IllegalArgumentException if key or kind is longer than it may be */
    public WorkItem {
        Lengths.check("key", key, 150);
        Lengths.check("kind", kind, 50);
        text = text.length() <= TEXT ? text : text.substring(0, TEXT - 1) + "…";
    }
}
