// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.town;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.List;

/**
 * The user-defined characters (外字) of the old system: how a name looks where only CP932 is known.
 *
 * <p>Not thread-safe: an encoder is held.
 */
public final class Gaiji {

    /** CP932 as Java names it. */
    public static final Charset MS932 = Charset.forName("MS932");

    private static final String GETA = "〓";

    /**
     * One character that the city has given a code point.
     *
     * @param code in the private use area, four hexadecimal digits
     * @param text with variation selector
     * @param fallback what CP932 itself would write
     */
    public record Glyph(String code, String text, String fallback) {

        String pua() {
            return Character.toString(Integer.parseInt(code, 16));
        }
    }

    private final CharsetEncoder encoder = MS932.newEncoder();
    private final List<Glyph> glyphs = Text.rows("gaiji.csv").stream()
            .map(row -> new Glyph(row[0], row[1], row[2]))
            .toList();

    public List<Glyph> glyphs() {
        return glyphs;
    }

    /** The text as CP932 can write it: own characters first, then without variation selector, then 〓. */
    public String degrade(String text) {
        if (encoder.canEncode(text)) {
            return text;
        }
        String known = text;
        for (Glyph glyph : glyphs) {
            known = known.replace(glyph.text(), glyph.pua());
        }
        StringBuilder degraded = new StringBuilder();
        known.codePoints().filter(point -> !isVariationSelector(point)).forEach(point -> {
            String one = Character.toString(point);
            degraded.append(encoder.canEncode(one) ? one : GETA);
        });
        return degraded.toString();
    }

    private static boolean isVariationSelector(int point) {
        return point >= 0xE0100 && point <= 0xE01EF;
    }
}
