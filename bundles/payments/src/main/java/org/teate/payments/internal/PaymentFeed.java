// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.AuditTrail;
import org.teate.access.Deed;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.exchange.FeedHandler;
import org.teate.exchange.Taken;
import org.teate.payments.PaymentState;
import org.teate.ports.FeedRecord;

/**
 * Takes over what recipients were paid (M11 payment).
 *
 * <p>The account of a payment is found among the ledger's accounts; one that is not there is entered as replaced, so that
 * every payment shows where it went. A record that is refused leaves its ledger in doubt: no run pays it until the record
 * has come as it should.
 */
@Component
public final class PaymentFeed implements FeedHandler {

    private static final String COLUMNS = "LEDGER_NUMBER, BENEFIT_PERIOD, SEQ, FROM_MONTH, TO_MONTH, PAYMENT_METHOD,"
            + " ACCOUNT_SEQ, PLANNED_AMOUNT, ADJUSTMENT_AMOUNT, DEDUCTED_AMOUNT, PAID_AMOUNT, PLANNED_DATE, PAID_DATE,"
            + " STATUS_CODE";
    /** Accounts with this number or a greater one are known from payments alone. */
    static final int FIRST_FOUND_ACCOUNT = 1001;

    private static final int NO_ACCOUNT = 0;
    private static final Comparator<Row> IN_ORDER_OF_KEY =
            Comparator.comparing(Row::paymentMonth).thenComparing(Row::ledger).thenComparing(Row::sequence);

    private final Database database;
    private final AccountCipher cipher;
    private final Guard guard;
    private final AuditTrail trail;

    @Activate
    public PaymentFeed(
            @Reference Database database,
            @Reference AccountCipher cipher,
            @Reference Guard guard,
            @Reference AuditTrail trail) {
        this.database = database;
        this.cipher = cipher;
        this.guard = guard;
        this.trail = trail;
    }

    @Override
    public String interfaceId() {
        return "M11";
    }

    @Override
    public int stage() {
        return 40;
    }

    @Override
    public List<Taken> take(List<FeedRecord> records) {
        guard.require(Permission.EXCHANGE_IMPORT);
        ChunkAnswers<Sent> chunk = new ChunkAnswers<>(
                records, PaymentFeed::read, sent -> sent.row().key());
        return database.tx(connection -> {
            TakenOver.begin(connection, first(chunk.read()));
            List<Taken> answers = chunk.isEmpty()
                    ? chunk.answer(sent -> Taken.UNCHANGED)
                    : apply(connection, chunk, records.get(0).line());
            PaymentDoubts.note(connection, records, answers);
            return answers;
        });
    }

    @Override
    public void damaged(List<FeedRecord> records) {
        guard.require(Permission.EXCHANGE_IMPORT);
        database.tx(connection -> {
            PaymentDoubts.raise(connection, records);
            return records;
        });
    }

    @Override
    public void finish() {
        guard.require(Permission.EXCHANGE_IMPORT);
        database.tx(connection -> {
            TakenOver.end(connection);
            return connection;
        });
    }

    private List<Taken> apply(Connection connection, ChunkAnswers<Sent> chunk, long line) throws SQLException {
        String[] range = chunk.range(sent -> sent.row().ledger());
        KnownAccounts accounts = new KnownAccounts(connection, range);
        Map<String, Stored> stored = between(connection, range);
        List<Row> fresh = new ArrayList<>();
        List<Stored> outdated = new ArrayList<>();
        List<Taken> answers = chunk.answer(sent -> {
            Row row = sent.row().at(accounts.find(sent));
            Stored before = stored.get(row.key());
            if (before != null && before.ofRun()) {
                return new Taken.Refused("seq", "E507", "同じキーの支払をこのシステムで計算済みです。");
            }
            if (before != null && before.row().equals(row)) {
                return Taken.UNCHANGED;
            }
            if (before != null) {
                outdated.add(before);
            }
            fresh.add(row);
            return Taken.APPLIED;
        });
        AccountTable.insert(connection, accounts.found);
        delete(connection, outdated);
        insert(connection, fresh);
        PaymentPeriods.note(connection, fresh.stream().map(Row::paymentMonth).collect(Collectors.toSet()));
        noteGaps(connection, fresh);
        trail.changed(Deed.of("payment.import", "M11 line " + line, "支払履歴の移行 " + fresh.size() + "件"));
        return answers;
    }

    private static Optional<YearMonth> first(List<Sent> payments) {
        return payments.stream()
                .map(sent -> sent.row().firstMonth())
                .min(Comparator.naturalOrder())
                .map(Columns::month);
    }

    private static Sent read(Items items) {
        String ledger = items.ledger("ledgerNumber");
        String status = items.code("statusCode", "40 50 60 70 80 85 90");
        long planned = items.number("plannedAmount", 10, true);
        long adjustment = items.number("adjustmentAmount", 10, true);
        long paid = items.number("paidAmount", 10, true);
        boolean settled = PaymentState.ofCode(status).isSettling();
        Row row = new Row(
                ledger,
                items.month("benefitPeriod"),
                (int) items.number("seq", 4, false),
                items.month("fromMonth"),
                items.month("toMonth"),
                items.code("paymentMethod", "1 2 3 8 9"),
                NO_ACCOUNT,
                planned,
                adjustment,
                settled ? planned + adjustment - paid : 0,
                paid,
                items.day("plannedDate"),
                items.optionalDay("paidDate"),
                status);
        if (row.lastMonth().compareTo(row.firstMonth()) < 0) {
            items.refuse("toMonth", "E501", "終了年月が開始年月より前です。");
        }
        if (row.deducted() < 0) {
            items.refuse("paidAmount", "E504", "支払済金額が支払予定金額と調整金額の合計を超えています。");
        }
        String bank = items.optionalDigits("bankCode", 4);
        return bank.isEmpty()
                ? new Sent(row, "", "", "", "", "", "")
                : new Sent(
                        row,
                        items.digits("bankCode", 4),
                        items.digits("branchCode", 3),
                        items.code("accountType", "1 2 4 9"),
                        items.digits("accountNumber", 7),
                        items.required("holderKana", 48),
                        items.text("holderKanji", 100));
    }

    private static Map<String, Stored> between(Connection connection, String[] range) throws SQLException {
        Map<String, Stored> found = new HashMap<>();
        try (PreparedStatement select = Database.prepared(
                connection,
                "SELECT P." + COLUMNS.replace(", ", ", P.") + ", P.RUN_NUMBER FROM " + PaymentPeriods.PAYMENTS_BY_LEDGER
                        + " WHERE P.LEDGER_NUMBER BETWEEN ? AND ?")) {
            select.setString(1, range[0]);
            select.setString(2, range[1]);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Row row = row(rows);
                    rows.getLong(15);
                    found.put(row.key(), new Stored(row, !rows.wasNull()));
                }
            }
        }
        return found;
    }

    private static Row row(ResultSet rows) throws SQLException {
        return new Row(
                rows.getString(1),
                rows.getString(2),
                rows.getInt(3),
                rows.getString(4),
                rows.getString(5),
                rows.getString(6),
                rows.getInt(7),
                rows.getLong(8),
                rows.getLong(9),
                rows.getLong(10),
                rows.getLong(11),
                rows.getDate(12),
                rows.getDate(13),
                rows.getString(14) == null ? "" : rows.getString(14));
    }

    private static void delete(Connection connection, List<Stored> outdated) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "DELETE FROM PAYMENT WHERE BENEFIT_PERIOD = ? AND LEDGER_NUMBER = ? AND SEQ = ?")) {
            for (Stored stored : outdated) {
                delete.setString(1, stored.row().paymentMonth());
                delete.setString(2, stored.row().ledger());
                delete.setInt(3, stored.row().sequence());
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }

    private static void insert(Connection connection, List<Row> fresh) throws SQLException {
        if (fresh.isEmpty()) {
            return;
        }
        fresh.sort(IN_ORDER_OF_KEY);
        long first = Counter.draw(connection, fresh.size()) - fresh.size() + 1;
        noteStretches(connection, fresh, first);
        try (PreparedStatement insert = Database.prepared(
                connection,
                "INSERT INTO PAYMENT (" + COLUMNS
                        + ", SERIAL_NUMBER, NEWNESS, BREAKDOWN) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '0', '')")) {
            for (int i = 0; i < fresh.size(); i++) {
                Row row = fresh.get(i);
                insert.setString(1, row.ledger());
                insert.setString(2, row.paymentMonth());
                insert.setInt(3, row.sequence());
                insert.setString(4, row.firstMonth());
                insert.setString(5, row.lastMonth());
                insert.setString(6, row.method());
                if (row.account() == NO_ACCOUNT) {
                    insert.setNull(7, Types.INTEGER);
                } else {
                    insert.setInt(7, row.account());
                }
                insert.setLong(8, row.planned());
                insert.setLong(9, row.adjustment());
                insert.setLong(10, row.deducted());
                insert.setLong(11, row.paid());
                insert.setDate(12, row.plannedDate());
                insert.setDate(13, row.paidDate());
                insert.setString(14, row.status());
                insert.setLong(15, first + i);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Notes the serials from {@code first} on, a stretch for each payment month. */
    private static void noteStretches(Connection connection, List<Row> inOrder, long first) throws SQLException {
        int from = 0;
        for (int to = 1; to <= inOrder.size(); to++) {
            String month = inOrder.get(from).paymentMonth();
            if (to == inOrder.size() || !inOrder.get(to).paymentMonth().equals(month)) {
                String firstLedger = inOrder.get(from).ledger();
                String lastLedger = inOrder.get(to - 1).ledger();
                new SerialStretch(first + from, first + to - 1, month, firstLedger, lastLedger, Optional.empty())
                        .insert(connection);
                from = to;
            }
        }
    }

    /** Has runs look at the whole history of ledgers where something did not arrive. */
    private static void noteGaps(Connection connection, List<Row> fresh) throws SQLException {
        Set<String> ledgers = new HashSet<>();
        for (Row row : fresh) {
            if (!PaymentState.ofCode(row.status()).isSettling()) {
                ledgers.add(row.ledger());
            }
        }
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM PAYMENT_GAP WHERE LEDGER_NUMBER = ?");
                PreparedStatement insert = connection.prepareStatement("INSERT INTO PAYMENT_GAP VALUES (?)")) {
            for (String ledger : ledgers) {
                delete.setString(1, ledger);
                delete.addBatch();
                insert.setString(1, ledger);
                insert.addBatch();
            }
            delete.executeBatch();
            insert.executeBatch();
        }
    }

    /** The accounts of the chunk's ledgers, and those found in payments alone. */
    private final class KnownAccounts {

        private final Map<String, List<OpenAccount>> accounts = new HashMap<>();
        private final List<AccountTable.Row> found = new ArrayList<>();

        KnownAccounts(Connection connection, String[] range) throws SQLException {
            for (AccountTable.Row row : AccountTable.between(connection, range[0], range[1])) {
                of(row.ledger()).add(OpenAccount.of(row, cipher));
            }
        }

        /** The sequence of the account to which the payment went. */
        int find(Sent sent) {
            if (sent.bank().isEmpty()) {
                return NO_ACCOUNT;
            }
            List<OpenAccount> known = of(sent.row().ledger());
            int next = FIRST_FOUND_ACCOUNT;
            for (OpenAccount account : known) {
                if (account.isSameAccount(sent.bank(), sent.branch(), sent.type(), sent.number())) {
                    return account.sequence();
                }
                next = Math.max(next, account.sequence() + 1);
            }
            OpenAccount account = sent.account(next);
            known.add(account);
            found.add(account.sealed(cipher));
            return next;
        }

        private List<OpenAccount> of(String ledger) {
            return accounts.computeIfAbsent(ledger, number -> new ArrayList<>(2));
        }
    }

    /** A payment as it was sent, with the account in the open; without a bank it was no transfer. */
    private record Sent(
            Row row, String bank, String branch, String type, String number, String holderKana, String holderKanji) {

        OpenAccount account(int sequence) {
            Date day = row.plannedDate();
            return new OpenAccount(
                    row.ledger(),
                    sequence,
                    bank,
                    branch,
                    type,
                    number,
                    "",
                    "",
                    holderKana,
                    holderKanji,
                    day,
                    day,
                    "1",
                    "9",
                    null);
        }

        /** Shows neither the account nor its holder, so that neither can reach a log. */
        @Override
        public String toString() {
            return "Payment " + row.key();
        }
    }

    /**
     * A payment as the table holds it.
     *
     * @param account its sequence, 0 if it was no transfer
     * @param paidDate null unless paid
     */
    private record Row(
            String ledger,
            String paymentMonth,
            int sequence,
            String firstMonth,
            String lastMonth,
            String method,
            int account,
            long planned,
            long adjustment,
            long deducted,
            long paid,
            Date plannedDate,
            Date paidDate,
            String status) {

        String key() {
            return ledger + "/" + paymentMonth + "/" + sequence;
        }

        Row at(int accountSequence) {
            return new Row(
                    ledger,
                    paymentMonth,
                    sequence,
                    firstMonth,
                    lastMonth,
                    method,
                    accountSequence,
                    planned,
                    adjustment,
                    deducted,
                    paid,
                    plannedDate,
                    paidDate,
                    status);
        }
    }

    /** A payment that is in the table, and whether a run of ours made it. */
    private record Stored(Row row, boolean ofRun) {}
}
