// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;
import org.teate.kernel.MonthSpan;
import org.teate.kernel.Yen;
import org.teate.payments.Account;
import org.teate.payments.Payment;
import org.teate.payments.PaymentQuery;
import org.teate.payments.PaymentState;
import org.teate.payments.Unpaid;
import org.teate.payments.UnpaidReason;

/** The tables of payments and of those who are not paid, as pages show them. */
final class PaymentTable {

    private static final String SELECT = "SELECT P.SERIAL_NUMBER, P.RUN_NUMBER, P.LEDGER_NUMBER, P.BENEFIT_PERIOD,"
            + " P.SEQ AS PAYMENT_SEQ, P.FROM_MONTH, P.TO_MONTH, P.PLANNED_AMOUNT, P.ADJUSTMENT_AMOUNT,"
            + " P.DEDUCTED_AMOUNT, P.PAID_AMOUNT, P.PLANNED_DATE, P.PAID_DATE, P.STATUS_CODE AS PAYMENT_STATUS,"
            + " P.BREAKDOWN, A.SEQ AS ACCOUNT_SEQ, A.BANK_CODE, A.BRANCH_CODE, A.ACCOUNT_TYPE, A.LAST_DIGITS,"
            + " A.HOLDER_KANA, A.HOLDER_KANJI, A.VALID_FROM, A.VALID_TO, A.SOURCE_CODE,"
            + " A.STATUS_CODE AS ACCOUNT_STATUS FROM ";
    private static final String WITH_ACCOUNT =
            " LEFT JOIN PAYMENT_ACCOUNT A ON A.LEDGER_NUMBER = P.LEDGER_NUMBER AND A.SEQ = P.ACCOUNT_SEQ";
    private static final String PAYMENTS =
            SELECT + "PAYMENT P --DERBY-PROPERTIES constraint=PAYMENT_KEY\n" + WITH_ACCOUNT;

    private final Map<Long, PaymentState> runStates;
    private final BankMaster.Snapshot master;

    /** @param runStates where the payments of each run stand */
    PaymentTable(Map<Long, PaymentState> runStates, BankMaster.Snapshot master) {
        this.runStates = runStates;
        this.master = master;
    }

    /** The payments of a run that match, by serial: a run draws them in the order of the ledgers and pays each once. */
    List<Stored> ofRun(Connection connection, RunTable.Row run, PaymentQuery query) throws SQLException {
        String from = SerialStretch.of(connection, query.after())
                .map(SerialStretch::firstLedger)
                .orElse("");
        String sql = PAYMENTS + " WHERE P.BENEFIT_PERIOD = ? AND P.LEDGER_NUMBER >= ? AND P.SERIAL_NUMBER > ?"
                + " AND P.RUN_NUMBER = ? AND P.PAID_AMOUNT >= ?"
                + (query.ledger().isPresent() ? " AND P.LEDGER_NUMBER = ?" : "")
                + (query.bankCode().isPresent() ? " AND A.BANK_CODE = ?" : "")
                + " ORDER BY P.LEDGER_NUMBER, P.SEQ";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setMaxRows(query.limit());
            select.setString(1, Columns.month(run.paymentMonth()));
            select.setString(2, from);
            select.setLong(3, query.after());
            select.setLong(4, run.number());
            select.setLong(5, query.atLeast().amount());
            int parameter = 6;
            if (query.ledger().isPresent()) {
                select.setString(parameter++, query.ledger().get().value());
            }
            if (query.bankCode().isPresent()) {
                select.setString(parameter, query.bankCode().get());
            }
            return rows(select);
        }
    }

    /** The payments of a ledger, newest payment month first. */
    List<Stored> ofLedger(Connection connection, LedgerNumber ledger) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + PaymentPeriods.PAYMENTS_BY_LEDGER
                + WITH_ACCOUNT + " WHERE P.LEDGER_NUMBER = ? ORDER BY P.BENEFIT_PERIOD DESC, P.SEQ DESC")) {
            select.setString(1, ledger.value());
            return rows(select);
        }
    }

    Optional<Stored> find(Connection connection, long serial) throws SQLException {
        Optional<SerialStretch> stretch = SerialStretch.of(connection, serial);
        if (stretch.isEmpty()) {
            return Optional.empty();
        }
        try (PreparedStatement select = connection.prepareStatement(
                PAYMENTS + " WHERE P.BENEFIT_PERIOD = ? AND P.LEDGER_NUMBER BETWEEN ? AND ? AND P.SERIAL_NUMBER = ?")) {
            select.setString(1, stretch.get().paymentMonth());
            select.setString(2, stretch.get().firstLedger());
            select.setString(3, stretch.get().lastLedger());
            select.setLong(4, serial);
            return rows(select).stream().findFirst();
        }
    }

    static List<Unpaid> unpaid(Connection connection, long run, Optional<UnpaidReason> reason, long after, int limit)
            throws SQLException {
        String sql = "SELECT ENTRY_NUMBER, LEDGER_NUMBER, ADDRESSEE_NUMBER, FROM_MONTH, TO_MONTH, AMOUNT, REASON_CODE,"
                + " DETAIL FROM UNPAID WHERE RUN_NUMBER = ? AND ENTRY_NUMBER > ?"
                + (reason.isPresent() ? " AND REASON_CODE = ?" : "")
                + " ORDER BY RUN_NUMBER, ENTRY_NUMBER";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setMaxRows(limit);
            select.setLong(1, run);
            select.setLong(2, after);
            if (reason.isPresent()) {
                select.setString(3, reason.get().name());
            }
            List<Unpaid> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(unpaid(rows));
                }
            }
            return found;
        }
    }

    private static Unpaid unpaid(ResultSet rows) throws SQLException {
        return new Unpaid(
                rows.getLong("ENTRY_NUMBER"),
                LedgerNumber.of(rows.getString("LEDGER_NUMBER")),
                AddresseeNumber.of(rows.getString("ADDRESSEE_NUMBER")),
                months(rows),
                Yen.of(rows.getLong("AMOUNT")),
                UnpaidReason.valueOf(rows.getString("REASON_CODE")),
                rows.getString("DETAIL"));
    }

    private List<Stored> rows(PreparedStatement select) throws SQLException {
        List<Stored> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(new Stored(payment(rows), rows.getString("BREAKDOWN")));
            }
        }
        return found;
    }

    private Payment payment(ResultSet rows) throws SQLException {
        Optional<Long> run = Columns.optionalNumber(rows, "RUN_NUMBER");
        String own = rows.getString("PAYMENT_STATUS");
        return new Payment(
                rows.getLong("SERIAL_NUMBER"),
                run,
                LedgerNumber.of(rows.getString("LEDGER_NUMBER")),
                Columns.month(rows.getString("BENEFIT_PERIOD")),
                rows.getInt("PAYMENT_SEQ"),
                months(rows),
                Yen.of(rows.getLong("PLANNED_AMOUNT")),
                Yen.of(rows.getLong("ADJUSTMENT_AMOUNT")),
                Yen.of(rows.getLong("DEDUCTED_AMOUNT")),
                Yen.of(rows.getLong("PAID_AMOUNT")),
                Columns.day(rows, "PLANNED_DATE"),
                Columns.optionalDay(rows, "PAID_DATE"),
                own == null ? runStates.get(run.orElseThrow()) : PaymentState.ofCode(own),
                account(rows));
    }

    private Optional<Account> account(ResultSet rows) throws SQLException {
        int sequence = rows.getInt("ACCOUNT_SEQ");
        if (rows.wasNull()) {
            return Optional.empty();
        }
        String bank = rows.getString("BANK_CODE");
        String branch = rows.getString("BRANCH_CODE");
        return Optional.of(new Account(
                sequence,
                bank,
                master.bankName(bank),
                branch,
                master.branchName(bank, branch),
                Codes.accountType(rows.getString("ACCOUNT_TYPE")).orElseThrow(),
                rows.getString("LAST_DIGITS"),
                rows.getString("HOLDER_KANA"),
                rows.getString("HOLDER_KANJI"),
                Columns.day(rows, "VALID_FROM"),
                Columns.optionalDay(rows, "VALID_TO"),
                Codes.accountSource(rows.getString("SOURCE_CODE")).orElseThrow(),
                Codes.accountState(rows.getString("ACCOUNT_STATUS")).orElseThrow()));
    }

    private static MonthSpan months(ResultSet rows) throws SQLException {
        return MonthSpan.of(Columns.month(rows.getString("FROM_MONTH")), Columns.month(rows.getString("TO_MONTH")));
    }

    /**
     * A payment with what it was made of.
     *
     * @param breakdown in the form of {@link org.teate.rules.Breakdown}, empty if taken over
     */
    record Stored(Payment payment, String breakdown) {}
}
