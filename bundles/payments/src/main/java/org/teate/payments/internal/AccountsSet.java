// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.Guard;
import org.teate.exchange.MigrationLayout;
import org.teate.exchange.MigrationSet;

/**
 * Hands over the accounts of recipients, their numbers in the open（M10 支払先口座）; those that are known from payments alone
 * go with the payments.
 */
@Component(service = MigrationSet.class)
public final class AccountsSet extends MoneySet {

    private static final MigrationLayout LAYOUT = MigrationLayout.of(
                    "M10",
                    STAGE,
                    "ledgerNumber seq bankCode branchCode accountType accountNumber yuchoSymbol yuchoNumber holderKana"
                            + " holderKanji validFrom validTo source statusCode verifiedOn",
                    "ledgerNumber seq")
            .counting("statusCode", "accountType")
            .toldBy("account.");

    private static final String NEXT =
            "SELECT LEDGER_NUMBER, SEQ, BANK_CODE, BRANCH_CODE, ACCOUNT_TYPE, ACCOUNT_NUMBER,"
                    + " YUCHO_SYMBOL, YUCHO_NUMBER, HOLDER_KANA, HOLDER_KANJI, VALID_FROM, VALID_TO, SOURCE_CODE, STATUS_CODE,"
                    + " VERIFIED_ON FROM PAYMENT_ACCOUNT WHERE LEDGER_NUMBER > CAST(? AS CHAR(10))"
                    + " AND SEQ < " + PaymentFeed.FIRST_FOUND_ACCOUNT
                    + " ORDER BY LEDGER_NUMBER, SEQ FETCH FIRST ? ROWS ONLY";

    private final AccountCipher cipher;

    @Activate
    public AccountsSet(@Reference Database database, @Reference AccountCipher cipher, @Reference Guard guard) {
        super(LAYOUT, database, guard);
        this.cipher = cipher;
    }

    @Override
    List<List<String>> read(Connection connection, String ledgerBefore, int limit) throws SQLException {
        return whole(connection, NEXT, ledgerBefore, limit, row -> {
            String ledger = row.getString(1);
            int sequence = row.getInt(2);
            String yucho = row.getString(8);
            return List.of(
                    ledger,
                    String.valueOf(sequence),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    cipher.open(ledger, sequence, row.getString(6)),
                    row.getString(7),
                    yucho.isEmpty() ? "" : cipher.open(ledger, sequence, yucho),
                    row.getString(9),
                    row.getString(10),
                    day(row.getString(11)),
                    day(row.getString(12)),
                    row.getString(13),
                    row.getString(14),
                    day(row.getString(15)));
        });
    }
}
