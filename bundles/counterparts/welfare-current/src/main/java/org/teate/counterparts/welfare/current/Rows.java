// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import org.teate.counterparts.town.Layout;

/** Takes the rows of the migration sets: to write them down, or to keep what they say. */
interface Rows {

    /** @param values one for each item of the layout, empty for "no value" */
    void add(Layout layout, String... values);
}
