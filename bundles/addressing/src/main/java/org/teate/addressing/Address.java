// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing;

/** A place where somebody lives, lived, or gets letters; or the mark that it may not be shown. */
public sealed interface Address {

    /** The address on one line, or what stands in its place. */
    String line();

    /**
     * An address that may be shown. What is not known is an empty string.
     *
     * @param postalCode seven digits
     * @param municipalityCode six digits with check digit (全国地方公共団体コード)
     * @param text the address (住所)
     * @param building building and room (方書)
     */
    record Known(String postalCode, String municipalityCode, String text, String building) implements Address {

        @Override
        public String line() {
            String postal = postalCode.length() == 7
                    ? "〒" + postalCode.substring(0, 3) + "-" + postalCode.substring(3) + " "
                    : "";
            return (postal + text + " " + building).strip();
        }
    }

    /** An address that the one who looks may not see (支援措置により非表示). */
    record Withheld() implements Address {

        @Override
        public String line() {
            return "（支援措置により非表示）";
        }
    }
}
