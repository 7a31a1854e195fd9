// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.current;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;

/**
 * Fixed-length records being written, 200 bytes of CP932 and CRLF each.
 *
 * <p>Whatever does not fit, or would not come out as it went in, is refused by its item's name; nothing is cut or
 * replaced. Not thread-safe.
 */
final class FixedRecords {

    /** The bytes of a record without its line's end. */
    static final int LENGTH = 200;

    /** With the line's end. */
    static final int WHOLE = LENGTH + 2;

    /** CP932 as Java names it; holds the private use area for the city's own characters (外字). */
    static final Charset CP932 = Charset.forName("MS932");

    private final byte[] bytes;
    private int at;
    private int end;

    FixedRecords(int records) {
        bytes = new byte[records * WHOLE];
        Arrays.fill(bytes, (byte) ' ');
    }

    /** Begins the next record. */
    FixedRecords begin() {
        at = end;
        end = at + WHOLE;
        bytes[end - 2] = '\r';
        bytes[end - 1] = '\n';
        return this;
    }

    /**
     * Text, left-justified.
     *
     * @throws IllegalArgumentException if CP932 cannot carry it, or not in {@code length} bytes; names the item alone
     */
    FixedRecords text(String item, String text, int length) {
        byte[] encoded = encode(item, text);
        if (encoded.length > length) {
            throw new IllegalArgumentException(
                    "項目 " + item + " が長すぎます(" + encoded.length + "バイト、上限" + length + "バイト)。");
        }
        System.arraycopy(encoded, 0, bytes, at, encoded.length);
        at += length;
        return this;
    }

    /**
     * Digits that fill their place exactly.
     *
     * @throws IllegalArgumentException if they do not
     */
    FixedRecords digits(String item, String digits, int length) {
        if (digits.length() != length || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("項目 " + item + " が" + length + "桁の数字ではありません。");
        }
        return text(item, digits, length);
    }

    /**
     * A number, right-justified with zeros.
     *
     * @throws IllegalArgumentException if it is negative or has more digits
     */
    FixedRecords number(String item, long number, int length) {
        String digits = Long.toString(number);
        if (number < 0 || digits.length() > length) {
            throw new IllegalArgumentException("項目 " + item + " が" + length + "桁の数値に収まりません。");
        }
        return text(item, "0".repeat(length - digits.length()) + digits, length);
    }

    /** Leaves a place empty. */
    FixedRecords blank(int length) {
        at += length;
        return this;
    }

    byte[] bytes() {
        return bytes;
    }

    private static byte[] encode(String item, String text) {
        if (text.endsWith(" ") || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("項目 " + item + " に送れない文字(制御文字または末尾の空白)があります。");
        }
        try {
            ByteBuffer encoded = CP932.newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(text));
            byte[] exact = Arrays.copyOf(encoded.array(), encoded.limit());
            // CP932 takes some characters only to give another one back, such as the yen sign
            if (new String(exact, CP932).equals(text)) {
                return exact;
            }
        } catch (CharacterCodingException e) {
            // said below, without the text
        }
        throw new IllegalArgumentException("項目 " + item + " に現行システムで表せない文字があります。");
    }
}
