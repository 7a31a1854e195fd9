// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.teate.access.WorkItem;
import org.teate.exchange.Taken;
import org.teate.ports.FeedRecord;

public class RegisterTest {

    private final Office office = new Office();
    private final FullRegister full = office.fullRegister();
    private final RegisterChanges changes = new RegisterChanges(office.desk());

    @Test
    public void theFullFileEntersPersonAddressAndHousehold() {
        assertEquals(List.of(Taken.APPLIED), full.take(List.of(Row.resident(1).record())));

        assertEquals("タカハシ　ハナコ", office.ask("SELECT NAME_KANA FROM ADDRESSEE"));
        assertEquals("2020-04-01", office.ask("SELECT VALID_FROM FROM ADDRESS WHERE VALID_TO IS NULL"));
        assertEquals("172014", office.ask("SELECT MUNICIPALITY_CODE FROM ADDRESS"));
        assertEquals("01", office.ask("SELECT RELATION_CODE FROM HOUSEHOLD_MEMBER"));
        assertEquals("0", office.ask("SELECT COUNT(*) FROM RESIDENT_CHANGE"));
    }

    @Test
    public void theSameFileTwiceChangesNothing() {
        List<FeedRecord> file = residents(1_200);
        full.take(file);
        office.changes.clear();

        assertEquals(
                List.of(Taken.UNCHANGED), full.take(file).stream().distinct().toList());
        assertEquals("1200", office.ask("SELECT COUNT(*) FROM ADDRESS"));
        assertTrue(office.changes.isEmpty());
    }

    @Test
    public void aLowerVersionIsStaleAndAHigherOneIsTaken() {
        full.take(List.of(Row.resident(1).with("version", "5").record()));

        List<Taken> answers = full.take(List.of(
                Row.resident(1).with("version", "4").with("sex", "1").record(),
                Row.resident(1).with("version", "6").with("sex", "3").record()));

        assertEquals(List.of(Taken.STALE, Taken.APPLIED), answers);
        assertEquals("3", office.ask("SELECT SEX FROM ADDRESSEE"));
    }

    @Test
    public void aMoveEndsTheOldAddressTheDayBeforeAndSupersedesTheRow() {
        full.take(List.of(Row.resident(1).record()));
        changes.take(List.of(move(Row.resident(1), "2", "20261110", "金沢市見本町二丁目２番")));

        assertEquals("3", office.ask("SELECT COUNT(*) FROM ADDRESS"));
        assertEquals(
                "2026-11-09",
                office.ask("SELECT VALID_TO FROM ADDRESS WHERE SUPERSEDED_AT IS NULL AND VALID_TO IS NOT NULL"));
        assertEquals(
                "金沢市見本町二丁目２番",
                office.ask("SELECT ADDRESS_TEXT FROM ADDRESS WHERE SUPERSEDED_AT IS NULL AND VALID_TO IS NULL"));
    }

    @Test
    public void somebodyMayChangeTwiceInOneFile() {
        full.take(List.of(Row.resident(1).record()));

        List<Taken> answers = changes.take(List.of(
                move(Row.resident(1), "2", "20261110", "金沢市見本町二丁目２番"),
                move(Row.resident(1), "3", "20261120", "金沢市見本町三丁目３番")));

        assertEquals(List.of(Taken.APPLIED, Taken.APPLIED), answers);
        assertEquals("4", office.ask("SELECT COUNT(*) FROM ADDRESS"));
        assertEquals(
                "金沢市見本町三丁目３番",
                office.ask("SELECT ADDRESS_TEXT FROM ADDRESS WHERE SUPERSEDED_AT IS NULL AND VALID_TO IS NULL"));
        assertEquals("2", office.ask("SELECT COUNT(*) FROM RESIDENT_CHANGE"));
    }

    @Test
    public void aDeathClosesAddressAndHouseholdAndNothingIsDeleted() {
        full.take(List.of(Row.resident(1).record()));
        changes.take(List.of(Row.resident(1)
                .with("version", "2")
                .with("op", "D")
                .with("residentState", "3")
                .with("changeReason", "14")
                .with("changeDate", "20261120")
                .with("lostDate", "20261120")
                .record()));

        assertEquals("0", openRows("ADDRESS"));
        assertEquals("0", openRows("HOUSEHOLD_MEMBER"));
        assertEquals("2026-11-19", office.ask("SELECT MAX(VALID_TO) FROM ADDRESS"));
        assertEquals("1", office.ask("SELECT COUNT(*) FROM ADDRESSEE"));
    }

    @Test
    public void aDateThatDoesNotExistAndAnUnknownCodeAreRefusedWithTheirItem() {
        assertRefused("birthDate", "E202", Row.resident(1).with("birthDate", "20230229"));
        assertRefused("birthDate", "E202", Row.resident(1).with("birthPrecision", "1"));
        assertRefused("birthPrecision", "E204", Row.resident(1).with("birthPrecision", "7"));
        assertRefused("residentState", "E204", Row.resident(1).with("residentState", "8"));
        assertRefused("changeReason", "E204", Row.resident(1).with("changeReason", "55"));
        assertRefused("relation1", "E204", Row.resident(1).with("relation1", "98"));
        assertRefused("residenceStatus", "E204", Row.resident(1).with("residenceStatus", "QQ"));
        assertRefused("nameKanji", "E201", Row.resident(1).with("nameKanji", ""));
        assertRefused("nameKanji", "E205", Row.resident(1).with("nameKanji", "見本\uD842　花子"));
        assertRefused("addresseeNumber", "E201", Row.resident(1).with("addresseeNumber", "12A"));
    }

    @Test
    public void aBadRecordDoesNotKeepTheOthersOut() {
        List<Taken> answers = full.take(List.of(
                Row.resident(1).record(),
                Row.resident(2).with("sex", "X").record(),
                Row.resident(3).record()));

        assertEquals(Taken.APPLIED, answers.get(0));
        assertEquals(new Taken.Refused("sex", "E204", "コード表にないコードです。"), answers.get(1));
        assertEquals(Taken.APPLIED, answers.get(2));
        assertEquals("2", office.ask("SELECT COUNT(*) FROM ADDRESSEE"));
    }

    @Test
    public void anInexactBirthDateIsKeptByItsFirstDayPossible() {
        full.take(List.of(Row.resident(1)
                .with("birthDate", "19500000")
                .with("birthPrecision", "2")
                .record()));

        assertEquals("1950-01-01", office.ask("SELECT BIRTH_DATE FROM ADDRESSEE"));
    }

    @Test
    public void aDamagedNameIsTakenAndWaitsForAClerk() {
        full.take(List.of(Row.resident(1).with("nameKanji", "〓橋　花子").record()));

        assertEquals("1", office.ask("SELECT COUNT(*) FROM ADDRESSEE"));
        assertEquals(List.of("person.name"), kindsOfWork());
    }

    @Test
    public void anOwnCharacterBecomesTheOneItStandsFor() {
        new OwnCharacterList(office, office, office, Office.CLOCK)
                .take(List.of(Row.of("puaCode text cp932Fallback usedCount")
                        .with("puaCode", "E001")
                        .with("text", "𠮷")
                        .with("cp932Fallback", "吉")
                        .with("usedCount", "1")
                        .record()));
        full.take(List.of(Row.resident(1).with("nameKanji", "\uE001田　花子").record()));

        assertEquals("𠮷田　花子", office.ask("SELECT NAME FROM ADDRESSEE"));
        assertEquals("吉田花子", office.ask("SELECT NAME_KEY FROM ADDRESSEE"));
        assertTrue(office.items.isEmpty());
        assertEquals("𠮷田", new ListedCharacters(office).resolve("\uE001田"));
    }

    @Test
    public void aDeathInAHouseholdWithAChildWaitsForAClerkAndNamesNoOne() {
        full.take(List.of(Row.resident(1).record(), child(2).record()));
        changes.take(List.of(died(1)));

        assertEquals(List.of("resident.death"), kindsOfWork());
        assertTrue(office.items.get(0).text().contains(Row.number(1)));
        assertTrue(!office.items.get(0).text().contains("花子"));
    }

    @Test
    public void aDeathWhereNoChildLivesIsNobodysWork() {
        full.take(List.of(Row.resident(1).record()));
        changes.take(List.of(died(1)));

        assertTrue(office.items.isEmpty());
    }

    @Test
    public void aChildThatMovesInWaitsForAClaimAndItsParentDoesNot() {
        changes.take(List.of(
                Row.resident(1).with("changeReason", "01").record(),
                child(2).with("changeReason", "01").record()));

        assertEquals(List.of("resident.joined"), kindsOfWork());
    }

    @Test
    public void aChangeWhosePredecessorNeverCameIsNoticed() {
        full.take(List.of(Row.resident(1).record()));
        String held = office.ask("SELECT SENT_HASH FROM ADDRESSEE");
        Row first = Row.resident(1).with("version", "2").with("op", "U").with("changeReason", "35");

        changes.take(List.of(first.with("beforeImage", held).record()));
        assertTrue(office.items.isEmpty());

        changes.take(List.of(first.with("version", "3")
                .with("recordId", "9".repeat(24))
                .with("beforeImage", "0".repeat(64))
                .record()));
        assertEquals(List.of("resident.gap"), kindsOfWork());
    }

    @Test
    public void changesAreTakenAfterTheFullFile() {
        assertTrue(full.stage() < changes.stage());
    }

    @Test
    public void aChangeIsOnTheTrailWithWhoseItIs() {
        full.take(List.of(Row.resident(1).record()));
        changes.take(List.of(move(Row.resident(1), "2", "20261110", "金沢市見本町二丁目２番")));

        assertEquals("person.enter", office.changes.get(0).action());
        assertEquals("person.change", office.changes.get(1).action());
        assertEquals(
                Row.number(1), office.changes.get(1).subject().orElseThrow().value());
        assertEquals("転居", office.changes.get(1).reason());
    }

    private void assertRefused(String item, String code, Row row) {
        Taken.Refused refused = (Taken.Refused) full.take(List.of(row.record())).get(0);
        assertEquals(item + " " + code, refused.item() + " " + refused.code());
    }

    private String openRows(String table) {
        return office.ask("SELECT COUNT(*) FROM " + table + " WHERE SUPERSEDED_AT IS NULL AND VALID_TO IS NULL");
    }

    private List<String> kindsOfWork() {
        return office.items.stream().map(WorkItem::kind).toList();
    }

    private static FeedRecord move(Row row, String version, String day, String address) {
        return row.with("version", version)
                .with("recordId", String.format("%021d", 7) + "00" + version)
                .with("op", "U")
                .with("changeReason", "21")
                .with("changeDate", day)
                .with("reportDate", day)
                .with("fixedDate", day)
                .with("address", address)
                .record();
    }

    private static FeedRecord died(int number) {
        return Row.resident(number)
                .with("version", "2")
                .with("op", "D")
                .with("residentState", "3")
                .with("changeReason", "14")
                .with("changeDate", "20261120")
                .with("lostDate", "20261120")
                .record();
    }

    /** A child in the household of person 1. */
    private static Row child(int number) {
        return Row.resident(number)
                .with("birthDate", "20200510")
                .with("householdNumber", Row.number(1))
                .with("householderAddresseeNumber", Row.number(1))
                .with("relation1", "11");
    }

    private static List<FeedRecord> residents(int count) {
        List<FeedRecord> records = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            records.add(Row.resident(number).record());
        }
        return records;
    }
}
