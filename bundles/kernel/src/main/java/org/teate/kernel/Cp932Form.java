// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A text as the systems write it that know only CP932 and the city's own characters (縮退表記).
 *
 * <p>A character is looked for as one of the city's own (外字), then in CP932 without its variation selector, then in the
 * tables of the MJ reduction map (文字情報基盤 縮退マップ) in their order. What none of them has becomes {@code 〓} and is
 * listed, so that nothing is lost without somebody being told. Immutable and thread-safe.
 *
 * @param text the text in CP932, the city's own characters as code points of the private use area
 * @param substitutions what was replaced by another character or lost its variation selector, in the order of the text
 * @param lost the characters that stand as {@code 〓}
 */
public record Cp932Form(String text, List<Substitution> substitutions, List<String> lost) {

    private static final String NOT_SHOWN = "〓";
    private static final Charset CP932 = Charset.forName("windows-31j");

    /** Signs that Unicode has twice, as CP932 is read here and elsewhere; the same sign, not another one. */
    private static final Map<Integer, Integer> SAME_SIGN = Map.of(
            0x301C, 0xFF5E, 0x2016, 0x2225, 0x2212, 0xFF0D, 0x00A2, 0xFFE0, 0x00A3, 0xFFE1, 0x00AC, 0xFFE2, 0x2014,
            0x2015);

    private static final String[] TABLES = {
        "",
        "JIS包摂規準・UCS統合規則",
        "法務省告示582号別表第四の一",
        "法務省告示582号別表第四の二",
        "戸籍統一文字情報の親字・正字",
        "民一2842号通達別表",
        "民一2842号通達別表（俗字）",
        "民一2842号通達別表（別字）",
        "民二5202号通知別表",
        "辞書類による関連字",
        "読み・字形による類推"
    };

    /**
     * One character that is written as another.
     *
     * @param original the character, with its variation selector if it has one
     * @param written what stands for it
     * @param basis the table that says so, in Japanese
     */
    public record Substitution(String original, String written, String basis) {}

    public Cp932Form {
        substitutions = List.copyOf(substitutions);
        lost = List.copyOf(lost);
    }

    /**
     * The form of {@code text}.
     *
     * @param own the city's own characters: the true character, with its variation selector if it has one, and the code
     *     point of the private use area that stands for it
     */
    public static Cp932Form of(String text, Map<String, String> own) {
        Writing writing = new Writing(own);
        int[] characters = text.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            boolean isVariant = i + 1 < characters.length && isSelector(characters[i + 1]);
            writing.add(characters[i], isVariant ? Character.toString(characters[i + 1]) : "");
            i += isVariant ? 1 : 0;
        }
        return new Cp932Form(writing.text.toString(), writing.substitutions, writing.lost);
    }

    /** Whether it is the text itself: nothing was replaced and nothing lost. */
    public boolean isExact() {
        return substitutions.isEmpty() && lost.isEmpty();
    }

    /** The text for a screen, which has no glyphs for the city's own characters: each is written as its code. */
    public String legible() {
        StringBuilder legible = new StringBuilder();
        text.codePoints()
                .mapToObj(c ->
                        Character.getType(c) == Character.PRIVATE_USE ? "[外字%04X]".formatted(c) : Character.toString(c))
                .forEach(legible::append);
        return legible.toString();
    }

    private static boolean isSelector(int c) {
        return c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
    }

    /** The form as far as it is written. */
    private static final class Writing {

        private final Map<String, String> own;
        private final CharsetEncoder encoder = CP932.newEncoder();
        private final StringBuilder text = new StringBuilder();
        private final List<Substitution> substitutions = new ArrayList<>();
        private final List<String> lost = new ArrayList<>();

        Writing(Map<String, String> own) {
            this.own = own;
        }

        void add(int character, String selector) {
            String base = Character.toString(character);
            String whole = base + selector;
            String plain = Character.toString(SAME_SIGN.getOrDefault(character, character));
            Reduced reduced = Reduction.FORMS.get(character);
            if (own.containsKey(whole)) {
                text.append(own.get(whole));
            } else if (encoder.canEncode(plain)) {
                write(whole, plain, selector.isEmpty() ? "" : "異体字選択子の省略");
            } else if (own.containsKey(base)) {
                write(whole, own.get(base), "異体字選択子の省略");
            } else if (reduced != null) {
                write(whole, reduced.written(), TABLES[reduced.table()]);
            } else {
                lost.add(whole);
                text.append(NOT_SHOWN);
            }
        }

        private void write(String original, String written, String basis) {
            text.append(written);
            if (!basis.isEmpty()) {
                substitutions.add(new Substitution(original, written, basis));
            }
        }
    }

    private record Reduced(String written, int table) {}

    /** Read when it is first needed. */
    private static final class Reduction {

        static final Map<Integer, Reduced> FORMS = load();

        private static Map<Integer, Reduced> load() {
            Map<Integer, Reduced> forms = new HashMap<>();
            try (InputStream bytes = Cp932Form.class.getResourceAsStream("cp932-forms.tsv");
                    BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
                lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                    String[] fields = line.split("\t");
                    forms.put(fields[0].codePointAt(0), new Reduced(fields[1], Integer.parseInt(fields[2])));
                });
                return Map.copyOf(forms);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
