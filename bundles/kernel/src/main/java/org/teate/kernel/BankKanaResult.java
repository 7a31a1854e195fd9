// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.kernel;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What {@link BankKana} makes of a text. */
public sealed interface BankKanaResult {

    /** How far the bank's text is from the one given, the mildest first. */
    enum Severity {
        /** The same characters. */
        NONE,
        /** The same name in another form; nobody needs to look. */
        FORM,
        /** The end is missing; banks ask for the first characters of a long name. */
        TRUNCATED,
        /** Perhaps another name; a person must confirm it. */
        MATERIAL
    }

    /** One kind of change. */
    enum Change {
        /** Hiragana or full-width characters became half-width. */
        WIDTH(Severity.FORM),
        /** Lower case became upper case. */
        CASE(Severity.FORM),
        /** Spaces were trimmed, or several became one. */
        SPACE(Severity.FORM),
        /** Small kana became large. */
        SMALL_KANA(Severity.FORM),
        /** A long vowel or dash became the hyphen. */
        DASH(Severity.FORM),
        /** A middle dot (中黒) was replaced. */
        MIDDLE_DOT(Severity.FORM),
        /** ヰ and ヱ became ｲ and ｴ. */
        OLD_KANA(Severity.FORM),
        /** The end was cut off. */
        TRUNCATED(Severity.TRUNCATED),
        /** ヲ became ｵ. */
        WO(Severity.MATERIAL);

        private final Severity severity;

        Change(Severity severity) {
            this.severity = severity;
        }

        public Severity severity() {
            return severity;
        }
    }

    /**
     * The text as a bank takes it.
     *
     * @param text half-width, one byte a character in JIS X 0201; empty if nothing but spaces was given
     * @param changes what had to be changed
     */
    record Normalized(String text, Set<Change> changes) implements BankKanaResult {

        private static final Set<Change> NO_CHANGES = Collections.unmodifiableSet(EnumSet.noneOf(Change.class));

        public Normalized {
            changes = changes.isEmpty() ? NO_CHANGES : Collections.unmodifiableSet(EnumSet.copyOf(changes));
        }

        static Normalized unchanged(String text) {
            return new Normalized(text, NO_CHANGES);
        }

        /** The worst of the changes. */
        public Severity severity() {
            return changes.stream()
                    .map(Change::severity)
                    .max(Severity::compareTo)
                    .orElse(Severity.NONE);
        }

        /** Leaves the name out, so that it cannot reach a log. */
        @Override
        public String toString() {
            return "Normalized" + changes;
        }
    }

    /** Why a text cannot be written for a bank. */
    enum Reason {
        /** The character has no form that the field may hold; kanji are never read. */
        CHARACTER,
        /** A voiced or half-voiced mark stands where no kana can carry it. */
        MARK
    }

    /**
     * The first character that no bank would take.
     *
     * @param position its place in the text given, in characters, the first one being 1
     * @param character its Unicode code point
     */
    record Refused(int position, int character, Reason reason) implements BankKanaResult {

        /** A Japanese sentence for the clerk. */
        public String message() {
            return switch (reason) {
                case CHARACTER -> position + "文字目の「" + shown() + "」は銀行のファイルに使えません。";
                case MARK -> position + "文字目の濁点・半濁点は、直前の文字に付けられません。";
            };
        }

        /** The character, or its number where it would not be seen: controls, private ones, marks on their own. */
        private String shown() {
            boolean symbol = Character.getType(character) >= Character.DASH_PUNCTUATION;
            return symbol || Character.isLetterOrDigit(character)
                    ? Character.toString(character)
                    : String.format("U+%04X", character);
        }
    }
}
