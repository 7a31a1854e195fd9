// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.teate.exchange.Trial.Kind;

/** Compares two answers by meaning: how the same characters are written does not count as a difference of value. */
final class Comparison {

    private static final Pattern INDEX = Pattern.compile("\\[\\d+\\]");
    /** Signs that Unicode has twice, as CP932 is read in Java and elsewhere. */
    private static final Map<Integer, Integer> SAME_SIGN = Map.of(
            0x301C, 0xFF5E, 0x2016, 0x2225, 0x2212, 0xFF0D, 0x00A2, 0xFFE0, 0x00A3, 0xFFE1, 0x00AC, 0xFFE2, 0x2014,
            0x2015, 0x3000, 0x0020);
    /** Half-width kana and full-width letters; compatibility ideographs are characters of their own. */
    private static final Pattern WIDTHS = Pattern.compile("[\\uFF01-\\uFFEE]+");

    private final UnaryOperator<String> ownCharacters;

    /** @param ownCharacters what the city's own characters stand for */
    Comparison(UnaryOperator<String> ownCharacters) {
        this.ownCharacters = ownCharacters;
    }

    /**
     * What is not the same at one place.
     *
     * @param inUse the text in the answer of the one in use, empty if there is none
     * @param candidate the text in the candidate's answer, empty if there is none
     */
    record Difference(String place, Kind kind, String inUse, String candidate) {

        /** The place with its indices left out. */
        String path() {
            return INDEX.matcher(place).replaceAll("[]");
        }
    }

    List<Difference> between(Object inUse, Object candidate) {
        Map<String, String> ours = Flattened.of(inUse);
        Map<String, String> theirs = Flattened.of(candidate);
        Set<String> places = new LinkedHashSet<>(ours.keySet());
        places.addAll(theirs.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String place : places) {
            String here = ours.getOrDefault(place, "");
            String there = theirs.getOrDefault(place, "");
            if (!theirs.containsKey(place)) {
                differences.add(new Difference(place, Kind.ONLY_IN_USE, here, ""));
            } else if (!ours.containsKey(place)) {
                differences.add(new Difference(place, Kind.ONLY_CANDIDATE, "", there));
            } else if (!here.equals(there)) {
                Kind kind = meaning(here).equals(meaning(there)) ? Kind.EXPLAINED : Kind.VALUE;
                differences.add(new Difference(place, kind, here, there));
            }
        }
        return differences;
    }

    /** The text in one of the forms in which it may be written. */
    private String meaning(String text) {
        String plain = ownCharacters
                .apply(text)
                .codePoints()
                .filter(c -> !isSelector(c))
                .map(c -> SAME_SIGN.getOrDefault(c, c))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return WIDTHS.matcher(plain).replaceAll(Comparison::folded);
    }

    private static String folded(MatchResult run) {
        return Matcher.quoteReplacement(Normalizer.normalize(run.group(), Normalizer.Form.NFKC));
    }

    private static boolean isSelector(int c) {
        return c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
    }
}
