// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.bench.springbatch;

import java.nio.file.Path;
import java.time.YearMonth;

/**
 * The command line: {@code generate TOWN RECIPIENTS SEED FIRST} writes a town, {@code fill TOWN FOLDER} takes it in, and
 * {@code run TOWN FIRST SECOND SHAPE WARM-RUNS FOLDER} measures one shape in this virtual machine, which must not have taken
 * the town in: its first run would not be a first one for Derby.
 */
final class Main {

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        Path town = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "generate" -> TownGenerator.write(
                    town, Integer.parseInt(arguments[2]), Long.parseLong(arguments[3]), YearMonth.parse(arguments[4]));
            case "fill" -> Database.make(Path.of(arguments[2]).resolve("derby"), new Town(town));
            case "run" -> {
                Months months = new Months(YearMonth.parse(arguments[2]), YearMonth.parse(arguments[3]));
                Shape shape = Shape.valueOf(arguments[4]);
                int warmRuns = Integer.parseInt(arguments[5]);
                try (Benchmark benchmark = new Benchmark(new Town(town), months, Path.of(arguments[6]))) {
                    benchmark.measure(shape, warmRuns).forEach(System.out::println);
                }
            }
            default -> throw new IllegalArgumentException("No such command: " + arguments[0]);
        }
    }
}
