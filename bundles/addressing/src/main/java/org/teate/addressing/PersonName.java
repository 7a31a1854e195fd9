// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing;

/**
 * The names of one person. What a person does not have is an empty string.
 *
 * @param name the name as written (氏名), family name, full-width space, given name
 * @param kana its reading in full-width katakana
 * @param kanaOfficial whether the reading is on the resident record (氏名の振り仮名)
 * @param alias a foreigner's registered alias (通称)
 * @param aliasKana the alias's reading
 * @param latin a foreigner's name in Latin letters
 */
public record PersonName(
        String name, String kana, boolean kanaOfficial, String alias, String aliasKana, String latin) {}
