// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.town;

import java.text.Normalizer;

/** Katakana as a bank writes a holder's name (口座名義人カナ): half width, no small letters. Thread-safe. */
public final class HalfWidth {

    private static final String FULL = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワンァィゥェォャュョッヮヲー　";
    private static final String HALF = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝｱｲｳｴｵﾔﾕﾖﾂﾜｵ- ";
    private static final char VOICED = '\u3099';
    private static final char HALF_VOICED = '\u309A';

    private HalfWidth() {}

    /**
     * The half-width form, cut at 48 characters but never between a letter and its mark.
     *
     * @throws IllegalArgumentException for anything but full-width katakana and spaces
     */
    public static String of(String katakana) {
        StringBuilder half = new StringBuilder();
        for (char c : Normalizer.normalize(katakana, Normalizer.Form.NFD).toCharArray()) {
            half.append(one(c));
        }
        if (half.length() <= 48) {
            return half.toString();
        }
        boolean mark = half.charAt(48) == 'ﾞ' || half.charAt(48) == 'ﾟ';
        return half.substring(0, mark ? 47 : 48);
    }

    private static char one(char c) {
        if (c == VOICED) {
            return 'ﾞ';
        }
        if (c == HALF_VOICED) {
            return 'ﾟ';
        }
        int index = FULL.indexOf(c);
        if (index < 0) {
            throw new IllegalArgumentException("Not katakana: U+" + Integer.toHexString(c));
        }
        return HALF.charAt(index);
    }
}
