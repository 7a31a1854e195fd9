// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How somebody is related to the householder (続柄): one to four steps, read from left to right.
 *
 * <p>{@code 03} is the householder's wife, {@code 0321} the wife's father, {@code 1103} the child's wife.
 *
 * @param codes two digits for each step
 */
public record Relation(String codes) {

    private static final Map<String, String> STEPS = Map.ofEntries(
            Map.entry("01", "世帯主"),
            Map.entry("02", "夫"),
            Map.entry("03", "妻"),
            Map.entry("04", "夫（未届）"),
            Map.entry("05", "妻（未届）"),
            Map.entry("11", "子"),
            Map.entry("12", "子"),
            Map.entry("13", "養子"),
            Map.entry("14", "妻の子"),
            Map.entry("21", "父"),
            Map.entry("22", "母"),
            Map.entry("31", "兄弟姉妹"),
            Map.entry("41", "孫"),
            Map.entry("51", "祖父母"),
            Map.entry("61", "同居人"),
            Map.entry("62", "縁故者"),
            Map.entry("99", "その他"));

    /** @throws IllegalArgumentException if this is not one to four known steps */
    public Relation {
        if (!isValid(codes)) {
            throw new IllegalArgumentException("Not a relation: one to four known steps of two digits are expected");
        }
    }

    /** Whether {@code codes} is one to four known steps. */
    public static boolean isValid(String codes) {
        return codes.length() >= 2
                && codes.length() <= 8
                && codes.length() % 2 == 0
                && steps(codes).allMatch(STEPS::containsKey);
    }

    public boolean isHouseholder() {
        return codes.equals("01");
    }

    /** The relation in words, such as 妻の父. */
    public String label() {
        String fromHouseholder = codes.length() > 2 && codes.startsWith("01") ? codes.substring(2) : codes;
        return steps(fromHouseholder).map(STEPS::get).collect(Collectors.joining("の"));
    }

    private static Stream<String> steps(String codes) {
        return IntStream.range(0, codes.length() / 2).mapToObj(step -> codes.substring(2 * step, 2 * step + 2));
    }
}
