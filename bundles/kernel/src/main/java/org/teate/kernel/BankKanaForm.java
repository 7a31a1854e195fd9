// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.kernel;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.teate.kernel.BankKanaResult.Change;
import org.teate.kernel.BankKanaResult.Normalized;
import org.teate.kernel.BankKanaResult.Reason;
import org.teate.kernel.BankKanaResult.Refused;

/** One text on its way into the form that a bank takes, a character at a time so that a refusal can name the place. */
final class BankKanaForm {

    /** The kana of JIS X 0201 in its order, small ones and the long vowel included, as full-width characters. */
    private static final String FULL_WIDTH =
            "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u3099\u309A";

    private static final char FIRST_HALF_WIDTH = '｡';
    private static final String SMALL = "ァィゥェォャュョッヮヵヶ";
    private static final String LARGE = "アイウエオヤユヨツワカケ";
    /** The hyphen itself is not among them; NFKD makes one of its full-width form. */
    private static final String DASHES = "ーｰ―‐‑–—−";

    private static final String MIDDLE_DOTS = "・･·";
    private static final String VOICED_MARKS = "\u3099゛ﾞ";
    private static final String HALF_VOICED_MARKS = "\u309A゜ﾟ";
    private static final String YEN_SIGNS = "¥￥";

    private final BankKana rules;
    private final BankKanaField field;
    private final StringBuilder form = new StringBuilder();
    private final Set<Change> changes = EnumSet.noneOf(Change.class);

    BankKanaForm(BankKana rules, BankKanaField field) {
        this.rules = rules;
        this.field = field;
    }

    BankKanaResult of(String text, int maxBytes) {
        int position = 0;
        for (int at = 0; at < text.length(); position++) {
            int character = text.codePointAt(at);
            Optional<Reason> refusal = take(character);
            if (refusal.isPresent()) {
                return new Refused(position + 1, character, refusal.get());
            }
            at += Character.charCount(character);
        }
        if (endsWith(' ')) {
            form.setLength(form.length() - 1);
            changes.add(Change.SPACE);
        }
        String cut = BankKana.cut(form.toString(), maxBytes);
        if (cut.length() < form.length()) {
            changes.add(Change.TRUNCATED);
        }
        return new Normalized(cut, changes);
    }

    private Optional<Reason> take(int character) {
        String plain = plain(character);
        for (int at = 0; at < plain.length(); at++) {
            Optional<Reason> refusal = append(fold(plain.charAt(at)));
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    /** The character without its width, and with its mark, if it has one, as a character of its own. */
    private String plain(int character) {
        if (DASHES.indexOf(character) >= 0) {
            changes.add(Change.DASH);
            return "-";
        }
        if (MIDDLE_DOTS.indexOf(character) >= 0) {
            changes.add(Change.MIDDLE_DOT);
            return rules.dotAsPeriod() && field.permits('.') ? "." : " ";
        }
        // the marks that stand alone would become a space and a mark
        if (VOICED_MARKS.indexOf(character) >= 0) {
            return "\u3099";
        }
        if (HALF_VOICED_MARKS.indexOf(character) >= 0) {
            return "\u309A";
        }
        // JIS X 0201 has the yen sign in the place of the backslash
        if (YEN_SIGNS.indexOf(character) >= 0) {
            return "\\";
        }
        String text = Character.toString(character);
        if (character < 0x80 || rules.permits(text.charAt(0), field)) {
            return text;
        }
        if (character < FIRST_HALF_WIDTH || character > BankKanaField.HALF_VOICED) {
            changes.add(Change.WIDTH);
        }
        return Normalizer.normalize(text, Normalizer.Form.NFKD);
    }

    /** The half-width character that a bank writes for {@code c}, or {@code c} itself if there is none. */
    private char fold(char c) {
        if (c >= 'a' && c <= 'z') {
            changes.add(Change.CASE);
            return (char) (c - 'a' + 'A');
        }
        char kana = large(c >= 'ぁ' && c <= 'ゖ' ? (char) (c - 'ぁ' + 'ァ') : c);
        if (kana == 'ヰ' || kana == 'ヱ') {
            changes.add(Change.OLD_KANA);
            kana = kana == 'ヰ' ? 'イ' : 'エ';
        }
        if (kana == 'ヲ' && !rules.permits(BankKanaField.WO, field)) {
            changes.add(Change.WO);
            kana = 'オ';
        }
        int index = FULL_WIDTH.indexOf(kana);
        return index < 0 ? kana : (char) (FIRST_HALF_WIDTH + index);
    }

    private char large(char kana) {
        int small = SMALL.indexOf(kana);
        if (small < 0) {
            return kana;
        }
        changes.add(Change.SMALL_KANA);
        return LARGE.charAt(small);
    }

    private Optional<Reason> append(char c) {
        if (c == ' ' && (form.isEmpty() || endsWith(' '))) {
            changes.add(Change.SPACE);
            return Optional.empty();
        }
        if (BankKanaField.isMark(c) && (form.isEmpty() || !BankKanaField.carries(last(), c))) {
            return Optional.of(Reason.MARK);
        }
        if (!rules.permits(c, field)) {
            return Optional.of(Reason.CHARACTER);
        }
        form.append(c);
        return Optional.empty();
    }

    private boolean endsWith(char c) {
        return !form.isEmpty() && last() == c;
    }

    private char last() {
        return form.charAt(form.length() - 1);
    }
}
