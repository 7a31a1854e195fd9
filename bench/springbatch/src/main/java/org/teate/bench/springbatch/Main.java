// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.bench.springbatch;

import java.nio.file.Path;
import java.time.YearMonth;

/**
 * The command line. What is measured must not be done by the virtual machine that took the town in: its first run would not be
 * a first one for Derby.
 *
 * <ul>
 *   <li>{@code generate TOWN RECIPIENTS SEED FIRST} writes a town
 *   <li>{@code fill TOWN FOLDER} takes it in
 *   <li>{@code run FOLDER FIRST SECOND SHAPE TOWN WARM-RUNS} measures one shape in this virtual machine
 *   <li>{@code pay FOLDER FIRST SECOND SHAPE} does the job once and nothing else: its process is what is measured
 *   <li>{@code check FOLDER FIRST SECOND SHAPE TOWN} fails unless {@code pay} has paid what it should have
 * </ul>
 */
final class Main {

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "generate" -> TownGenerator.write(
                    Path.of(arguments[1]),
                    Integer.parseInt(arguments[2]),
                    Long.parseLong(arguments[3]),
                    YearMonth.parse(arguments[4]));
            case "fill" -> Database.make(Path.of(arguments[2]).resolve("derby"), new Town(Path.of(arguments[1])));
            case "run", "pay", "check" -> onTown(arguments);
            default -> throw new IllegalArgumentException("No such command: " + arguments[0]);
        }
    }

    private static void onTown(String[] arguments) throws Exception {
        Months months = new Months(YearMonth.parse(arguments[2]), YearMonth.parse(arguments[3]));
        Shape shape = Shape.valueOf(arguments[4]);
        try (JobRunner runner = new JobRunner(months, Path.of(arguments[1]))) {
            if (arguments[0].equals("pay")) {
                runner.run(runner.job(shape, 0), 0);
                return;
            }
            Benchmark benchmark = new Benchmark(new Town(Path.of(arguments[5])), months, runner);
            if (arguments[0].equals("check")) {
                benchmark.check(0);
            } else {
                benchmark.measure(shape, Integer.parseInt(arguments[6])).forEach(System.out::println);
            }
        }
    }
}
