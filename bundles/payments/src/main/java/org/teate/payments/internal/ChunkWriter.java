// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.teate.access.AuditTrail;
import org.teate.access.Deed;
import org.teate.payments.internal.Settlement.NewPayment;
import org.teate.payments.internal.Settlement.NewUnpaid;

/**
 * Commits a chunk: its payments, unpaid entries, totals, the run's progress and one entry of the audit trail, in one
 * transaction.
 *
 * <p>The entry names the run, the serials and the ledgers of the chunk with count and sum. Serials are drawn without a gap
 * inside a chunk and every payment row carries its run, so each payment belongs to exactly one entry and through it to the
 * one who started or resumed the run; an entry for each payment would double the rows and say no more. Not thread-safe.
 */
final class ChunkWriter {

    private static final String INSERT_UNPAID =
            "INSERT INTO UNPAID (RUN_NUMBER, ENTRY_NUMBER, LEDGER_NUMBER, ADDRESSEE_NUMBER,"
                    + " FROM_MONTH, TO_MONTH, AMOUNT, REASON_CODE, DETAIL) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String TAKE_DEDUCTION = "UPDATE DEDUCTION SET STATUS_CODE = '40', PAYMENT_SERIAL = ?"
            + " WHERE LEDGER_NUMBER = ? AND BENEFIT_PERIOD <= ? AND STATUS_CODE = '20'";
    private static final String DELETE_GAP = "DELETE FROM PAYMENT_GAP WHERE LEDGER_NUMBER = ?";
    private static final int BATCH = 2500;

    private final Terms terms;
    private final Database database;
    private final AuditTrail trail;
    private final String paymentMonth;
    private final String insertPayment;

    ChunkWriter(Terms terms, Database database, AuditTrail trail) {
        this.terms = terms;
        this.database = database;
        this.trail = trail;
        this.paymentMonth = Columns.month(terms.paymentMonth());
        this.insertPayment = insertPayment(terms);
    }

    /** What all payments of the run have in common stands in the statement: a driver copies every parameter of every row. */
    private static String insertPayment(Terms terms) {
        return "INSERT INTO PAYMENT (SERIAL_NUMBER, LEDGER_NUMBER, SEQ, FROM_MONTH, TO_MONTH, ACCOUNT_SEQ, NEWNESS,"
                + " PLANNED_AMOUNT, ADJUSTMENT_AMOUNT, DEDUCTED_AMOUNT, PAID_AMOUNT, BREAKDOWN, ADDRESSEE_NUMBER,"
                + " RUN_NUMBER, BENEFIT_PERIOD, PLANNED_DATE, PAYMENT_METHOD)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, %d, '%s', {d '%s'}, '1')"
                        .formatted(terms.run(), Columns.month(terms.paymentMonth()), terms.payday());
    }

    /**
     * Commits {@code chunk}.
     *
     * @param after the progress on which it builds
     * @throws IllegalStateException if the run's progress is another: somebody else is at it
     */
    void write(Chunk chunk, String after) {
        database.tx(connection -> {
            // the counter before the run, as everybody else locks them
            long last = chunk.payments().isEmpty()
                    ? 0
                    : Counter.draw(connection, chunk.payments().size());
            RunTable.advance(connection, terms.run(), after, chunk);
            if (!chunk.payments().isEmpty()) {
                long first = last - chunk.payments().size() + 1;
                insertPayments(connection, chunk.payments(), first);
                takeDeductions(connection, chunk.payments(), first);
                RunTable.addTotals(connection, terms.run(), chunk.totals().toList());
                RunTable.noteSerials(connection, terms.run(), first, last);
                stretch(chunk, first, last).insert(connection);
                trail.changed(deed(chunk, first, last));
            }
            insertUnpaid(connection, chunk.unpaid());
            deleteGaps(connection, chunk.filled());
            return chunk;
        });
    }

    private SerialStretch stretch(Chunk chunk, long first, long last) {
        List<NewPayment> payments = chunk.payments();
        String lastLedger = payments.get(payments.size() - 1).ledger();
        return new SerialStretch(
                first, last, paymentMonth, payments.get(0).ledger(), lastLedger, Optional.of(chunk.readAt()));
    }

    private Deed deed(Chunk chunk, long first, long last) {
        List<NewPayment> payments = chunk.payments();
        String ledgers = payments.get(0).ledger() + "-"
                + payments.get(payments.size() - 1).ledger();
        return Deed.of(
                "payment.calculate",
                "run " + terms.run() + ", serials " + first + "-" + last,
                "台帳 " + ledgers + "、" + payments.size() + "件、" + chunk.amount() + "円、未支払 "
                        + chunk.unpaid().size() + "件");
    }

    private void insertPayments(Connection connection, List<NewPayment> payments, long first) throws SQLException {
        try (PreparedStatement insert = Database.prepared(connection, insertPayment)) {
            for (int i = 0; i < payments.size(); i++) {
                NewPayment payment = payments.get(i);
                insert.setLong(1, first + i);
                insert.setString(2, payment.ledger());
                insert.setInt(3, payment.sequence());
                insert.setString(4, Columns.month(payment.months().first()));
                insert.setString(5, Columns.month(payment.months().last()));
                insert.setInt(6, payment.account());
                insert.setString(7, String.valueOf(payment.newness()));
                insert.setLong(8, payment.planned());
                insert.setLong(9, payment.arrears());
                insert.setLong(10, payment.deducted());
                insert.setLong(11, payment.amount());
                insert.setString(12, payment.breakdown());
                insert.setString(13, payment.recipient());
                insert.addBatch();
                if (i % BATCH == BATCH - 1) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private void takeDeductions(Connection connection, List<NewPayment> payments, long first) throws SQLException {
        try (PreparedStatement update = Database.prepared(connection, TAKE_DEDUCTION)) {
            for (int i = 0; i < payments.size(); i++) {
                if (payments.get(i).deducted() > 0) {
                    update.setLong(1, first + i);
                    update.setString(2, payments.get(i).ledger());
                    update.setString(3, paymentMonth);
                    update.executeUpdate();
                }
            }
        }
    }

    private void insertUnpaid(Connection connection, List<NewUnpaid> unpaid) throws SQLException {
        if (unpaid.isEmpty()) {
            return;
        }
        // the run counts these already
        long number = RunTable.unpaid(connection, terms.run()) - unpaid.size();
        try (PreparedStatement insert = Database.prepared(connection, INSERT_UNPAID)) {
            for (NewUnpaid entry : unpaid) {
                number++;
                insert.setLong(1, terms.run());
                insert.setLong(2, number);
                insert.setString(3, entry.ledger());
                insert.setString(4, entry.recipient());
                insert.setString(5, Columns.month(entry.months().first()));
                insert.setString(6, Columns.month(entry.months().last()));
                insert.setLong(7, entry.amount());
                insert.setString(8, entry.reason().name());
                insert.setString(9, entry.detail());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void deleteGaps(Connection connection, List<String> ledgers) throws SQLException {
        if (ledgers.isEmpty()) {
            return;
        }
        try (PreparedStatement delete = Database.prepared(connection, DELETE_GAP)) {
            for (String ledger : ledgers) {
                delete.setString(1, ledger);
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }
}
