// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.AuditTrail;
import org.teate.access.Deed;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.exchange.FeedHandler;
import org.teate.exchange.Taken;
import org.teate.ports.FeedRecord;

/**
 * Takes over what is withheld from payments (M12 deduction). One that is decided for a payment month is taken off by the first
 * run from that month on that pays the ledger; from then on it is ours, and no file changes it.
 */
@Component
public final class DeductionFeed implements FeedHandler {

    private static final String COLUMNS = "LEDGER_NUMBER, CHILD_ADDRESSEE_NUMBER, BENEFIT_PERIOD, SEQ,"
            + " CERTIFICATE_NUMBER, PROCESSED_ON, APPLIED_ON, ITEM_CODE, DECIDED_ON, REJECTED_ON, STATUS_CODE,"
            + " FISCAL_YEAR, AMOUNT, COLLECTION_TERM, RECEIPT_CONFIRMED_ON, SPECIAL_COLLECTION_MONTHS,"
            + " REJECT_REASON_CODE";

    private static final String WAITING = "20";

    private final Database database;
    private final Guard guard;
    private final AuditTrail trail;

    @Activate
    public DeductionFeed(@Reference Database database, @Reference Guard guard, @Reference AuditTrail trail) {
        this.database = database;
        this.guard = guard;
        this.trail = trail;
    }

    @Override
    public String interfaceId() {
        return "M12";
    }

    @Override
    public int stage() {
        return 40;
    }

    @Override
    public List<Taken> take(List<FeedRecord> records) {
        guard.require(Permission.EXCHANGE_IMPORT);
        ChunkAnswers<Deduction> chunk = new ChunkAnswers<>(records, DeductionFeed::read, Deduction::key);
        if (chunk.isEmpty()) {
            return chunk.answer(deduction -> Taken.UNCHANGED);
        }
        return database.tx(connection -> apply(connection, chunk, records.get(0).line()));
    }

    private List<Taken> apply(Connection connection, ChunkAnswers<Deduction> chunk, long line) throws SQLException {
        String[] range = chunk.range(Deduction::ledger);
        Map<String, Stored> stored = between(connection, range[0], range[1]);
        List<Deduction> outdated = new ArrayList<>();
        List<Deduction> fresh = new ArrayList<>();
        List<Taken> answers = chunk.answer(deduction -> {
            Stored before = stored.get(deduction.key());
            if (before != null && before.says(deduction)) {
                return Taken.UNCHANGED;
            }
            if (before != null && before.withheld()) {
                return new Taken.Refused("seq", "E507", "この徴収はこのシステムの支払で差引済みです。");
            }
            if (before != null) {
                outdated.add(before.deduction());
            }
            fresh.add(deduction);
            return Taken.APPLIED;
        });
        delete(connection, outdated);
        insert(connection, fresh);
        trail.changed(Deed.of("deduction.import", "M12 line " + line, "徴収情報の移行 " + fresh.size() + "件"));
        return answers;
    }

    private static Deduction read(Items items) {
        Deduction deduction = new Deduction(
                items.ledger("ledgerNumber"),
                items.addressee("childAddresseeNumber"),
                items.month("benefitPeriod"),
                (int) items.number("seq", 4, false),
                items.required("certificateNumber", 12),
                items.day("processedOn"),
                items.day("appliedOn"),
                items.code("itemCode", "01 02 03 04 05 06 09"),
                items.day("decidedOn"),
                items.optionalDay("rejectedOn"),
                items.code("statusCode", "10 20 30 40 50 60 70 90"),
                (int) items.number("fiscalYear", 4, false),
                items.number("amount", 10, false),
                items.code("collectionTerm", "01 02 03 04 05 06 07 08 09 10 11 12"),
                items.day("receiptConfirmedOn"),
                items.optionalDigits("specialCollectionMonths", 12),
                items.text("rejectReasonCode", 3));
        String months = deduction.specialMonths();
        if (!months.isEmpty() && !months.matches("[01]{12}")) {
            items.refuse("specialCollectionMonths", "E202", "12桁の0または1ではありません。");
        }
        return deduction;
    }

    private static Map<String, Stored> between(Connection connection, String first, String last) throws SQLException {
        Map<String, Stored> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT " + COLUMNS + ", PAYMENT_SERIAL FROM DEDUCTION WHERE LEDGER_NUMBER BETWEEN ? AND ?")) {
            select.setString(1, first);
            select.setString(2, last);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Deduction deduction = deduction(rows);
                    rows.getLong(18);
                    found.put(deduction.key(), new Stored(deduction, !rows.wasNull()));
                }
            }
        }
        return found;
    }

    private static Deduction deduction(ResultSet rows) throws SQLException {
        return new Deduction(
                rows.getString(1),
                rows.getString(2),
                rows.getString(3),
                rows.getInt(4),
                rows.getString(5),
                rows.getDate(6),
                rows.getDate(7),
                rows.getString(8),
                rows.getDate(9),
                rows.getDate(10),
                rows.getString(11),
                rows.getInt(12),
                rows.getLong(13),
                rows.getString(14),
                rows.getDate(15),
                rows.getString(16).strip(),
                rows.getString(17).strip());
    }

    private static void delete(Connection connection, List<Deduction> deductions) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM DEDUCTION WHERE LEDGER_NUMBER = ?"
                + " AND CHILD_ADDRESSEE_NUMBER = ? AND BENEFIT_PERIOD = ? AND SEQ = ?")) {
            for (Deduction deduction : deductions) {
                fillKey(delete, deduction);
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }

    private static void insert(Connection connection, List<Deduction> deductions) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO DEDUCTION (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Deduction deduction : deductions) {
                fillKey(insert, deduction);
                insert.setString(5, deduction.certificate());
                insert.setDate(6, deduction.processedOn());
                insert.setDate(7, deduction.appliedOn());
                insert.setString(8, deduction.item());
                insert.setDate(9, deduction.decidedOn());
                insert.setDate(10, deduction.rejectedOn());
                insert.setString(11, deduction.status());
                insert.setInt(12, deduction.fiscalYear());
                insert.setLong(13, deduction.amount());
                insert.setString(14, deduction.term());
                insert.setDate(15, deduction.receiptConfirmedOn());
                insert.setString(16, deduction.specialMonths());
                insert.setString(17, deduction.rejectReason());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void fillKey(PreparedStatement statement, Deduction deduction) throws SQLException {
        statement.setString(1, deduction.ledger());
        statement.setString(2, deduction.child());
        statement.setString(3, deduction.paymentMonth());
        statement.setInt(4, deduction.sequence());
    }

    /**
     * What is withheld from one payment for one child.
     *
     * @param rejectedOn null unless rejected
     */
    private record Deduction(
            String ledger,
            String child,
            String paymentMonth,
            int sequence,
            String certificate,
            Date processedOn,
            Date appliedOn,
            String item,
            Date decidedOn,
            Date rejectedOn,
            String status,
            int fiscalYear,
            long amount,
            String term,
            Date receiptConfirmedOn,
            String specialMonths,
            String rejectReason) {

        String key() {
            return ledger + "/" + child + "/" + paymentMonth + "/" + sequence;
        }

        /** As it was sent before a payment of ours took it. */
        Deduction waiting() {
            return new Deduction(
                    ledger,
                    child,
                    paymentMonth,
                    sequence,
                    certificate,
                    processedOn,
                    appliedOn,
                    item,
                    decidedOn,
                    rejectedOn,
                    WAITING,
                    fiscalYear,
                    amount,
                    term,
                    receiptConfirmedOn,
                    specialMonths,
                    rejectReason);
        }
    }

    /** A deduction that is in the table, and whether a payment of ours has withheld it. */
    private record Stored(Deduction deduction, boolean withheld) {

        boolean says(Deduction sent) {
            return deduction.equals(sent) || withheld && deduction.waiting().equals(sent);
        }
    }
}
