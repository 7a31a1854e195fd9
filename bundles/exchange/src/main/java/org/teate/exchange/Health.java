// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange;

import java.time.Instant;

/**
 * Whether a connector reached its system when it was last asked.
 *
 * @param state what came of it
 * @param text the connector's own words, or why it could not be asked; empty if all is well
 * @param at when it was asked
 */
public record Health(State state, String text, Instant at) {

    /** What came of asking. */
    public enum State {
        /** The system answered and let the connector in (疎通あり). */
        REACHED("疎通あり"),
        /** It did not (疎通なし). */
        NOT_REACHED("疎通なし"),
        /** The connector is not plugged in, or cannot be asked (確認不可). */
        UNKNOWN("確認不可");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** The state's name on a page. */
        public String label() {
            return label;
        }
    }
}
