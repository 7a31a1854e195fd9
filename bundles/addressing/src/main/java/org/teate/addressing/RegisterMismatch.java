// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing;

import java.util.List;
import org.teate.kernel.AddresseeNumber;

/**
 * Somebody of whom the register's full file and we do not say the same.
 *
 * @param items what differs, in Japanese; none if the file does not name the person
 */
public record RegisterMismatch(AddresseeNumber number, Kind kind, List<String> items) {

    public RegisterMismatch {
        items = List.copyOf(items);
    }

    /** How they do not agree. */
    public enum Kind implements Coded {
        /** We hold a resident whom the file does not name. */
        NOT_NAMED("1", "全件ファイルにない"),
        /** The file has the version that we hold, with other content. */
        DIFFERENT("2", "版が同じで内容が異なる");

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
