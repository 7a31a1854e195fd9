// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.bench.springbatch;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Random;
import java.util.stream.Collectors;

/** Writes an invented town, the same for the same seed: one to four children of up to 24 years for each recipient. */
final class TownGenerator {

    private static final String[] FAMILY = {"ﾔﾏﾀﾞ", "ｽｽﾞｷ", "ｻﾄｳ", "ﾀﾅｶ", "ﾜﾀﾅﾍﾞ"};
    private static final String[] GIVEN = {"ﾀﾛｳ", "ﾊﾅｺ", "ｼﾞﾛｳ", "ﾐｻｷ", "ｹﾝｼﾞ"};
    private static final int DAYS_OF_24_YEARS = 8_766;

    private final Random random;
    private final LocalDate before;

    private TownGenerator(long seed, YearMonth first) {
        this.random = new Random(seed);
        this.before = first.atDay(1);
    }

    /** @param first the first month to pay; every child is born before it */
    static void write(Path file, int recipients, long seed, YearMonth first) throws IOException {
        TownGenerator generator = new TownGenerator(seed, first);
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (int id = 1; id <= recipients; id++) {
                writer.write(generator.line(id));
                writer.newLine();
            }
        }
    }

    private String line(int id) {
        String births = random.ints(1 + random.nextInt(4), 1, DAYS_OF_24_YEARS)
                .mapToObj(days -> before.minusDays(days).toString())
                .collect(Collectors.joining(";"));
        return "%010d,%04d,ｷﾞﾝｺｳ%d,%03d,ｼﾃﾝ%d,1,%07d,%s %s,%s"
                .formatted(
                        id,
                        1 + id % 40,
                        1 + id % 40,
                        id % 300,
                        id % 300,
                        id * 7919L % 10_000_000,
                        FAMILY[id % 5],
                        GIVEN[id / 5 % 5],
                        births);
    }
}
