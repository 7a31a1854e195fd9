// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.kernel;

import java.util.Optional;
import org.teate.kernel.BankKanaResult.Normalized;
import org.teate.kernel.BankKanaResult.Reason;
import org.teate.kernel.BankKanaResult.Refused;

/**
 * How a bank wants names written: half-width kana of JIS X 0201, without small kana and without the long vowel mark, which
 * is written {@code -}（全銀協規定形式 付録1 使用文字）.
 *
 * <p>Every permitted character is one byte, so a text's length is its number of bytes; a voiced kana has two. Immutable
 * and thread-safe.
 *
 * @param allowWo whether ｦ may stand in names too, as the revised standard seems to say and most banks do not
 * @param dotAsPeriod whether a middle dot (中黒) becomes a period where the field may hold one; else a space
 */
public record BankKana(boolean allowWo, boolean dotAsPeriod) {

    /** What every bank takes. */
    public static final BankKana STRICT = new BankKana(false, false);

    private static final int NOWHERE = -1;

    /** Whether {@code text} can be written as it stands, of whatever length; an empty one can. */
    public boolean isValid(String text, BankKanaField field) {
        return faultAt(text, field) == NOWHERE;
    }

    /** The first character because of which {@code text} cannot be written as it stands. */
    public Optional<Refused> faultIn(String text, BankKanaField field) {
        int at = faultAt(text, field);
        if (at == NOWHERE) {
            return Optional.empty();
        }
        Reason reason = BankKanaField.isMark(text.charAt(at)) ? Reason.MARK : Reason.CHARACTER;
        return Optional.of(new Refused(at + 1, text.codePointAt(at), reason));
    }

    /**
     * Writes {@code text} as a bank wants it. What comes out, put in again, comes out unchanged.
     *
     * <p>The holder of an account stays as the bank registered it: this is for what people type and other systems send,
     * not for making a holder's name from a resident's.
     *
     * @param maxBytes where to cut, at least 1; see {@link #cut}
     */
    public BankKanaResult normalize(String text, BankKanaField field, int maxBytes) {
        if (text.length() <= maxBytes && isTidy(text) && isValid(text, field)) {
            return Normalized.unchanged(text);
        }
        return new BankKanaForm(this, field).of(text, maxBytes);
    }

    /**
     * At most {@code maxBytes} bytes of {@code text}, never cut between a kana and its mark, and without a space at the cut.
     *
     * @throws IllegalArgumentException if {@code maxBytes} is less than 1
     */
    public static String cut(String text, int maxBytes) {
        if (maxBytes < 1) {
            throw new IllegalArgumentException("Nothing fits into " + maxBytes + " bytes");
        }
        if (text.length() <= maxBytes) {
            return text;
        }
        int end = BankKanaField.isMark(text.charAt(maxBytes)) ? maxBytes - 1 : maxBytes;
        return text.substring(0, end).stripTrailing();
    }

    boolean permits(char c, BankKanaField field) {
        return field.permits(c) || allowWo && c == BankKanaField.WO;
    }

    /** Where the first fault is. Runs for every transfer of a file, hence without an object. */
    private int faultAt(String text, BankKanaField field) {
        char before = ' ';
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (!permits(c, field) || BankKanaField.isMark(c) && !BankKanaField.carries(before, c)) {
                return at;
            }
            before = c;
        }
        return NOWHERE;
    }

    /** Whether no space stands at either end or beside another. */
    private static boolean isTidy(String text) {
        char before = ' ';
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == ' ' && before == ' ') {
                return false;
            }
            before = c;
        }
        return text.isEmpty() || before != ' ';
    }
}
