// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

/** How a child stands in a month: counted, or why not. */
enum Standing {
    COUNTED(Rule.CARED_FOR),
    NEWBORN(Rule.NEWBORN),
    PAST(Rule.PAST_EVERY_AGE),
    NOT_IN_CARE(Rule.NOT_IN_CARE),
    NOT_SUPPORTED(Rule.NOT_SUPPORTED),
    PLACED(Rule.PLACED_ELSEWHERE),
    NOT_PLACED(Rule.NOT_PLACED_HERE),
    EXTENDED(Rule.PLACEMENT_EXTENDED),
    ABROAD(Rule.ABROAD),
    STUDY_OVER(Rule.STUDY_OVER);

    private final Rule rule;

    Standing(Rule rule) {
        this.rule = rule;
    }

    Rule rule() {
        return rule;
    }
}
