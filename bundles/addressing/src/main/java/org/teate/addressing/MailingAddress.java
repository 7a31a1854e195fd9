// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where letters go instead of the registered address (送付先).
 *
 * @param reason why
 * @param addressee to whom they are addressed; empty if to the person, and while withheld
 * @param address the place
 * @param from the first day
 * @param to the last day
 */
public record MailingAddress(Reason reason, String addressee, Address address, LocalDate from, Optional<LocalDate> to) {

    /** Why letters go elsewhere. */
    public enum Reason implements Coded {
        WISH("1", "本人希望"),
        GUARDIAN("2", "成年後見"),
        PROTECTION("3", "支援措置"),
        INSTITUTION("4", "施設"),
        RETURNED_MAIL("5", "返戻対応"),
        OTHER("9", "その他");

        private final String code;
        private final String label;

        Reason(String code, String label) {
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
