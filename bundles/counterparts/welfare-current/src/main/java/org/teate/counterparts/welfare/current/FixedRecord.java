// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.util.Optional;
import org.teate.counterparts.town.Gaiji;

/**
 * A fixed-length record, cut up by bytes.
 *
 * @param bytes without the line's end
 */
record FixedRecord(byte[] bytes) {

    /** The bytes of every record of every file on this line. */
    static final int LENGTH = 200;

    /** Thrown for a file that is not as agreed; the message is for the other side's clerks. */
    static final class Broken extends Exception {

        private static final long serialVersionUID = 1L;

        private final String code;

        Broken(String code, String reason) {
            super(reason);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** The characters from a byte on, as they stand there; bytes that are none are U+FFFD. */
    String slice(int from, int length) {
        return new String(bytes, from, length, Gaiji.MS932);
    }

    /** A text without its filling. */
    String text(int from, int length, String item) throws Broken {
        String text = slice(from, length).replaceFirst(" +$", "");
        if (text.chars().anyMatch(c -> c == '\uFFFD' || Character.isISOControl(c))) {
            throw new Broken("2002", item + "に文字でないバイトがあります");
        }
        return text;
    }

    /** A text that must not be empty. */
    String needed(int from, int length, String item) throws Broken {
        String text = text(from, length, item);
        if (text.isEmpty()) {
            throw new Broken("2002", item + "がありません");
        }
        return text;
    }

    /** Digits that fill their place. */
    String digits(int from, int length, String item) throws Broken {
        String digits = slice(from, length);
        if (digits.length() != length || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new Broken("2002", item + "が数字ではありません");
        }
        return digits;
    }

    long number(int from, int length, String item) throws Broken {
        return Long.parseLong(digits(from, length, item));
    }

    /** A month, {@code yyyymm}. */
    String month(int from, String item) throws Broken {
        String month = digits(from, 6, item);
        int inYear = Integer.parseInt(month.substring(4));
        if (inYear < 1 || inYear > 12) {
            throw new Broken("2002", item + "が年月ではありません");
        }
        return month;
    }

    /** Whatever is left must be spaces. */
    void blankFrom(int from) throws Broken {
        if (!slice(from, LENGTH - from).isBlank()) {
            throw new Broken("2001", "予備に値があります");
        }
    }

    /** The kind of record, its first byte. */
    Optional<Character> kind() {
        return bytes.length == LENGTH ? Optional.of((char) bytes[0]) : Optional.empty();
    }
}
