// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.town;

import java.util.List;

/** Banks and branches as the people of the town use them. Immutable and thread-safe. */
public final class Banks {

    /** Japan Post Bank (ゆうちょ銀行). */
    public static final String YUCHO = "9900";

    /** A branch that exists (店舗). */
    public record Branch(String bank, String code) {}

    private final List<Branch> branches;
    private final int[] upTo;

    public Banks() {
        List<String[]> rows = Text.rows("branches.csv");
        branches = rows.stream().map(row -> new Branch(row[1], row[3])).toList();
        upTo = new int[rows.size()];
        int sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += Integer.parseInt(rows.get(i)[0]);
            upTo[i] = sum;
        }
    }

    public Branch any(Dice dice) {
        int point = dice.between(1, upTo[upTo.length - 1]);
        int i = 0;
        while (upTo[i] < point) {
            i++;
        }
        return branches.get(i);
    }

    public List<Branch> all() {
        return branches;
    }
}
