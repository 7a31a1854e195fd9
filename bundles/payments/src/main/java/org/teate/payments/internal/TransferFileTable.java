// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.teate.kernel.Utc;
import org.teate.kernel.Yen;
import org.teate.payments.RunState;
import org.teate.payments.TransferFile;
import org.teate.ports.bank.Finding;
import org.teate.ports.bank.Transfer;

/** The table of transfer files, and the transfers that go into one. */
final class TransferFileTable {

    private static final String SELECT = "SELECT F.RUN_NUMBER, F.FILE_KEY, F.BATCH_NUMBER, F.SHA256, F.TRANSFER_COUNT,"
            + " F.TOTAL_AMOUNT, F.WARNING_COUNT, F.MADE_BY, F.MADE_AT, R.PAYDAY, R.STATE_CODE FROM TRANSFER_FILE F"
            + " JOIN PAYMENT_RUN R ON R.RUN_NUMBER = F.RUN_NUMBER";

    private static final String PAYMENTS = "SELECT SERIAL_NUMBER, LEDGER_NUMBER, ACCOUNT_SEQ, PAID_AMOUNT, NEWNESS"
            + " FROM PAYMENT --DERBY-PROPERTIES constraint=PAYMENT_KEY\n"
            + " WHERE BENEFIT_PERIOD = ? AND RUN_NUMBER = ? ORDER BY LEDGER_NUMBER, SEQ";
    private static final String ACCOUNTS = "SELECT LEDGER_NUMBER, SEQ, BANK_CODE, BRANCH_CODE, ACCOUNT_TYPE,"
            + " ACCOUNT_NUMBER, HOLDER_KANA, STATUS_CODE FROM PAYMENT_ACCOUNT"
            + " --DERBY-PROPERTIES index=PAYMENT_ACCOUNT_FOR_RUNS\n ORDER BY LEDGER_NUMBER, SEQ";

    private TransferFileTable() {}

    static Optional<Row> find(Connection connection, String fileKey) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + " WHERE F.FILE_KEY = ?")) {
            select.setString(1, fileKey);
            return rows(select).stream().findFirst();
        }
    }

    static Optional<Row> ofRun(Connection connection, long run) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + " WHERE F.RUN_NUMBER = ?")) {
            select.setLong(1, run);
            return rows(select).stream().findFirst();
        }
    }

    /** The files by the number of their run. */
    static Map<Long, TransferFile> all(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            Map<Long, TransferFile> files = new HashMap<>();
            rows(select).forEach(row -> files.put(row.run(), row.shown()));
            return files;
        }
    }

    /** The number for the run's file: the one it has had, else the next of the year. */
    static int batch(Connection connection, long run, int year) throws SQLException {
        Optional<Row> earlier = ofRun(connection, run);
        if (earlier.isPresent()) {
            return earlier.get().batch();
        }
        try (PreparedStatement select =
                connection.prepareStatement("SELECT MAX(BATCH_NUMBER) FROM TRANSFER_FILE WHERE BATCH_YEAR = ?")) {
            select.setInt(1, year);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1) + 1;
            }
        }
    }

    /** Enters the run's file in the place of an earlier one. */
    static void replace(Connection connection, Row file) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM TRANSFER_FILE WHERE RUN_NUMBER = ?")) {
            delete.setLong(1, file.run());
            delete.executeUpdate();
        }
        String sql = "INSERT INTO TRANSFER_FILE (RUN_NUMBER, FILE_KEY, BATCH_YEAR, BATCH_NUMBER, SHA256,"
                + " TRANSFER_COUNT, TOTAL_AMOUNT, WARNING_COUNT, MADE_BY, MADE_AT) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, file.run());
            insert.setString(2, file.key());
            insert.setInt(3, file.payday().getYear());
            insert.setInt(4, file.batch());
            insert.setString(5, file.sha256());
            insert.setInt(6, file.count());
            insert.setLong(7, file.total());
            insert.setInt(8, file.warnings());
            insert.setString(9, file.madeBy());
            insert.setTimestamp(10, Utc.timestamp(file.madeAt()));
            insert.executeUpdate();
        }
    }

    /**
     * The transfers of a run in the order of the ledgers, with the accounts opened and looked at again.
     *
     * <p>Payments and accounts are read side by side, for a join would look each account up by itself.
     */
    static Transfers transfers(
            Connection connection, RunTable.Row run, BankMaster.Snapshot master, AccountCipher cipher)
            throws SQLException {
        List<Transfer> transfers = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        Recheck recheck = new Recheck(master);
        try (PreparedStatement payments = Database.prepared(connection, PAYMENTS);
                PreparedStatement accounts = Database.prepared(connection, ACCOUNTS)) {
            payments.setString(1, Columns.month(run.paymentMonth()));
            payments.setLong(2, run.number());
            try (ResultSet payment = payments.executeQuery();
                    ResultSet account = accounts.executeQuery()) {
                while (payment.next()) {
                    find(account, payment.getString(2), payment.getInt(3));
                    recheck.of(payment.getLong(1), account.getString(3), account.getString(4), account.getString(8))
                            .ifPresent(findings::add);
                    transfers.add(transfer(payment, account, master, cipher));
                }
            }
        }
        return new Transfers(transfers, findings);
    }

    /** Goes forward to an account; a run pays each ledger once. */
    private static void find(ResultSet account, String ledger, int sequence) throws SQLException {
        do {
            if (!account.next()) {
                throw new IllegalStateException("Ledger " + ledger + " has no account " + sequence);
            }
        } while (account.getInt(2) != sequence || !account.getString(1).equals(ledger));
    }

    private static Transfer transfer(
            ResultSet payment, ResultSet account, BankMaster.Snapshot master, AccountCipher cipher)
            throws SQLException {
        String bank = account.getString(3);
        String branch = account.getString(4);
        return new Transfer(
                payment.getLong(1),
                bank,
                master.bankKana(bank),
                branch,
                master.branchKana(bank, branch),
                account.getString(5).charAt(0),
                cipher.open(payment.getString(2), payment.getInt(3), account.getString(6)),
                account.getString(7),
                Yen.of(payment.getLong(4)),
                payment.getString(5).charAt(0));
    }

    private static List<Row> rows(PreparedStatement select) throws SQLException {
        List<Row> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(new Row(
                        rows.getLong(1),
                        rows.getString(2),
                        rows.getInt(3),
                        rows.getString(4),
                        rows.getInt(5),
                        rows.getLong(6),
                        rows.getInt(7),
                        rows.getString(8),
                        Utc.instant(rows.getTimestamp(9)),
                        rows.getDate(10).toLocalDate(),
                        RunState.valueOf(rows.getString(11))));
            }
        }
        return found;
    }

    /**
     * What goes into a file.
     *
     * @param findings what keeps some of them from being sent
     */
    record Transfers(List<Transfer> transfers, List<Finding> findings) {}

    /**
     * One file.
     *
     * @param state where its run stands
     */
    record Row(
            long run,
            String key,
            int batch,
            String sha256,
            int count,
            long total,
            int warnings,
            String madeBy,
            Instant madeAt,
            LocalDate payday,
            RunState state) {

        TransferFile shown() {
            return new TransferFile(
                    key,
                    "FURIKOMI_" + key + ".txt",
                    batch,
                    payday,
                    sha256,
                    count,
                    Yen.of(total),
                    warnings,
                    madeBy,
                    madeAt);
        }
    }
}
