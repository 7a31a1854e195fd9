// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.AuditTrail;
import org.teate.access.Deed;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.exchange.FeedHandler;
import org.teate.exchange.Taken;
import org.teate.kernel.BankKanaResult;
import org.teate.payments.Banks;
import org.teate.ports.FeedRecord;

/**
 * Takes in the master of banks and branches (IF-04): {@code bankCode}, {@code branchCode} (empty for the bank itself),
 * {@code kana}, {@code kanji}, {@code closedOn} (empty while it is open).
 */
@Component
public final class BankFeed implements FeedHandler {

    private final Database database;
    private final BankMaster master;
    private final Guard guard;
    private final AuditTrail trail;

    @Activate
    public BankFeed(
            @Reference Database database,
            @Reference BankMaster master,
            @Reference Guard guard,
            @Reference AuditTrail trail) {
        this.database = database;
        this.master = master;
        this.guard = guard;
        this.trail = trail;
    }

    @Override
    public String interfaceId() {
        return "IF-04";
    }

    @Override
    public int stage() {
        return 10;
    }

    @Override
    public List<Taken> take(List<FeedRecord> records) {
        guard.require(Permission.EXCHANGE_IMPORT);
        BankMaster.Snapshot known = master.snapshot();
        ChunkAnswers<Place> chunk = new ChunkAnswers<>(records, BankFeed::read, Place::key);
        List<Place> fresh = new ArrayList<>();
        List<Taken> answers = chunk.answer(place -> {
            if (place.isIn(known)) {
                return Taken.UNCHANGED;
            }
            fresh.add(place);
            return Taken.APPLIED;
        });
        if (!fresh.isEmpty()) {
            database.tx(connection -> enter(connection, fresh, records.get(0).line()));
        }
        return answers;
    }

    /** Until the commit nobody else sees the new master, so that whoever asks before it would keep the old one. */
    private List<Place> enter(Connection connection, List<Place> fresh, long line) throws SQLException {
        replace(connection, fresh);
        trail.changed(Deed.of("bank.import", "IF-04 line " + line, "金融機関マスタ " + fresh.size() + "件"));
        database.afterCommit(master::forget);
        return fresh;
    }

    private static Place read(Items items) {
        String kana = items.required("kana", 100);
        if (!(BankMaster.bankForm(kana) instanceof BankKanaResult.Normalized form)) {
            items.refuse("kana", "E207", "カナに銀行のファイルに使えない文字があります。");
            return new Place("", "", "", "", null);
        }
        String branch = items.text("branchCode", 3);
        return new Place(
                items.digits("bankCode", 4),
                branch.isEmpty() ? "" : items.digits("branchCode", 3),
                form.text(),
                items.required("kanji", 100),
                items.optionalDay("closedOn"));
    }

    private static void replace(Connection connection, List<Place> places) throws SQLException {
        for (Place place : places) {
            boolean bank = place.branch().isEmpty();
            String table = bank ? "BANK" : "BRANCH";
            String key = bank ? "BANK_CODE = ?" : "BANK_CODE = ? AND BRANCH_CODE = ?";
            String columns = bank
                    ? "KANA, BANK_NAME, CLOSED_ON, BANK_CODE"
                    : "KANA, BRANCH_NAME, CLOSED_ON, BANK_CODE, BRANCH_CODE";
            execute(connection, "DELETE FROM " + table + " WHERE " + key, place, false);
            String parameters = bank ? "?, ?, ?, ?" : "?, ?, ?, ?, ?";
            execute(connection, "INSERT INTO " + table + " (" + columns + ") VALUES (" + parameters + ")", place, true);
        }
    }

    private static void execute(Connection connection, String sql, Place place, boolean whole) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int parameter = 1;
            if (whole) {
                statement.setString(parameter++, place.kana());
                statement.setString(parameter++, place.name());
                statement.setDate(parameter++, place.closedOn());
            }
            statement.setString(parameter++, place.bank());
            if (!place.branch().isEmpty()) {
                statement.setString(parameter, place.branch());
            }
            statement.executeUpdate();
        }
    }

    /**
     * A bank, or a branch.
     *
     * @param branch empty for the bank itself
     * @param closedOn null while open
     */
    private record Place(String bank, String branch, String kana, String name, Date closedOn) {

        String key() {
            return bank + branch;
        }

        boolean isIn(BankMaster.Snapshot known) {
            boolean open = closedOn == null;
            return branch.isEmpty()
                    ? new Banks.Bank(bank, name, kana, open)
                            .equals(known.banks().get(bank))
                    : new Banks.Branch(bank, branch, name, kana, open)
                            .equals(known.branchesOf(bank).get(branch));
        }
    }
}
