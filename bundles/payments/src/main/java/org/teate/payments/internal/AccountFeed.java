// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.AuditTrail;
import org.teate.access.Deed;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.exchange.FeedHandler;
import org.teate.exchange.Taken;
import org.teate.kernel.BankKana;
import org.teate.kernel.BankKanaField;
import org.teate.payments.PaymentState;
import org.teate.ports.FeedRecord;

/** Takes over the accounts of recipients (M10 payment_account). */
@Component
public final class AccountFeed implements FeedHandler {

    private static final String REPLACED = "9";

    private final Database database;
    private final BankMaster master;
    private final AccountCipher cipher;
    private final Guard guard;
    private final AuditTrail trail;

    @Activate
    public AccountFeed(
            @Reference Database database,
            @Reference BankMaster master,
            @Reference AccountCipher cipher,
            @Reference Guard guard,
            @Reference AuditTrail trail) {
        this.database = database;
        this.master = master;
        this.cipher = cipher;
        this.guard = guard;
        this.trail = trail;
    }

    @Override
    public String interfaceId() {
        return "M10";
    }

    @Override
    public int stage() {
        return 40;
    }

    @Override
    public List<Taken> take(List<FeedRecord> records) {
        guard.require(Permission.EXCHANGE_IMPORT);
        BankMaster.Snapshot banks = master.snapshot();
        ChunkAnswers<OpenAccount> chunk = new ChunkAnswers<>(records, items -> read(items, banks), OpenAccount::key);
        if (chunk.isEmpty()) {
            return chunk.answer(account -> Taken.UNCHANGED);
        }
        return database.tx(connection -> apply(connection, chunk, records.get(0).line()));
    }

    private List<Taken> apply(Connection connection, ChunkAnswers<OpenAccount> chunk, long line) throws SQLException {
        String[] range = chunk.range(OpenAccount::ledger);
        Map<String, AccountTable.Row> stored = new HashMap<>();
        for (AccountTable.Row row : AccountTable.between(connection, range[0], range[1])) {
            stored.put(row.ledger() + "/" + row.sequence(), row);
        }
        Set<String> used = used(connection, range);
        List<AccountTable.Row> outdated = new ArrayList<>();
        List<AccountTable.Row> fresh = new ArrayList<>();
        List<Taken> answers = chunk.answer(account -> {
            AccountTable.Row before = stored.get(account.key());
            if (before != null && account.equals(OpenAccount.of(before, cipher))) {
                return Taken.UNCHANGED;
            }
            if (before != null
                    && used.contains(account.key())
                    && !account.isSameTarget(OpenAccount.of(before, cipher))) {
                return new Taken.Refused("accountNumber", "E507", "支払に使われた口座は変えられません。新しい口座として送ってください。");
            }
            if (before != null) {
                outdated.add(before);
            }
            fresh.add(account.sealed(cipher));
            return Taken.APPLIED;
        });
        AccountTable.delete(connection, outdated);
        AccountTable.insert(connection, fresh);
        trail.changed(Deed.of("account.import", "M10 line " + line, "口座の移行 " + fresh.size() + "件"));
        return answers;
    }

    /** The accounts to which a run of ours pays or has paid, unless it was cancelled: what such a payment shows must stay. */
    private static Set<String> used(Connection connection, String[] range) throws SQLException {
        Map<Long, PaymentState> runStates = RunTable.paymentStates(connection);
        Set<String> used = new HashSet<>();
        try (PreparedStatement select = Database.prepared(
                connection,
                "SELECT P.LEDGER_NUMBER, P.ACCOUNT_SEQ, P.RUN_NUMBER FROM " + PaymentPeriods.PAYMENTS_BY_LEDGER
                        + " WHERE P.LEDGER_NUMBER BETWEEN ? AND ? AND P.RUN_NUMBER IS NOT NULL")) {
            select.setString(1, range[0]);
            select.setString(2, range[1]);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    if (runStates.get(rows.getLong(3)) != PaymentState.CANCELLED) {
                        used.add(rows.getString(1) + "/" + rows.getInt(2));
                    }
                }
            }
        }
        return used;
    }

    private static OpenAccount read(Items items, BankMaster.Snapshot banks) {
        OpenAccount account = new OpenAccount(
                items.ledger("ledgerNumber"),
                (int) items.number("seq", 3, false),
                items.digits("bankCode", 4),
                items.digits("branchCode", 3),
                items.code("accountType", "1 2 4 9"),
                items.digits("accountNumber", 7),
                items.optionalDigits("yuchoSymbol", 5),
                items.optionalDigits("yuchoNumber", 8),
                items.required("holderKana", 48),
                items.text("holderKanji", 100),
                items.day("validFrom"),
                items.optionalDay("validTo"),
                items.code("source", "1 2"),
                items.code("statusCode", "1 2 9"),
                items.optionalDay("verifiedOn"));
        if (!account.status().equals(REPLACED)) {
            checkUsable(items, account, banks);
        }
        return account;
    }

    /** An account that money may be sent to has a place and a name that a bank file can carry. */
    private static void checkUsable(Items items, OpenAccount account, BankMaster.Snapshot banks) {
        if (banks.bankKana(account.bankCode()).isEmpty()) {
            items.refuse("bankCode", "E402", "金融機関コード " + account.bankCode() + " がマスタにありません。");
        }
        if (!banks.isOpen(account.bankCode(), account.branchCode())) {
            String place = account.bankCode() + "-" + account.branchCode();
            items.refuse("branchCode", "E402", "店番 " + place + " がマスタにないか、廃止されています。");
        }
        BankKana.STRICT
                .faultIn(account.holderKana(), BankKanaField.PARTY)
                .ifPresent(fault -> items.refuse("holderKana", "E207", fault.message()));
    }
}
