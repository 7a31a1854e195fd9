// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.town;

/**
 * What the register knows of a foreign resident (外国人住民); every part is empty for a Japanese.
 *
 * @param nationality ISO 3166-1 alpha-3
 * @param latinName ASCII capitals
 * @param aliasKanji 通称, often empty
 * @param status 在留資格
 * @param period {@code 3Y} and the like
 * @param periodTo last day, empty without limit
 */
public record Foreign(
        String nationality,
        String latinName,
        String aliasKanji,
        String aliasKana,
        String status,
        String period,
        String periodTo,
        String card) {

    public static final Foreign NOT = new Foreign("", "", "", "", "", "", "", "");
}
