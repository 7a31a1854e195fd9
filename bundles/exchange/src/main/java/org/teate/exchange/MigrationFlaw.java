// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange;

/**
 * What is wrong with one row of a migration. It names no person's data, only where they are.
 *
 * @param set the set, such as {@code M05}
 * @param key the values of the row's key items, joined by {@code |}; of a character its code point
 * @param item the item at fault, empty if the whole row is meant
 * @param code the code of the error
 * @param reason a Japanese sentence
 */
public record MigrationFlaw(String set, String key, String item, String code, String reason) {}
