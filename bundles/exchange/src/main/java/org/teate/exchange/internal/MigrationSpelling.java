// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The characters in which two spellings of a name differ.
 *
 * @param received the code points that only the first one has
 * @param handedOver the code points that only the second one has
 */
record MigrationSpelling(String received, String handedOver) {

    private static final int LONGEST = 200;

    /** Compares character by character, a variation selector being part of its character. */
    static MigrationSpelling between(String received, String handedOver) {
        List<String> before = characters(received);
        List<String> after = characters(handedOver);
        int[][] common = common(before, after);
        List<String> gone = new ArrayList<>();
        List<String> come = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                i++;
                j++;
            } else if (j == after.size() || i < before.size() && common[i + 1][j] >= common[i][j + 1]) {
                gone.add(before.get(i++));
            } else {
                come.add(after.get(j++));
            }
        }
        return new MigrationSpelling(codePoints(gone), codePoints(come));
    }

    /** How many characters are common to what follows each pair of places. */
    private static int[][] common(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static List<String> characters(String text) {
        List<String> characters = new ArrayList<>();
        text.codePoints().forEach(point -> {
            int last = characters.size() - 1;
            if (isVariationSelector(point) && last >= 0) {
                characters.set(last, characters.get(last) + Character.toString(point));
            } else {
                characters.add(Character.toString(point));
            }
        });
        return characters;
    }

    private static boolean isVariationSelector(int point) {
        return point >= 0xE0100 && point <= 0xE01EF || point >= 0xFE00 && point <= 0xFE0F;
    }

    private static String codePoints(Collection<String> characters) {
        String text = String.join("", characters)
                .codePoints()
                .mapToObj(point -> String.format("U+%04X", point))
                .collect(Collectors.joining(" "));
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
