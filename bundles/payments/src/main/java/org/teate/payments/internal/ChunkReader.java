// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teate.cases.CaseFacts;
import org.teate.cases.Caseload;
import org.teate.cases.EmploymentClass;
import org.teate.kernel.LedgerNumber;
import org.teate.payments.Account;
import org.teate.payments.PaymentState;
import org.teate.payments.UnpaidReason;
import org.teate.payments.internal.Settlement.NewPayment;
import org.teate.payments.internal.Settlement.NewUnpaid;
import org.teate.payments.internal.Settlement.Settled;

/** Reads the ledgers of one chunk with their accounts and earlier payments, and settles each. Not thread-safe. */
final class ChunkReader {

    private static final Logger LOG = LoggerFactory.getLogger(ChunkReader.class);
    private static final int FRAMES = 5;

    private static final String ACCOUNTS =
            "SELECT LEDGER_NUMBER, SEQ, BANK_CODE, BRANCH_CODE, HOLDER_KANA, STATUS_CODE FROM PAYMENT_ACCOUNT"
                    + " --DERBY-PROPERTIES index=PAYMENT_ACCOUNT_FOR_RUNS\n WHERE LEDGER_NUMBER BETWEEN ? AND ? AND STATUS_CODE <> '9' ORDER BY LEDGER_NUMBER, SEQ";
    private static final String DEDUCTIONS =
            "SELECT LEDGER_NUMBER, SUM(AMOUNT) FROM DEDUCTION --DERBY-PROPERTIES constraint=DEDUCTION_KEY\n"
                    + " WHERE LEDGER_NUMBER BETWEEN ? AND ? AND BENEFIT_PERIOD <= ? AND STATUS_CODE = '20'"
                    + " GROUP BY LEDGER_NUMBER";

    private final Terms terms;
    private final Caseload caseload;
    private final Database database;
    private final Set<String> gaps;
    private final Map<Long, PaymentState> runStates;
    private final Clock clock;
    private final int size;

    /**
     * @param gaps ledgers with a payment that did not arrive
     * @param runStates where the payments of each run stand
     * @param size how many ledgers make a chunk
     */
    ChunkReader(
            Terms terms,
            Caseload caseload,
            Database database,
            Set<String> gaps,
            Map<Long, PaymentState> runStates,
            Clock clock,
            int size) {
        this.terms = terms;
        this.caseload = caseload;
        this.database = database;
        this.gaps = gaps;
        this.runStates = runStates;
        this.clock = clock;
        this.size = size;
    }

    /** The chunk that follows the ledger {@code key}, empty for the first one. */
    Chunk after(String key) {
        Optional<LedgerNumber> last = key.isEmpty() ? Optional.empty() : Optional.of(LedgerNumber.of(key));
        // before anything is read: what was known then is what the payments are made of
        Instant readAt = clock.instant();
        return database.tx(connection -> {
            List<CaseFacts> page = caseload.after(last, size);
            return page.isEmpty() ? nothing(key, readAt) : settled(connection, page, readAt);
        });
    }

    private static Chunk nothing(String key, Instant readAt) {
        return new Chunk(0, key, readAt, List.of(), List.of(), List.of(), new ClassTotals());
    }

    private Chunk settled(Connection connection, List<CaseFacts> page, Instant readAt) throws SQLException {
        String first = ledger(page.get(0));
        String last = ledger(page.get(page.size() - 1));
        Map<String, Target> targets = targets(connection, first, last);
        Map<String, Long> deductions = deductions(connection, first, last);
        List<NewPayment> payments = new ArrayList<>(page.size());
        List<NewUnpaid> unpaid = new ArrayList<>();
        List<String> filled = new ArrayList<>();
        ClassTotals totals = new ClassTotals();
        try (PastPayments past = new PastPayments(connection, terms, gaps, runStates, first, last)) {
            for (CaseFacts facts : page) {
                String ledger = ledger(facts);
                Settled settled = settled(
                        facts, past, Optional.ofNullable(targets.get(ledger)), deductions.getOrDefault(ledger, 0L));
                if (settled.payment().isPresent()) {
                    NewPayment payment = settled.payment().get();
                    payments.add(payment);
                    totals.add(facts.employment() == EmploymentClass.EMPLOYEE, settled.rows());
                }
                unpaid.addAll(settled.unpaid());
                if (settled.unpaid().isEmpty() && gaps.contains(ledger)) {
                    filled.add(ledger);
                }
            }
        }
        return new Chunk(page.size(), last, readAt, payments, unpaid, filled, totals);
    }

    /** Settles a ledger; one that cannot be stays unpaid, for it must not hold up all others. */
    private Settled settled(CaseFacts facts, PastPayments past, Optional<Target> target, long deduction)
            throws SQLException {
        try {
            return new Settlement(terms, facts, past.of(facts), past.isInDoubt(facts)).settle(target, deduction);
        } catch (RuntimeException e) {
            return unsettled(facts, e);
        }
    }

    /** Neither the list nor the log repeats the failure's own words: they may quote what is in the ledger. */
    private Settled unsettled(CaseFacts facts, RuntimeException failure) {
        String reference = "R" + terms.run() + "-" + ledger(facts);
        LOG.error(
                "Payment run {}: ledger {} cannot be settled and stays unpaid, reference {}: {} at {}",
                terms.run(),
                ledger(facts),
                reference,
                failure.getClass().getName(),
                Arrays.stream(failure.getStackTrace()).limit(FRAMES).toList());
        NewUnpaid unpaid = new NewUnpaid(
                ledger(facts),
                facts.entitlement().recipient().value(),
                terms.months(),
                0,
                UnpaidReason.FACTS_REFUSED,
                "台帳の記録から支払額を計算できませんでした。システム管理者に、参照番号 " + reference + " を伝えてください。");
        return new Settled(Optional.empty(), List.of(), List.of(unpaid));
    }

    /** The account in use of each ledger, else the defective one. */
    private static Map<String, Target> targets(Connection connection, String first, String last) throws SQLException {
        String inUse = String.valueOf(Account.State.IN_USE.code());
        Map<String, Target> targets = new HashMap<>();
        try (PreparedStatement select = Database.prepared(connection, ACCOUNTS)) {
            select.setString(1, first);
            select.setString(2, last);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Target target = new Target(
                            rows.getInt(2),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5),
                            rows.getString(6).equals(inUse));
                    targets.merge(
                            rows.getString(1), target, (old, later) -> later.usable() || !old.usable() ? later : old);
                }
            }
        }
        return targets;
    }

    /** What waits to be withheld from this payment month or an earlier one, in which the ledger was not paid. */
    private Map<String, Long> deductions(Connection connection, String first, String last) throws SQLException {
        Map<String, Long> deductions = new HashMap<>();
        try (PreparedStatement select = Database.prepared(connection, DEDUCTIONS)) {
            select.setString(1, first);
            select.setString(2, last);
            select.setString(3, Columns.month(terms.paymentMonth()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    deductions.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return deductions;
    }

    private static String ledger(CaseFacts facts) {
        return facts.entitlement().ledger().value();
    }
}
