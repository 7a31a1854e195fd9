// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.ports.migration;

/**
 * A row as the other system holds it, without its content.
 *
 * @param key the values of the set's key items, joined by {@code |}; rows are in the order of the code points of their keys
 * @param sha256 64 lower-case hexadecimal digits of the SHA-256 of all items in their order, joined by U+001F, in UTF-8
 */
public record RowDigest(String key, String sha256) {}
