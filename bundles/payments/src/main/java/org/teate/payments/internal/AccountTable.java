// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.teate.payments.Account;

/** The table of accounts, row by row, numbers still sealed. */
final class AccountTable {

    private static final String COLUMNS =
            "LEDGER_NUMBER, SEQ, BANK_CODE, BRANCH_CODE, ACCOUNT_TYPE, ACCOUNT_NUMBER, LAST_DIGITS, YUCHO_SYMBOL,"
                    + " YUCHO_NUMBER, HOLDER_KANA, HOLDER_KANJI, VALID_FROM, VALID_TO, SOURCE_CODE, STATUS_CODE,"
                    + " VERIFIED_ON";
    private static final String BETWEEN = "SELECT " + COLUMNS
            + " FROM PAYMENT_ACCOUNT WHERE LEDGER_NUMBER BETWEEN ? AND ? ORDER BY LEDGER_NUMBER, SEQ";
    private static final String INSERT =
            "INSERT INTO PAYMENT_ACCOUNT (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String DELETE = "DELETE FROM PAYMENT_ACCOUNT WHERE LEDGER_NUMBER = ? AND SEQ = ?";

    private AccountTable() {}

    /** The accounts of a range of ledgers, both ends included, by ledger and sequence. */
    static List<Row> between(Connection connection, String firstLedger, String lastLedger) throws SQLException {
        try (PreparedStatement select = Database.prepared(connection, BETWEEN)) {
            select.setString(1, firstLedger);
            select.setString(2, lastLedger);
            List<Row> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(row(rows));
                }
            }
            return found;
        }
    }

    static void insert(Connection connection, List<Row> accounts) throws SQLException {
        try (PreparedStatement insert = Database.prepared(connection, INSERT)) {
            for (Row account : accounts) {
                fill(insert, account);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static void delete(Connection connection, List<Row> accounts) throws SQLException {
        try (PreparedStatement delete = Database.prepared(connection, DELETE)) {
            for (Row account : accounts) {
                delete.setString(1, account.ledger());
                delete.setInt(2, account.sequence());
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }

    private static void fill(PreparedStatement insert, Row account) throws SQLException {
        insert.setString(1, account.ledger());
        insert.setInt(2, account.sequence());
        insert.setString(3, account.bankCode());
        insert.setString(4, account.branchCode());
        insert.setString(5, account.type());
        insert.setString(6, account.sealedNumber());
        insert.setString(7, account.lastDigits());
        insert.setString(8, account.yuchoSymbol());
        insert.setString(9, account.sealedYuchoNumber());
        insert.setString(10, account.holderKana());
        insert.setString(11, account.holderKanji());
        insert.setDate(12, account.validFrom());
        insert.setDate(13, account.validTo());
        insert.setString(14, account.source());
        insert.setString(15, account.status());
        insert.setDate(16, account.verifiedOn());
    }

    private static Row row(ResultSet rows) throws SQLException {
        return new Row(
                rows.getString(1),
                rows.getInt(2),
                rows.getString(3),
                rows.getString(4),
                rows.getString(5),
                rows.getString(6),
                rows.getString(7),
                rows.getString(8),
                rows.getString(9),
                rows.getString(10),
                rows.getString(11),
                rows.getDate(12),
                rows.getDate(13),
                rows.getString(14),
                rows.getString(15),
                rows.getDate(16));
    }

    /**
     * One row.
     *
     * @param validTo null while in use
     * @param verifiedOn null if the bank was never asked
     */
    record Row(
            String ledger,
            int sequence,
            String bankCode,
            String branchCode,
            String type,
            String sealedNumber,
            String lastDigits,
            String yuchoSymbol,
            String sealedYuchoNumber,
            String holderKana,
            String holderKanji,
            Date validFrom,
            Date validTo,
            String source,
            String status,
            Date verifiedOn) {

        boolean isInUse() {
            return status.equals(String.valueOf(Account.State.IN_USE.code()));
        }

        /** The account as others may see it. */
        Account shown(BankMaster.Snapshot master) {
            return new Account(
                    sequence,
                    bankCode,
                    master.bankName(bankCode),
                    branchCode,
                    master.branchName(bankCode, branchCode),
                    Codes.accountType(type).orElseThrow(),
                    lastDigits,
                    holderKana,
                    holderKanji,
                    validFrom.toLocalDate(),
                    Optional.ofNullable(validTo).map(Date::toLocalDate),
                    Codes.accountSource(source).orElseThrow(),
                    Codes.accountState(status).orElseThrow());
        }

        /** Shows neither the account nor its holder, so that neither can reach a log. */
        @Override
        public String toString() {
            return "Account " + ledger + "/" + sequence;
        }
    }
}
