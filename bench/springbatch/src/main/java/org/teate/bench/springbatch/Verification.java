// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.bench.springbatch;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Holds what a run has stored against what it has written and against what it should have paid. */
final class Verification {

    private final Path file;
    private long count;
    private long total;
    private String trailer = "";

    private Verification(Path file) {
        this.file = file;
    }

    /**
     * @param due the yen that the whole town should be paid
     * @throws IllegalStateException if anything disagrees
     */
    static void of(DataSource database, long run, Path file, long due) throws IOException {
        Verification verification = new Verification(file);
        verification.readFile();
        verification.compare(new JdbcTemplate(database), run, due);
    }

    private void readFile() throws IOException {
        try (BufferedReader records = Files.newBufferedReader(file, TransferRecords.CHARSET)) {
            for (String record = records.readLine(); record != null; record = records.readLine()) {
                require(record.getBytes(TransferRecords.CHARSET).length == TransferRecords.LENGTH, "a record's length");
                switch (record.charAt(0)) {
                    case '2' -> {
                        count++;
                        total += Long.parseLong(record.substring(80, 90));
                    }
                    case '8' -> trailer = record;
                    default -> require("19".indexOf(record.charAt(0)) >= 0, "a record's kind");
                }
            }
        }
    }

    private void compare(JdbcTemplate jdbc, long run, long due) {
        require(rows(jdbc, "count(*)", "", run) == count, "rows and transfers");
        require(rows(jdbc, "coalesce(sum(amount), 0)", "", run) == total, "sums of rows and of transfers");
        require(rows(jdbc, "count(*)", " and status <> 'EXPORTED'", run) == 0, "the rows' status");
        require(trailer.equals(TransferRecords.trailer(count, total)), "the trailer");
        require(total == due, "what was paid and what was due");
    }

    private static long rows(JdbcTemplate jdbc, String figure, String condition, long run) {
        String sql = "select " + figure + " from payment where run_id = ?" + condition;
        Long value = jdbc.queryForObject(sql, Long.class, run);
        return value == null ? 0 : value;
    }

    private static void require(boolean agreed, String what) {
        if (!agreed) {
            throw new IllegalStateException("Wrong: " + what);
        }
    }
}
