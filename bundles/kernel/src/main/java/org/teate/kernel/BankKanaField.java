// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.kernel;

/**
 * What a text in a bank file stands for, which decides the characters it may hold（全銀協規定形式 付録1 使用文字）.
 *
 * <p>All may hold large half-width kana with their marks, capital Latin letters, digits and the space.
 */
public enum BankKanaField {
    /** The name of a bank or a branch (金融機関名・店舗名). */
    BRANCH("-"),
    /** The name of an account's holder, a payee or the ordering party (口座名・受取人名・委託者名). */
    PARTY("()-."),
    /** Free text that travels with the transfer (EDI情報); the only field that always takes ｦ. */
    EDI("\\｢｣()-/.ｦ");

    static final char WO = 'ｦ';
    static final char VOICED = 'ﾞ';
    static final char HALF_VOICED = 'ﾟ';

    private static final char FIRST_KANA = '｡';
    private static final int ASCII = 0x80;

    /** By JIS X 0201: the ASCII characters, then the kana from {@link #FIRST_KANA} on. */
    private final boolean[] permitted = new boolean[ASCII + HALF_VOICED - FIRST_KANA + 1];

    BankKanaField(String symbols) {
        permit(' ', ' ');
        permit('0', '9');
        permit('A', 'Z');
        permit('ｱ', HALF_VOICED);
        symbols.chars().forEach(symbol -> permit((char) symbol, (char) symbol));
    }

    /** Whether the field may hold {@code c}; of the marks it says nothing about their place. */
    boolean permits(char c) {
        int index = indexOf(c);
        return index >= 0 && permitted[index];
    }

    /** Whether {@code mark}, voiced or half voiced, may stand behind {@code kana}. */
    static boolean carries(char kana, char mark) {
        boolean ha = kana >= 'ﾊ' && kana <= 'ﾎ';
        return ha || mark == VOICED && (kana == 'ｳ' || kana >= 'ｶ' && kana <= 'ﾄ');
    }

    static boolean isMark(char c) {
        return c == VOICED || c == HALF_VOICED;
    }

    private void permit(char first, char last) {
        for (char c = first; c <= last; c++) {
            permitted[indexOf(c)] = true;
        }
    }

    private static int indexOf(char c) {
        if (c < ASCII) {
            return c;
        }
        return c >= FIRST_KANA && c <= HALF_VOICED ? ASCII + c - FIRST_KANA : -1;
    }
}
