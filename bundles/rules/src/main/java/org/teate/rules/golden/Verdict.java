// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules.golden;

import java.util.List;

/**
 * What the rules make of a row of a table.
 *
 * @param id the row's id
 * @param expected what the table says
 * @param computed what the rules say, in the same form
 * @param why the reason, in Japanese sentences
 */
record Verdict(String id, String expected, String computed, List<String> why) {

    boolean agrees() {
        return expected.equals(computed);
    }
}
