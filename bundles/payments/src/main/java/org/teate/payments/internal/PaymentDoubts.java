// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.teate.exchange.Taken;
import org.teate.kernel.LedgerNumber;
import org.teate.ports.FeedRecord;

/**
 * Ledgers of which a payment was sent (M11) that could not be taken over: what they were paid is not known, so that a run
 * must not pay them until the record has come as it should.
 */
final class PaymentDoubts {

    /** The payment is known all the same: it came twice, or a run of ours made it. */
    private static final Set<String> HARMLESS = Set.of("E503", "E507");

    private static final String LEDGER = "ledgerNumber";

    private static final String SELECT =
            "SELECT LEDGER_NUMBER, BENEFIT_PERIOD, SEQ FROM PAYMENT_DOUBT WHERE LEDGER_NUMBER BETWEEN ? AND ?";
    private static final String DELETE =
            "DELETE FROM PAYMENT_DOUBT WHERE LEDGER_NUMBER = ? AND BENEFIT_PERIOD = ? AND SEQ = ?";
    private static final String INSERT =
            "INSERT INTO PAYMENT_DOUBT (LEDGER_NUMBER, BENEFIT_PERIOD, SEQ) VALUES (?, ?, ?)";

    private PaymentDoubts() {}

    /** The ledgers in doubt from {@code first} to {@code last}. */
    static Set<String> ledgers(Connection connection, String first, String last) throws SQLException {
        Set<String> ledgers = new HashSet<>();
        for (Doubt doubt : between(connection, first, last)) {
            ledgers.add(doubt.ledger());
        }
        return ledgers;
    }

    /** Takes back the doubts that a chunk's records dispel, and notes those that they raise. */
    static void note(Connection connection, List<FeedRecord> records, List<Taken> answers) throws SQLException {
        TreeMap<String, List<FeedRecord>> good = new TreeMap<>();
        List<FeedRecord> refused = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            if (!(answers.get(i) instanceof Taken.Refused refusal)) {
                good.computeIfAbsent(records.get(i).get(LEDGER), ledger -> new ArrayList<>())
                        .add(records.get(i));
            } else if (!HARMLESS.contains(refusal.code())) {
                refused.add(records.get(i));
            }
        }
        if (!good.isEmpty()) {
            List<Doubt> dispelled = between(connection, good.firstKey(), good.lastKey()).stream()
                    .filter(doubt -> good.getOrDefault(doubt.ledger(), List.of()).stream()
                            .map(Doubt::of)
                            .anyMatch(doubt::isDispelledBy))
                    .toList();
            change(connection, DELETE, dispelled);
        }
        raise(connection, refused);
    }

    /** Notes records that cannot be taken over, as far as they tell the ledger. */
    static void raise(Connection connection, List<FeedRecord> records) throws SQLException {
        Set<Doubt> doubts = new LinkedHashSet<>();
        for (FeedRecord each : records) {
            if (LedgerNumber.isValid(each.get(LEDGER))) {
                doubts.add(Doubt.of(each));
            }
        }
        change(connection, DELETE, doubts);
        change(connection, INSERT, doubts);
    }

    private static List<Doubt> between(Connection connection, String first, String last) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, first);
            select.setString(2, last);
            List<Doubt> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new Doubt(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
            }
            return found;
        }
    }

    private static void change(Connection connection, String sql, Collection<Doubt> doubts) throws SQLException {
        if (doubts.isEmpty()) {
            return;
        }
        try (PreparedStatement change = connection.prepareStatement(sql)) {
            for (Doubt doubt : doubts) {
                change.setString(1, doubt.ledger());
                change.setString(2, doubt.paymentMonth());
                change.setString(3, doubt.sequence());
                change.addBatch();
            }
            change.executeBatch();
        }
    }

    /**
     * A record by its key.
     *
     * @param paymentMonth empty if it cannot be read
     * @param sequence likewise; without leading zeros
     */
    private record Doubt(String ledger, String paymentMonth, String sequence) {

        static Doubt of(FeedRecord sent) {
            String month = sent.get("benefitPeriod");
            String sequence = sent.get("seq");
            return new Doubt(
                    sent.get(LEDGER),
                    month.matches("[0-9]{6}") ? month : "",
                    sequence.matches("[0-9]{1,4}") ? String.valueOf(Integer.parseInt(sequence)) : "");
        }

        boolean isDispelledBy(Doubt good) {
            return ledger.equals(good.ledger)
                    && (paymentMonth.isEmpty() || paymentMonth.equals(good.paymentMonth))
                    && (sequence.isEmpty() || sequence.equals(good.sequence));
        }
    }
}
