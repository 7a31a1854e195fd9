// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.teate.access.Actor;
import org.teate.access.Forbidden;
import org.teate.access.SystemAccount;
import org.teate.counterparts.welfare.current.SentLedger;
import org.teate.exchange.FeedHandler;
import org.teate.exchange.MigrationSet;
import org.teate.exchange.Taken;
import org.teate.ports.FeedRecord;

/** What was taken over from the old system can be handed on; {@link PaymentRunTest} shows what runs add to it. */
public class HandingOverTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @ClassRule
    public static final TemporaryFolder TEMPORARY = new TemporaryFolder();

    private static SentLedger sent;

    @Rule
    public final Offices offices = new Offices();

    private Office office;
    private List<MigrationSet> sets;

    @BeforeClass
    public static void aTown() {
        sent = SentLedger.write(TEMPORARY.getRoot().toPath(), 2_000, TODAY);
    }

    @Before
    public void itsPaymentsAreTakenOver() throws IOException {
        office = offices.open();
        SystemAccount importer = SystemAccount.IMPORTER;
        office.guard.signIn(new Actor(importer.login(), "", importer.permissions(), "server"));
        listBanks();
        take(new AccountFeed(office.database, office.master, office.cipher, office.guard, office.trail), "M10");
        take(new PaymentFeed(office.database, office.cipher, office.guard, office.trail), "M11");
        take(new DeductionFeed(office.database, office.guard, office.trail), "M12");
        sets = List.of(
                new AccountsSet(office.database, office.cipher, office.guard),
                new PaymentsSet(office.database, office.cipher, office.guard),
                new DeductionsSet(office.database, office.guard));
        office.guard.signIn(Office.OPERATOR);
    }

    @Test
    public void everySetIsHandedOnRowForRow() {
        for (MigrationSet set : sets) {
            String id = set.layout().id();
            assertEquals(sent.items(id), set.layout().items());
            assertEquals(id, lines(sorted(set, sent.rows(id))), lines(sorted(set, all(set, 1_000))));
        }
    }

    @Test
    public void pagesOfAnySizeHoldTheSameRows() {
        for (MigrationSet set : sets) {
            assertEquals(all(set, 5_000), all(set, 20));
        }
    }

    @Test
    public void onlyWhoMigratesMayRead() {
        office.guard.signIn(Office.CLERK);

        sets.forEach(set -> assertThrows(Forbidden.class, () -> set.after(Optional.empty(), 10, TODAY)));
    }

    /** Lists the banks of the town's accounts; the shipped master would cost each test seconds. */
    private void listBanks() {
        office.tables.execute("DELETE FROM BRANCH");
        office.tables.execute("DELETE FROM BANK");
        TreeSet<String> banks = new TreeSet<>();
        TreeSet<String> branches = new TreeSet<>();
        for (Map<String, String> account : sent.records("M10")) {
            banks.add(account.get("bankCode"));
            branches.add(account.get("bankCode") + account.get("branchCode"));
        }
        banks.forEach(bank -> office.tables.execute(
                "INSERT INTO BANK (BANK_CODE, KANA, BANK_NAME) VALUES ('" + bank + "', 'ｷﾞﾝｺｳ', '銀行')"));
        branches.forEach(
                branch -> office.tables.execute("INSERT INTO BRANCH (BANK_CODE, BRANCH_CODE, KANA, BRANCH_NAME)"
                        + " VALUES ('" + branch.substring(0, 4) + "', '" + branch.substring(4) + "', 'ｼﾃﾝ', '支店')"));
    }

    private static void take(FeedHandler handler, String set) {
        Map<String, Integer> positions = new HashMap<>();
        sent.items(set).forEach(item -> positions.put(item, positions.size()));
        List<FeedRecord> records = new ArrayList<>();
        for (List<String> row : sent.rows(set)) {
            records.add(new FeedRecord(records.size() + 2L, positions, row));
        }
        assertTrue(set, handler.take(records).stream().allMatch(Taken.APPLIED::equals));
    }

    private static List<List<String>> all(MigrationSet set, int limit) {
        List<List<String>> all = new ArrayList<>();
        List<List<String>> page = set.after(Optional.empty(), limit, TODAY);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = set.after(Optional.of(page.get(page.size() - 1).get(0)), limit, TODAY);
        }
        return all;
    }

    private static List<List<String>> sorted(MigrationSet set, List<List<String>> rows) {
        return rows.stream()
                .sorted(Comparator.comparing(row -> set.layout().keys().stream()
                        .map(key -> row.get(set.layout().items().indexOf(key)))
                        .toList()
                        .toString()))
                .toList();
    }

    private static String lines(List<List<String>> rows) {
        return String.join("\n", rows.stream().map(List::toString).toList());
    }
}
