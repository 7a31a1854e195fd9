// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules.golden;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Evaluates tables of decided cases with these rules and prints what agrees and what does not.
 *
 * <p>Called by {@code script/golden}; the formats are those of {@code golden-cases.csv} and {@code golden-lifecycle.csv}
 * among this bundle's tests.
 */
public final class Golden {

    private static final int DIFFERENT = 1;
    private static final int USAGE = 2;

    private final PrintStream out;
    private final boolean why;
    private int agreeing;
    private int differing;
    private int unreadable;

    Golden(PrintStream out, boolean why) {
        this.out = out;
        this.why = why;
    }

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(out, args));
    }

    /** The exit code: 0 if every row agrees, 1 if one differs or cannot be read, 2 if a file cannot be read. */
    static int run(PrintStream out, String... args) {
        List<String> files =
                Arrays.stream(args).filter(arg -> !arg.equals("--why")).toList();
        if (files.isEmpty() || files.stream().anyMatch(file -> file.startsWith("-"))) {
            out.println("Usage: script/golden [--why] FILE.csv...");
            return USAGE;
        }
        Golden golden = new Golden(out, files.size() < args.length);
        for (String file : files) {
            try (BufferedReader text = Files.newBufferedReader(Path.of(file))) {
                CsvTable.read(text).forEach(row -> golden.judge(file, row));
            } catch (IOException e) {
                out.println("Cannot read " + file);
                return USAGE;
            }
        }
        return golden.summary();
    }

    private void judge(String file, CsvTable.Row row) {
        try {
            print(verdict(row));
        } catch (UnreadableRow e) {
            unreadable++;
            out.println(String.join(
                    "\t",
                    row.fields().getOrDefault("id", "?"),
                    "UNREADABLE",
                    file + " line " + row.line() + ": " + e.getMessage()));
        }
    }

    private static Verdict verdict(CsvTable.Row row) {
        if (GoldenCase.isIn(row)) {
            return GoldenCase.judge(row);
        }
        if (GoldenLifecycle.isIn(row)) {
            return GoldenLifecycle.judge(row);
        }
        throw new UnreadableRow("neither a table of amounts nor of months");
    }

    private void print(Verdict verdict) {
        boolean agrees = verdict.agrees();
        agreeing += agrees ? 1 : 0;
        differing += agrees ? 0 : 1;
        out.println(String.join(
                "\t",
                verdict.id(),
                agrees ? "OK" : "DIFFERENT",
                verdict.expected().strip(),
                verdict.computed().strip()));
        if (why) {
            verdict.why().forEach(sentence -> out.println("\t" + sentence));
        }
    }

    private int summary() {
        out.println(agreeing + " agree, " + differing + " differ, " + unreadable + " cannot be read");
        return differing + unreadable == 0 ? 0 : DIFFERENT;
    }
}
