// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.teate.kernel.MonthSpan;
import org.teate.kernel.Utc;
import org.teate.kernel.Yen;
import org.teate.payments.ClassTotal;
import org.teate.payments.PaymentRun.Cancellation;
import org.teate.payments.PaymentRun.Sums;
import org.teate.payments.PaymentState;
import org.teate.payments.RunState;
import org.teate.rules.AgeClass;

/** The tables of runs and their totals. */
final class RunTable {

    private static final String SELECT = "SELECT RUN_NUMBER, PAYMENT_MONTH, FROM_MONTH, TO_MONTH, PAYDAY, STATE_CODE,"
            + " LAST_LEDGER, DONE_COUNT, TOTAL_COUNT, RECIPIENT_COUNT, CHILD_COUNT, CHILD_MONTH_COUNT,"
            + " DEDUCTED_AMOUNT, PAID_AMOUNT, UNPAID_COUNT, STARTED_BY, STARTED_AT, CALCULATED_AT, RUN_DRAFT,"
            + " FILE_DRAFT, FIRST_SERIAL, LAST_SERIAL, FAILURE, CANCELLED_BY, CANCELLED_AT, CANCEL_REASON FROM PAYMENT_RUN";

    private RunTable() {}

    static void insert(Connection connection, Row run) throws SQLException {
        String sql = "INSERT INTO PAYMENT_RUN (RUN_NUMBER, PAYMENT_MONTH, FROM_MONTH, TO_MONTH, PAYDAY, STATE_CODE,"
                + " LAST_LEDGER, DONE_COUNT, TOTAL_COUNT, RECIPIENT_COUNT, CHILD_COUNT, CHILD_MONTH_COUNT,"
                + " DEDUCTED_AMOUNT, PAID_AMOUNT, UNPAID_COUNT, STARTED_BY, STARTED_AT, FIRST_SERIAL, LAST_SERIAL)"
                + " VALUES (?, ?, ?, ?, ?, ?, '', 0, ?, 0, 0, 0, 0, 0, 0, ?, ?, 0, 0)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, run.number());
            insert.setString(2, Columns.month(run.paymentMonth()));
            insert.setString(3, Columns.month(run.months().first()));
            insert.setString(4, Columns.month(run.months().last()));
            insert.setDate(5, Date.valueOf(run.payday()));
            insert.setString(6, run.state().name());
            insert.setLong(7, run.total());
            insert.setString(8, run.startedBy());
            insert.setTimestamp(9, Utc.timestamp(run.startedAt()));
            insert.executeUpdate();
        }
        noteDrafter(connection, run.number(), run.startedBy());
    }

    static Optional<Row> find(Connection connection, long run) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + " WHERE RUN_NUMBER = ?")) {
            select.setLong(1, run);
            return rows(select).stream().findFirst();
        }
    }

    /** Newest first. */
    static List<Row> all(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + " ORDER BY RUN_NUMBER DESC")) {
            return rows(select);
        }
    }

    /** Where the payments of each run stand. */
    static Map<Long, PaymentState> paymentStates(Connection connection) throws SQLException {
        Map<Long, PaymentState> states = new HashMap<>();
        for (Row run : all(connection)) {
            states.put(run.number(), run.payments());
        }
        return states;
    }

    /**
     * Adds a chunk to the run's progress and sums.
     *
     * @throws IllegalStateException if the run is not where the chunk begins
     */
    static void advance(Connection connection, long run, String after, Chunk chunk) throws SQLException {
        String sql = "UPDATE PAYMENT_RUN SET LAST_LEDGER = ?, DONE_COUNT = DONE_COUNT + ?,"
                + " RECIPIENT_COUNT = RECIPIENT_COUNT + ?, CHILD_COUNT = CHILD_COUNT + ?,"
                + " CHILD_MONTH_COUNT = CHILD_MONTH_COUNT + ?, DEDUCTED_AMOUNT = DEDUCTED_AMOUNT + ?,"
                + " PAID_AMOUNT = PAID_AMOUNT + ?, UNPAID_COUNT = UNPAID_COUNT + ?"
                + " WHERE RUN_NUMBER = ? AND LAST_LEDGER = ? AND STATE_CODE = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, chunk.lastLedger());
            update.setLong(2, chunk.ledgers());
            update.setLong(3, chunk.payments().size());
            update.setLong(4, chunk.totals().children());
            update.setLong(5, chunk.totals().childMonths());
            update.setLong(6, chunk.deducted());
            update.setLong(7, chunk.amount());
            update.setLong(8, chunk.unpaid().size());
            update.setLong(9, run);
            update.setString(10, after);
            update.setString(11, RunState.CALCULATING.name());
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("Run " + run + " is no longer at ledger " + after);
            }
        }
    }

    /** Notes between which serials the run's payments lie. */
    static void noteSerials(Connection connection, long run, long first, long last) throws SQLException {
        String sql = "UPDATE PAYMENT_RUN SET LAST_SERIAL = ?,"
                + " FIRST_SERIAL = CASE WHEN FIRST_SERIAL = 0 THEN ? ELSE FIRST_SERIAL END WHERE RUN_NUMBER = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, last);
            update.setLong(2, first);
            update.setLong(3, run);
            update.executeUpdate();
        }
    }

    /** Notes that somebody has started or resumed the run. */
    static void noteDrafter(Connection connection, long run, String login) throws SQLException {
        if (drafters(connection, run).contains(login)) {
            return;
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO PAYMENT_RUN_DRAFTER (RUN_NUMBER, LOGIN) VALUES (?, ?)")) {
            insert.setLong(1, run);
            insert.setString(2, login);
            insert.executeUpdate();
        }
    }

    /** Who has started or resumed the run. */
    static Set<String> drafters(Connection connection, long run) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT RUN_NUMBER, LOGIN FROM PAYMENT_RUN_DRAFTER WHERE RUN_NUMBER = ?")) {
            select.setLong(1, run);
            return drafters(select).getOrDefault(run, Set.of());
        }
    }

    /** The same of all runs, by number. */
    static Map<Long, Set<String>> drafters(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT RUN_NUMBER, LOGIN FROM PAYMENT_RUN_DRAFTER")) {
            return drafters(select);
        }
    }

    private static Map<Long, Set<String>> drafters(PreparedStatement select) throws SQLException {
        Map<Long, Set<String>> drafters = new HashMap<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                drafters.computeIfAbsent(rows.getLong(1), run -> new TreeSet<>())
                        .add(rows.getString(2));
            }
        }
        return drafters;
    }

    /** Notes why the calculation was cut off, or that it goes on. */
    static void noteFailure(Connection connection, long run, Optional<String> sentence) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE PAYMENT_RUN SET FAILURE = ? WHERE RUN_NUMBER = ?")) {
            update.setString(1, sentence.orElse(null));
            update.setLong(2, run);
            update.executeUpdate();
        }
    }

    /** Ends the calculation; without {@code draft} there was nothing to pay. */
    static void complete(Connection connection, long run, Optional<Long> draft, Instant at) throws SQLException {
        String sql = "UPDATE PAYMENT_RUN SET STATE_CODE = ?, CALCULATED_AT = ?, RUN_DRAFT = ? WHERE RUN_NUMBER = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, (draft.isPresent() ? RunState.CALCULATED : RunState.NOTHING_DUE).name());
            update.setTimestamp(2, Utc.timestamp(at));
            setDraft(update, 3, draft);
            update.setLong(4, run);
            update.executeUpdate();
        }
    }

    /** Moves the run on, with the draft of its file if one waits from now on. */
    static void move(Connection connection, long run, RunState state, Optional<Long> fileDraft) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE PAYMENT_RUN SET STATE_CODE = ?, FILE_DRAFT = ? WHERE RUN_NUMBER = ?")) {
            update.setString(1, state.name());
            setDraft(update, 2, fileDraft);
            update.setLong(3, run);
            update.executeUpdate();
        }
    }

    /** Ends the run for good. */
    static void cancel(Connection connection, long run, Cancellation cancellation) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE PAYMENT_RUN SET STATE_CODE = ?,"
                + " CANCELLED_BY = ?, CANCELLED_AT = ?, CANCEL_REASON = ? WHERE RUN_NUMBER = ?")) {
            update.setString(1, RunState.CANCELLED.name());
            update.setString(2, cancellation.by());
            update.setTimestamp(3, Utc.timestamp(cancellation.at()));
            update.setString(4, cancellation.reason());
            update.setLong(5, run);
            update.executeUpdate();
        }
    }

    /** How many entries of those who are not paid a run has. */
    static long unpaid(Connection connection, long run) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT UNPAID_COUNT FROM PAYMENT_RUN WHERE RUN_NUMBER = ?")) {
            select.setLong(1, run);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    static void addTotals(Connection connection, long run, List<ClassTotal> totals) throws SQLException {
        String add = "UPDATE PAYMENT_RUN_TOTAL SET RECIPIENT_COUNT = RECIPIENT_COUNT + ?,"
                + " CHILD_COUNT = CHILD_COUNT + ?, CHILD_MONTH_COUNT = CHILD_MONTH_COUNT + ?, AMOUNT = AMOUNT + ?"
                + " WHERE RUN_NUMBER = ? AND EMPLOYED = ? AND AGE_CLASS = ? AND RANK_CLASS = ?";
        String begin = "INSERT INTO PAYMENT_RUN_TOTAL (RECIPIENT_COUNT, CHILD_COUNT, CHILD_MONTH_COUNT, AMOUNT,"
                + " RUN_NUMBER, EMPLOYED, AGE_CLASS, RANK_CLASS) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement update = Database.prepared(connection, add);
                PreparedStatement insert = Database.prepared(connection, begin)) {
            for (ClassTotal total : totals) {
                fill(update, run, total);
                if (update.executeUpdate() == 0) {
                    fill(insert, run, total);
                    insert.executeUpdate();
                }
            }
        }
    }

    static List<ClassTotal> totals(Connection connection, long run) throws SQLException {
        String sql = "SELECT EMPLOYED, AGE_CLASS, RANK_CLASS, RECIPIENT_COUNT, CHILD_COUNT, CHILD_MONTH_COUNT, AMOUNT"
                + " FROM PAYMENT_RUN_TOTAL WHERE RUN_NUMBER = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, run);
            List<ClassTotal> totals = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    totals.add(new ClassTotal(
                            rows.getString(1).equals("1"),
                            AgeClass.valueOf(rows.getString(2)),
                            rows.getInt(3),
                            rows.getLong(4),
                            rows.getLong(5),
                            rows.getLong(6),
                            Yen.of(rows.getLong(7))));
                }
            }
            return totals;
        }
    }

    private static void fill(PreparedStatement statement, long run, ClassTotal total) throws SQLException {
        statement.setLong(1, total.recipients());
        statement.setLong(2, total.children());
        statement.setLong(3, total.childMonths());
        statement.setLong(4, total.amount().amount());
        statement.setLong(5, run);
        statement.setString(6, total.employed() ? "1" : "2");
        statement.setString(7, total.ageClass().name());
        statement.setInt(8, total.rank());
    }

    private static void setDraft(PreparedStatement statement, int parameter, Optional<Long> draft) throws SQLException {
        if (draft.isPresent()) {
            statement.setLong(parameter, draft.get());
        } else {
            statement.setNull(parameter, java.sql.Types.BIGINT);
        }
    }

    private static List<Row> rows(PreparedStatement select) throws SQLException {
        List<Row> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(row(rows));
            }
        }
        return found;
    }

    private static Row row(ResultSet rows) throws SQLException {
        return new Row(
                rows.getLong("RUN_NUMBER"),
                Columns.month(rows.getString("PAYMENT_MONTH")),
                MonthSpan.of(Columns.month(rows.getString("FROM_MONTH")), Columns.month(rows.getString("TO_MONTH"))),
                Columns.day(rows, "PAYDAY"),
                RunState.valueOf(rows.getString("STATE_CODE")),
                rows.getString("LAST_LEDGER"),
                rows.getLong("DONE_COUNT"),
                rows.getLong("TOTAL_COUNT"),
                new Sums(
                        rows.getLong("RECIPIENT_COUNT"),
                        rows.getLong("CHILD_COUNT"),
                        rows.getLong("CHILD_MONTH_COUNT"),
                        Yen.of(rows.getLong("DEDUCTED_AMOUNT")),
                        Yen.of(rows.getLong("PAID_AMOUNT"))),
                rows.getLong("UNPAID_COUNT"),
                rows.getString("STARTED_BY"),
                Utc.instant(rows.getTimestamp("STARTED_AT")),
                Optional.ofNullable(rows.getTimestamp("CALCULATED_AT")).map(Utc::instant),
                Columns.optionalNumber(rows, "RUN_DRAFT"),
                Columns.optionalNumber(rows, "FILE_DRAFT"),
                rows.getLong("FIRST_SERIAL"),
                rows.getLong("LAST_SERIAL"),
                Optional.ofNullable(rows.getString("FAILURE")),
                cancellation(rows));
    }

    private static Optional<Cancellation> cancellation(ResultSet rows) throws SQLException {
        String by = rows.getString("CANCELLED_BY");
        return by == null
                ? Optional.empty()
                : Optional.of(new Cancellation(
                        by, Utc.instant(rows.getTimestamp("CANCELLED_AT")), rows.getString("CANCEL_REASON")));
    }

    /**
     * One run as the table holds it.
     *
     * @param lastLedger the key up to which it is calculated, empty at first
     * @param firstSerial the serial of its first payment, 0 if there is none
     */
    record Row(
            long number,
            YearMonth paymentMonth,
            MonthSpan months,
            LocalDate payday,
            RunState state,
            String lastLedger,
            long done,
            long total,
            Sums sums,
            long unpaid,
            String startedBy,
            Instant startedAt,
            Optional<Instant> calculatedAt,
            Optional<Long> runDraft,
            Optional<Long> fileDraft,
            long firstSerial,
            long lastSerial,
            Optional<String> failure,
            Optional<Cancellation> cancelled) {

        /** A run that begins now. */
        static Row fresh(
                long number,
                YearMonth paymentMonth,
                MonthSpan months,
                LocalDate payday,
                long total,
                String startedBy,
                Instant at) {
            return new Row(
                    number,
                    paymentMonth,
                    months,
                    payday,
                    RunState.CALCULATING,
                    "",
                    0,
                    total,
                    new Sums(0, 0, 0, Yen.ZERO, Yen.ZERO),
                    0,
                    startedBy,
                    at,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    0,
                    Optional.empty(),
                    Optional.empty());
        }

        /** Where those of its payments stand that have not gone their own way. */
        PaymentState payments() {
            return switch (state) {
                case CALCULATING, INTERRUPTED, CALCULATED, NOTHING_DUE -> PaymentState.CALCULATED;
                case APPROVED -> PaymentState.APPROVED;
                case FILE_MADE -> PaymentState.FILE_MADE;
                case FILE_APPROVED -> PaymentState.FILE_APPROVED;
                case CANCELLED -> PaymentState.CANCELLED;
            };
        }
    }
}
