// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.teate.access.Deed;
import org.teate.access.Forbidden;
import org.teate.access.Permission;
import org.teate.addressing.Address;
import org.teate.addressing.Identities;
import org.teate.addressing.Identity;
import org.teate.addressing.Person;
import org.teate.addressing.PersonPage;
import org.teate.addressing.PersonQuery;
import org.teate.addressing.PersonRow;
import org.teate.kernel.AddresseeNumber;

public class PeopleTest {

    private static final AddresseeNumber FIRST = AddresseeNumber.of(Row.number(1));

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Office office = new Office();
    private final FullRegister register = office.fullRegister();
    private TablePeople people;

    @Before
    public void openOffice() {
        Path keys = folder.getRoot().toPath().resolve("keys").resolve("numbers.p12");
        people = new TablePeople(office, office, office, new NumberVault(keys, "", Office.CLOCK), Office.CLOCK);
    }

    @Test
    public void aPersonIsShownWithAddressHouseholdAndMail() {
        enter(Row.resident(1), child(2));
        LedgerMail mail = new LedgerMail(office.desk());
        mail.take(List.of(LedgerTest.mailing(1).record(), LedgerTest.contact(1).record()));

        Person person = people.find(FIRST, "窓口").orElseThrow();

        assertEquals("髙橋　花子", person.names().name());
        assertEquals("〒920-0000 金沢市見本町一丁目１番", person.address().orElseThrow().line());
        assertEquals(
                List.of("世帯主", "子"),
                person.household().stream()
                        .map(member -> member.relation().label())
                        .toList());
        assertEquals(
                "〒930-0000 富山市見本町３番", person.mailing().orElseThrow().address().line());
        assertEquals(1, person.contacts().size());
        assertEquals("未登録", person.maskedNumber());
        assertFalse(person.withheld());
    }

    @Test
    public void aNameIsShownAsTodaysSystemsWriteItToo() {
        new OwnCharacterList(office, office, office, Office.CLOCK)
                .take(List.of(Row.of("puaCode text cp932Fallback usedCount")
                        .with("puaCode", "E001")
                        .with("text", "\u845B\uDB40\uDD00")
                        .with("cp932Fallback", "\u845B")
                        .with("usedCount", "1")
                        .record()));
        enter(Row.resident(1).with("nameKanji", "\uE001城　𠮷子"));

        Person person = people.find(FIRST, "窓口").orElseThrow();

        assertEquals("\u845B\uDB40\uDD00城　𠮷子", person.names().name());
        assertEquals("\uE001城　吉子", person.currentForm().text());
        assertEquals(1, person.currentForm().substitutions().size());
    }

    @Test
    public void everyLookIsOnTheTrail() {
        enter(Row.resident(1));
        people.find(FIRST, "窓口");
        people.find(AddresseeNumber.of("999"), "窓口");

        assertEquals(Deed.about(FIRST, "person.view", "", "窓口"), office.views.get(0));
        assertEquals("unknown", office.views.get(1).object());
    }

    @Test
    public void theOthersOfTheHouseholdAreOnTheTrailToo() {
        enter(Row.resident(1), Row.resident(2).with("householdNumber", Row.number(1)));
        office.views.clear();

        people.find(FIRST, "台帳 0000000018");

        assertEquals(
                List.of(
                        Deed.about(FIRST, "person.view", "", "台帳 0000000018"),
                        Deed.about(AddresseeNumber.of(Row.number(2)), "person.listed", "household", "台帳 0000000018")),
                office.views);
    }

    @Test
    public void withoutPermissionNobodyIsShown() {
        office.denying(Permission.PERSON_VIEW);

        assertThrows(Forbidden.class, () -> people.find(FIRST, ""));
        assertThrows(Forbidden.class, () -> people.search(byKana("タカハシ")));
    }

    @Test
    public void aProtectedAddressIsWithheldInPersonAndSearch() {
        enter(protectedPerson(1));
        new LedgerMail(office.desk())
                .take(List.of(
                        LedgerTest.mailing(1).with("addresseeName", "代理人").record(),
                        LedgerTest.contact(1).record()));

        Person person = people.find(FIRST, "").orElseThrow();
        PersonRow row = people.search(byKana("タカハシ")).rows().get(0);

        assertTrue(person.withheld());
        assertEquals(Optional.of(new Address.Withheld()), person.address());
        assertEquals(Optional.of(new Address.Withheld()), person.newAddress());
        assertEquals(new Address.Withheld(), person.mailing().orElseThrow().address());
        assertEquals("", person.mailing().orElseThrow().addressee());
        assertTrue(person.contacts().isEmpty());
        assertEquals(Optional.of(new Address.Withheld()), row.address());
        assertFalse(person.toString().contains("金沢市"));
        assertFalse(row.toString().contains("金沢市"));
    }

    @Test
    public void whoMaySeeTheProtectedLeavesATraceOfItsOwn() {
        office.granting(Permission.PROTECTED_VIEW);
        enter(protectedPerson(1));

        assertTrue(
                "not without a purpose", people.find(FIRST, "検索").orElseThrow().withheld());
        assertThrows(IllegalArgumentException.class, () -> people.findProtected(FIRST, " "));
        office.views.clear();
        Person person = people.findProtected(FIRST, "送付先の確認").orElseThrow();

        assertFalse(person.withheld());
        assertEquals("〒920-0000 金沢市見本町一丁目１番", person.address().orElseThrow().line());
        assertEquals("person.view.protected", office.views.get(0).action());
    }

    @Test
    public void peopleAreFoundHoweverAClerkTypesTheName() {
        enter(Row.resident(1));

        for (String kana : List.of("タカハシ", "たかはし", "ﾀｶﾊｼ ﾊﾅｺ", "タカハシ　ハ")) {
            assertEquals(kana, 1, people.search(byKana(kana)).total());
        }
        for (String name : List.of("高橋", "髙橋　花子", "高橋花")) {
            assertEquals(name, 1, people.search(byName(name)).total());
        }
        assertEquals(0, people.search(byKana("ハナコ")).total());
    }

    @Test
    public void foreignersAreFoundByAliasAndLatinName() {
        enter(Row.resident(1)
                .with("residentKind", "2")
                .with("nameKanji", "ＳＭＩＴＨ　ＭＡＲＹ")
                .with("nameKana", "スミス　メアリー")
                .with("aliasKanji", "山田　まり")
                .with("aliasKana", "ヤマダ　マリ")
                .with("latinName", "SMITH MARY")
                .with("nationality", "USA")
                .with("residenceStatus", "EJ")
                .with("periodCode", "INDF"));

        assertEquals(1, people.search(byKana("ヤマダ")).total());
        assertEquals(1, people.search(byKana("スミス")).total());
        assertEquals(1, people.search(byName("山田")).total());
        assertEquals(1, people.search(byName("smith")).total());
        assertEquals(
                "USA",
                people.find(FIRST, "")
                        .orElseThrow()
                        .foreignStatus()
                        .orElseThrow()
                        .nationality());
    }

    @Test
    public void aBirthDateKnownByYearIsFoundOnEveryDayOfIt() {
        enter(
                Row.resident(1).with("birthDate", "19500000").with("birthPrecision", "2"),
                Row.resident(2).with("birthDate", "19500101"),
                Row.resident(3).with("birthDate", "19500700").with("birthPrecision", "1"));

        assertEquals(List.of(1), found(byBirth("1950-12-31")));
        assertEquals(List.of(1, 2), found(byBirth("1950-01-01")));
        assertEquals(List.of(1, 3), found(byBirth("1950-07-09")));
    }

    @Test
    public void allThatIsAskedForMustMatch() {
        enter(Row.resident(1), Row.resident(2).with("birthDate", "19910401"));
        PersonQuery query =
                new PersonQuery(Optional.empty(), "たかはし", "高橋", Optional.of(LocalDate.parse("1991-04-01")), 0, 20);

        assertEquals(List.of(2), found(query));
        assertEquals("kana,name,birth", office.views.get(0).object());
    }

    @Test
    public void leadingZerosOfANumberMayBeLeftOut() {
        enter(Row.resident(42));

        assertEquals(List.of(42), found(byNumber("42")));
        assertEquals(List.of(42), found(byNumber(Row.number(42))));
        assertEquals(List.of(), found(byNumber("43")));
    }

    @Test
    public void anEmptySearchFindsNobodyAndWildcardsAreNothing() {
        enter(Row.resident(1));

        assertEquals(PersonPage.EMPTY, people.search(byKana("")));
        assertEquals(PersonPage.EMPTY, people.search(byKana("%")));
        assertTrue(office.views.isEmpty());
    }

    @Test
    public void pagesFollowEachOtherInTheOrderOfTheReading() {
        Row[] rows = new Row[7];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Row.resident(i + 1).with("nameKana", "タカハシ　" + "アイウエオカキ".charAt(6 - i));
        }
        enter(rows);

        List<Integer> all = new ArrayList<>();
        for (int page = 0; page < 4; page++) {
            all.addAll(found(new PersonQuery(Optional.empty(), "タカハシ", "", Optional.empty(), page, 3)));
        }

        assertEquals(List.of(7, 6, 5, 4, 3, 2, 1), all);
        assertEquals(7, people.search(byKana("タカハシ")).total());
    }

    @Test
    public void aSearchRecordsItsKindAndWhomItListedButNotItsText() {
        enter(Row.resident(1));
        people.search(byKana("タカハシ"));

        assertEquals(
                List.of(Deed.of("person.search", "kana", "1件"), Deed.about(FIRST, "person.listed", "kana", "")),
                office.views);
    }

    @Test
    public void identitiesComeInBulk() {
        enter(Row.resident(1), Row.resident(2));

        Map<AddresseeNumber, Identity> known =
                new TableIdentities(office, office).of(List.of(FIRST, AddresseeNumber.of("77")));

        assertEquals(List.of(FIRST), List.copyOf(known.keySet()));
        assertEquals(Row.number(1), known.get(FIRST).householdNumber());
    }

    @Test
    public void namesAreForThoseWhoMaySeePeopleOrCases() {
        enter(Row.resident(1));
        Identities identities = new TableIdentities(office, office);

        office.denying(Permission.PERSON_VIEW).denying(Permission.CASE_VIEW);
        assertEquals(Map.of(), identities.of(List.of(FIRST)));
        office.granting(Permission.CASE_VIEW);
        assertEquals(1, identities.of(List.of(FIRST)).size());
    }

    private void enter(Row... rows) {
        register.take(List.of(rows).stream().map(Row::record).toList());
    }

    private List<Integer> found(PersonQuery query) {
        return people.search(query).rows().stream()
                .map(row -> Integer.parseInt(row.number().value()))
                .toList();
    }

    private static PersonQuery byKana(String kana) {
        return new PersonQuery(Optional.empty(), kana, "", Optional.empty(), 0, 20);
    }

    private static PersonQuery byName(String name) {
        return new PersonQuery(Optional.empty(), "", name, Optional.empty(), 0, 20);
    }

    private static PersonQuery byBirth(String day) {
        return new PersonQuery(Optional.empty(), "", "", Optional.of(LocalDate.parse(day)), 0, 20);
    }

    private static PersonQuery byNumber(String number) {
        return new PersonQuery(Optional.of(AddresseeNumber.of(number)), "", "", Optional.empty(), 0, 20);
    }

    private static Row protectedPerson(int number) {
        return Row.resident(number)
                .with("supportMeasure", "1")
                .with("supportFrom", "20260401")
                .with("supportTo", "20270331")
                .with("residentState", "6")
                .with("newAddress", "金沢市から遠い町")
                .with("newKind", "1");
    }

    private static Row child(int number) {
        return Row.resident(number)
                .with("birthDate", "20200510")
                .with("householdNumber", Row.number(1))
                .with("householderAddresseeNumber", Row.number(1))
                .with("relation1", "11");
    }
}
