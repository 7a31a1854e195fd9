// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.teate.kernel.Wareki;

/** A Japanese sentence with named gaps, such as {@code {month}分}. */
final class Template {

    private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");

    private final String text;
    private final List<String> names;

    Template(String text) {
        this.text = text;
        this.names =
                GAP.matcher(text).results().map(gap -> gap.group(1)).distinct().toList();
    }

    /** The gaps' names, in the order of their first occurrence. */
    List<String> names() {
        return names;
    }

    /** The sentence with the values in the order of {@link #names()}. */
    String filledWith(List<Object> values) {
        if (values.size() != names.size()) {
            throw new IllegalArgumentException(names + " cannot be filled with " + values.size() + " values");
        }
        return GAP.matcher(text)
                .replaceAll(gap -> Matcher.quoteReplacement(inJapanese(values.get(names.indexOf(nameOf(gap))))));
    }

    private static String nameOf(MatchResult gap) {
        return gap.group(1);
    }

    static String inJapanese(Object value) {
        if (value instanceof LocalDate day) {
            return Wareki.of(day);
        }
        if (value instanceof YearMonth month) {
            return Wareki.of(month);
        }
        return value instanceof Labelled term ? term.label() : value.toString();
    }
}
