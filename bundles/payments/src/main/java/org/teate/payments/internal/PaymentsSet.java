// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.Guard;
import org.teate.exchange.MigrationLayout;
import org.teate.exchange.MigrationSet;
import org.teate.payments.PaymentState;
import org.teate.payments.RunState;

/**
 * Hands over what recipients were paid, before Teate and by its runs（M11 支払）.
 *
 * <p>A run counts from the approval of its file on, as in what the welfare system is told; its payments are then said to be
 * paid on the payday. What came back has a state of its own.
 */
@Component(service = MigrationSet.class)
public final class PaymentsSet extends MoneySet {

    private static final MigrationLayout LAYOUT = MigrationLayout.of(
                    "M11",
                    STAGE,
                    "ledgerNumber benefitPeriod seq fromMonth toMonth paymentMethod bankCode branchCode accountType"
                            + " accountNumber holderKana holderKanji plannedAmount adjustmentAmount paidAmount"
                            + " plannedDate paidDate statusCode",
                    "ledgerNumber benefitPeriod seq")
            .counting("benefitPeriod", "statusCode")
            .summing("plannedAmount", "adjustmentAmount", "paidAmount")
            .balanced("benefitPeriod", "paidAmount")
            .toldBy("payment.");

    private static final String NEXT = "SELECT P.LEDGER_NUMBER, P.BENEFIT_PERIOD, P.SEQ, P.FROM_MONTH, P.TO_MONTH,"
            + " P.PAYMENT_METHOD, P.ACCOUNT_SEQ, A.BANK_CODE, A.BRANCH_CODE, A.ACCOUNT_TYPE, A.ACCOUNT_NUMBER,"
            + " A.HOLDER_KANA, A.HOLDER_KANJI, P.PLANNED_AMOUNT, P.ADJUSTMENT_AMOUNT, P.PAID_AMOUNT, P.PLANNED_DATE,"
            + " P.PAID_DATE, P.STATUS_CODE FROM " + PaymentPeriods.PAYMENTS_BY_LEDGER
            + " LEFT JOIN PAYMENT_RUN R ON R.RUN_NUMBER = P.RUN_NUMBER"
            + " LEFT JOIN PAYMENT_ACCOUNT A --DERBY-PROPERTIES constraint=PAYMENT_ACCOUNT_KEY\n"
            + " ON A.LEDGER_NUMBER = P.LEDGER_NUMBER AND A.SEQ = P.ACCOUNT_SEQ"
            + " WHERE P.LEDGER_NUMBER > ? AND P.LEDGER_NUMBER <= ?"
            + " AND (P.RUN_NUMBER IS NULL OR R.STATE_CODE = '" + RunState.FILE_APPROVED.name() + "')"
            + " ORDER BY P.LEDGER_NUMBER";

    /** The last of so many payments of a month, if there are so many. */
    private static final String BOUND =
            "SELECT P.LEDGER_NUMBER FROM PAYMENT P --DERBY-PROPERTIES constraint=PAYMENT_KEY\n"
                    + " WHERE P.BENEFIT_PERIOD = ? AND P.LEDGER_NUMBER > ? ORDER BY P.BENEFIT_PERIOD, P.LEDGER_NUMBER"
                    + " OFFSET ? ROWS FETCH FIRST 1 ROWS ONLY";

    private static final String AFTER_ALL = "9999999999";

    private final AccountCipher cipher;

    @Activate
    public PaymentsSet(@Reference Database database, @Reference AccountCipher cipher, @Reference Guard guard) {
        super(LAYOUT, database, guard);
        this.cipher = cipher;
    }

    /** Reads ledgers up to a bound that no payment month passes with more than its share of the rows. */
    @Override
    List<List<String>> read(Connection connection, String ledger, int limit) throws SQLException {
        // most payments of a ledger went to one account: each number is opened once a page
        Map<String, String> numbers = new HashMap<>();
        List<String> periods = periods(connection);
        String after = ledger;
        List<List<String>> page = List.of();
        while (page.isEmpty() && !after.equals(AFTER_ALL)) {
            String last = bound(connection, periods, after, Math.max(1, limit / Math.max(1, periods.size())));
            try (PreparedStatement select = Database.prepared(connection, NEXT)) {
                select.setString(1, after);
                select.setString(2, last);
                page = rows(select, row -> texts(row, numbers));
            }
            after = last;
        }
        return page;
    }

    private static List<String> periods(Connection connection) throws SQLException {
        try (PreparedStatement select = Database.prepared(connection, "SELECT BENEFIT_PERIOD FROM PAYMENT_PERIOD")) {
            return rows(select, row -> List.of(row.getString(1))).stream()
                    .map(row -> row.get(0))
                    .toList();
        }
    }

    private static String bound(Connection connection, List<String> periods, String after, int share)
            throws SQLException {
        String bound = AFTER_ALL;
        try (PreparedStatement select = Database.prepared(connection, BOUND)) {
            for (String period : periods) {
                select.setString(1, period);
                select.setString(2, after);
                select.setInt(3, share - 1);
                try (ResultSet row = select.executeQuery()) {
                    if (row.next() && row.getString(1).compareTo(bound) < 0) {
                        bound = row.getString(1);
                    }
                }
            }
        }
        return bound;
    }

    private List<String> texts(ResultSet row, Map<String, String> numbers) throws SQLException {
        boolean ofRun = row.getString(19) == null;
        return List.of(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                orEmpty(row.getString(8)),
                orEmpty(row.getString(9)),
                orEmpty(row.getString(10)),
                number(row, numbers),
                orEmpty(row.getString(12)),
                orEmpty(row.getString(13)),
                row.getString(14),
                row.getString(15),
                row.getString(16),
                day(row.getString(17)),
                day(row.getString(ofRun ? 17 : 18)),
                ofRun ? PaymentState.PAID.code() : row.getString(19));
    }

    private String number(ResultSet row, Map<String, String> numbers) throws SQLException {
        String sealed = row.getString(11);
        if (sealed == null) {
            return "";
        }
        String ledger = row.getString(1);
        int sequence = row.getInt(7);
        return numbers.computeIfAbsent(sealed, any -> cipher.open(ledger, sequence, sealed));
    }
}
