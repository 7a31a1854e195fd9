// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.bench.rules;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** An invented town, the same for every seed: one to four children a household, up to 24 years old. */
final class Town {

    private static final int OLDEST_DAYS = 8766;

    private Town() {}

    static List<Household> of(int households, long seed, YearMonth month) {
        Random random = new Random(seed);
        return IntStream.range(0, households)
                .mapToObj(id -> household(id, random, month.atDay(1)))
                .toList();
    }

    private static Household household(int id, Random random, LocalDate first) {
        int children = 1 + random.nextInt(4);
        List<LocalDate> births = IntStream.range(0, children)
                .mapToObj(i -> first.minusDays(1 + random.nextInt(OLDEST_DAYS)))
                .sorted()
                .toList();
        return new Household(id, first.minusYears(45).minusDays(random.nextInt(3_650)), births);
    }
}
