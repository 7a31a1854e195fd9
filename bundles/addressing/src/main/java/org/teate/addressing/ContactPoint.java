// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing;

/**
 * A telephone number or e-mail address (連絡先).
 *
 * @param kind what it is
 * @param text the number or address
 * @param priority 1 is tried first
 * @param note a remark, may be empty
 */
public record ContactPoint(Kind kind, String text, int priority, String note) {

    /** What a contact is. */
    public enum Kind implements Coded {
        HOME("1", "自宅"),
        MOBILE("2", "携帯"),
        WORK("3", "勤務先"),
        MAIL("4", "メール"),
        OTHER("9", "その他");

        private final String code;
        private final String label;

        Kind(String code, String label) {
            this.code = code;
            this.label = label;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public String label() {
            return label;
        }
    }
}
