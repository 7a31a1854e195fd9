// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.teate.access.Forbidden;
import org.teate.access.Permission;
import org.teate.counterparts.welfare.current.SentLedger;
import org.teate.exchange.FeedHandler;
import org.teate.exchange.MigrationFlaw;
import org.teate.exchange.MigrationSet;
import org.teate.exchange.Taken;
import org.teate.ports.FeedRecord;

/** What was taken over from the old system can be handed on, and what has happened since is in it. */
public class HandingOverTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @ClassRule
    public static final TemporaryFolder TEMPORARY = new TemporaryFolder();

    private static SentLedger sent;

    private final Office office = new Office().granting(Permission.MIGRATE);
    private final NumberVault vault =
            new NumberVault(TEMPORARY.getRoot().toPath().resolve("numbers.p12"), "", Office.CLOCK);
    private final MigrationSet addressees = new AddresseesSet(office, office);
    private final MigrationSet households = new HouseholdsSet(office, office);
    private final MigrationSet characters = new OwnCharactersSet(office, office);
    private final List<MigrationSet> sets = List.of(
            characters,
            addressees,
            new NumbersSet(office, office, office, vault),
            households,
            new MailSet(office, office));

    @BeforeClass
    public static void aTown() {
        sent = SentLedger.write(TEMPORARY.getRoot().toPath(), 600, TODAY);
    }

    @Before
    public void itsLedgerIsTakenOver() {
        take(new OwnCharacterList(office, office, office, Office.CLOCK), "M15");
        take(new LedgerAddressees(office.desk()), "M01");
        take(new LedgerNumbers(office, office, office, vault, Office.CLOCK), "M02");
        take(new LedgerHouseholds(office.desk()), "M03");
        take(new LedgerMail(office.desk()), "M04");
        office.changes.clear();
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
    public void everyNumberThatIsReadIsRecordedWithItsPerson() {
        List<List<String>> rows = all(sets.get(2), 5_000);

        assertEquals(rows.size(), office.changes.size());
        assertEquals("number.hand-over", office.changes.get(0).action());
        assertEquals(
                rows.get(0).get(0),
                office.changes.get(0).subject().orElseThrow().value());
    }

    @Test
    public void whoIsOnlyOnTheRegisterIsNotHandedOver() {
        int before = all(addressees, 5_000).size();

        office.fullRegister()
                .take(List.of(Row.resident(1)
                        .with("addresseeNumber", "999999999999999")
                        .record()));

        assertEquals(before, all(addressees, 5_000).size());
    }

    @Test
    public void aChildBornIntoAHouseholdOfTheLedgerIsHandedOverWithIt() {
        List<String> member = all(households, 1).get(0);
        String householder = value(households, member, "householderAddresseeNumber");

        office.fullRegister()
                .take(List.of(Row.resident(1)
                        .with("addresseeNumber", "999999999999999")
                        .with("householdNumber", value(households, member, "householdNumber"))
                        .with("householderAddresseeNumber", householder)
                        .record()));

        List<List<String>> people = all(addressees, 5_000);
        assertEquals("999999999999999", people.get(people.size() - 1).get(0));
        assertTrue(all(households, 5_000).stream().anyMatch(row -> row.get(1).equals("999999999999999")));
    }

    @Test
    public void whatTheRegisterSaidSinceIsHandedOver() {
        List<String> person = all(addressees, 1).get(0);
        String number = value(addressees, person, "addresseeNumber");
        office.fullRegister()
                .take(List.of(Row.resident(1)
                        .with("addresseeNumber", number)
                        .with("version", "9")
                        .with("address", "金沢市見本町九丁目９番")
                        .record()));

        List<String> now = all(addressees, 1).get(0);

        assertEquals("金沢市見本町九丁目９番", value(addressees, now, "addressText"));
        assertEquals("9", value(addressees, now, "version"));
    }

    @Test
    public void aCharacterInUseThatNobodyKnowsStandsInTheWay() {
        assertEquals(List.of(), characters.obstacles());
        office.required(database -> database.createStatement()
                .executeUpdate("UPDATE ADDRESSEE SET NAME_AS_SENT = '山\uE757' WHERE ADDRESSEE_NUMBER ="
                        + " (SELECT MIN(ADDRESSEE_NUMBER) FROM ADDRESSEE)"));

        assertEquals(
                List.of(new MigrationFlaw("M15", "E757", "text", "E205", "外字に対応する文字が登録されていません（使用1件）。")),
                characters.obstacles());
    }

    @Test
    public void onlyWhoMigratesMayRead() {
        office.denying(Permission.MIGRATE);

        assertThrows(Forbidden.class, () -> addressees.after(Optional.empty(), 10, TODAY));
        assertThrows(Forbidden.class, characters::obstacles);
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
        int owner = set.layout().items().indexOf(set.layout().keys().get(0));
        List<List<String>> all = new ArrayList<>();
        List<List<String>> page = set.after(Optional.empty(), limit, TODAY);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = set.after(Optional.of(page.get(page.size() - 1).get(owner)), limit, TODAY);
        }
        return all;
    }

    private static String value(MigrationSet set, List<String> row, String item) {
        return row.get(set.layout().items().indexOf(item));
    }

    private static List<List<String>> sorted(MigrationSet set, List<List<String>> rows) {
        return rows.stream()
                .sorted(Comparator.comparing(row -> set.layout().keys().stream()
                        .map(key -> value(set, row, key))
                        .toList()
                        .toString()))
                .toList();
    }

    private static String lines(List<List<String>> rows) {
        return String.join("\n", rows.stream().map(List::toString).toList());
    }
}
