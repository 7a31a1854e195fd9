// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.teate.cases.CaseFacts;
import org.teate.kernel.MonthSpan;
import org.teate.payments.PaymentState;
import org.teate.rules.Act;
import org.teate.rules.Assessed;
import org.teate.rules.ChildMonth;
import org.teate.rules.Instalments;
import org.teate.rules.Period;

/**
 * What the ledgers of one chunk were paid before, as far as it matters.
 *
 * <p>Almost every ledger is paid up to the months of the run by the payment month before, and of the others almost every
 * one by the payment month of the last month that it is paid for, so those payments and the ones of this month are enough. Only for the rest
 * everything is read that the ledger was ever paid. Not thread-safe.
 */
final class PastPayments implements AutoCloseable {

    private static final String SELECT = "SELECT P.LEDGER_NUMBER, P.BENEFIT_PERIOD, P.SEQ, P.FROM_MONTH, P.TO_MONTH,"
            + " P.STATUS_CODE, P.RUN_NUMBER, P.ACCOUNT_SEQ FROM ";
    private static final String IN_MONTH = SELECT
            + "PAYMENT P --DERBY-PROPERTIES constraint=PAYMENT_KEY\n WHERE P.BENEFIT_PERIOD = ? AND P.LEDGER_NUMBER";
    private static final String OF_ALL = IN_MONTH + " BETWEEN ? AND ?";
    private static final String OF_ONE = IN_MONTH + " = ?";
    private static final String EVER = SELECT + PaymentPeriods.PAYMENTS_BY_LEDGER + " WHERE P.LEDGER_NUMBER = ?";

    private static final Act ACT = Act.enacted();

    private final Terms terms;
    private final Set<String> gaps;
    private final Set<String> doubts;
    private final Map<Long, PaymentState> runStates;
    private final Map<String, List<PastPayment>> latest;
    private final PreparedStatement inMonth;
    private final PreparedStatement ever;

    /**
     * Reads the latest payments of the ledgers from {@code first} to {@code last}.
     *
     * @param gaps ledgers with a payment that did not arrive
     * @param runStates where the payments of each run stand
     */
    PastPayments(
            Connection connection,
            Terms terms,
            Set<String> gaps,
            Map<Long, PaymentState> runStates,
            String first,
            String last)
            throws SQLException {
        this.terms = terms;
        this.gaps = gaps;
        this.doubts = PaymentDoubts.ledgers(connection, first, last);
        this.runStates = runStates;
        this.latest = new HashMap<>();
        try (PreparedStatement select = Database.prepared(connection, OF_ALL)) {
            for (YearMonth month : List.of(terms.paymentMonth(), terms.previousPaymentMonth())) {
                for (PastPayment payment : read(select, Columns.month(month), first, last)) {
                    latest.computeIfAbsent(payment.ledger(), ledger -> new ArrayList<>(2))
                            .add(payment);
                }
            }
        }
        inMonth = Database.prepared(connection, OF_ONE);
        ever = Database.prepared(connection, EVER);
    }

    /** Whether something that the ledger was paid could not be taken over. */
    boolean isInDoubt(CaseFacts facts) {
        return doubts.contains(facts.entitlement().ledger().value());
    }

    /** What a ledger was paid, as far as it could be taken over. */
    Known of(CaseFacts facts) throws SQLException {
        String ledger = facts.entitlement().ledger().value();
        if (gaps.contains(ledger)) {
            return everything(ledger);
        }
        List<PastPayment> past = latest.getOrDefault(ledger, List.of());
        int before = MonthIndex.of(terms.months().first()) - 1;
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (Period period : facts.facts().entitled()) {
            first = Math.min(first, MonthIndex.of(period.first()));
            last = Math.max(last, MonthIndex.of(period.last()));
        }
        int due = Math.min(last, before);
        if (due < Math.max(first, terms.horizon()) || arePaidUpTo(past, due)) {
            return new Known(past, false);
        }
        return unlessPaidUp(
                facts,
                past,
                Math.max(first, terms.horizon()),
                Math.min(last, MonthIndex.of(terms.months().last())));
    }

    /**
     * What is known of a ledger that was not paid lately: of one that ended, or whose children have grown up, the payment of the
     * last month in which anybody was paid for says that nothing is left; of any other, everything.
     */
    private Known unlessPaidUp(CaseFacts facts, List<PastPayment> past, int from, int to) throws SQLException {
        String ledger = facts.entitlement().ledger().value();
        MonthSpan months = MonthSpan.of(MonthIndex.month(from), MonthIndex.month(to));
        if (ACT.assess(facts.facts(), months) instanceof Assessed assessed) {
            List<ChildMonth> rows = assessed.childMonths();
            if (rows.isEmpty()) {
                return new Known(past, false);
            }
            YearMonth lastPaidFor = rows.get(rows.size() - 1).month();
            if (lastPaidFor.isBefore(terms.months().first())) {
                YearMonth paidIn = Instalments.paymentMonthOf(lastPaidFor);
                List<PastPayment> finalOnes = read(inMonth, Columns.month(paidIn), ledger);
                if (arePaidUpTo(finalOnes, MonthIndex.of(lastPaidFor))) {
                    return new Known(finalOnes, false);
                }
            }
        }
        return everything(ledger);
    }

    @Override
    public void close() throws SQLException {
        inMonth.close();
        ever.close();
    }

    /** A payment that filled an old gap does not reach up to the month. */
    private static boolean arePaidUpTo(List<PastPayment> past, int month) {
        for (PastPayment payment : past) {
            if (payment.settling() && payment.last() >= month) {
                return true;
            }
        }
        return false;
    }

    private Known everything(String ledger) throws SQLException {
        return new Known(read(ever, ledger), true);
    }

    private List<PastPayment> read(PreparedStatement select, String... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            select.setString(i + 1, parameters[i]);
        }
        List<PastPayment> payments = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                payments.add(payment(rows));
            }
        }
        return payments;
    }

    private PastPayment payment(ResultSet rows) throws SQLException {
        String own = rows.getString(6);
        PaymentState state = own == null ? runStates.get(rows.getLong(7)) : PaymentState.ofCode(own);
        return new PastPayment(
                rows.getString(1),
                rows.getString(2),
                rows.getInt(3),
                MonthIndex.of(rows.getString(4)),
                MonthIndex.of(rows.getString(5)),
                state.isSettling(),
                rows.getInt(8));
    }

    /**
     * What is known of a ledger's payments.
     *
     * @param whole whether it is everything that was ever paid, else what lies before is settled
     */
    record Known(List<PastPayment> payments, boolean whole) {}
}
