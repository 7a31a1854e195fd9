// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Test;
import org.teate.access.Forbidden;
import org.teate.access.Permission;
import org.teate.access.WorkItem;
import org.teate.addressing.RegisterMismatch;
import org.teate.addressing.RegisterMismatch.Kind;
import org.teate.exchange.Taken;
import org.teate.kernel.AddresseeNumber;

/** What is found when the register sends everybody again. */
public class RegisterComparisonTest {

    private final Office office = new Office().granting(Permission.EXCHANGE_VIEW);
    private final FullRegister full = office.fullRegister();
    private final RegisterChanges changes = new RegisterChanges(office.desk());
    private final TableRegisterComparison comparison = office.comparison();

    @Before
    public void threeResidentsAreKnown() {
        send(Row.resident(1), Row.resident(2), Row.resident(3));
    }

    private List<Taken> send(Row... rows) {
        List<Taken> answers = full.take(Stream.of(rows).map(Row::record).toList());
        full.finish();
        return answers;
    }

    private List<RegisterMismatch> list() {
        return comparison.list(100);
    }

    private static RegisterMismatch notNamed(int person) {
        return new RegisterMismatch(AddresseeNumber.of(Row.number(person)), Kind.NOT_NAMED, List.of());
    }

    private static RegisterMismatch different(int person, String... items) {
        return new RegisterMismatch(AddresseeNumber.of(Row.number(person)), Kind.DIFFERENT, List.of(items));
    }

    @Test
    public void whatAgreesLeavesNothing() {
        send(Row.resident(1), Row.resident(2), Row.resident(3), Row.resident(4));

        assertEquals(List.of(), list());
        assertEquals(Map.of(), comparison.counts());
        assertEquals(List.of(), office.items);
    }

    @Test
    public void aResidentWhomTheFileDoesNotNameIsListedAndKept() {
        send(Row.resident(1), Row.resident(3));

        assertEquals(List.of(notNamed(2)), list());
        assertEquals("1", office.ask("SELECT RESIDENT_STATE FROM ADDRESSEE WHERE ADDRESSEE_NUMBER LIKE '%2'"));
    }

    @Test
    public void otherContentOfTheSameVersionIsListedByItsItemsAndNotTaken() {
        List<Taken> answers = send(
                Row.resident(1).with("sex", "1").with("address", "金沢市見本町九丁目９番"),
                Row.resident(2).with("nameKana", "タカハシ　ハナ").with("relation1", "11"),
                Row.resident(3).with("previousAddress", "見本市"));

        assertEquals(List.of(Taken.UNCHANGED, Taken.UNCHANGED, Taken.UNCHANGED), answers);
        assertEquals(List.of(different(1, "性別", "住所"), different(2, "カナ氏名", "続柄"), different(3, "転入前住所")), list());
        assertEquals("2", office.ask("SELECT SEX FROM ADDRESSEE WHERE ADDRESSEE_NUMBER LIKE '%1'"));
    }

    @Test
    public void whatIsNotKeptItemByItemIsListedToo() {
        send(Row.resident(1).with("newKind", "1"), Row.resident(2), Row.resident(3));

        assertEquals(List.of(different(1, "その他")), list());
    }

    @Test
    public void aNewerOrOlderVersionIsNoMismatch() {
        changes.take(
                List.of(Row.resident(2).with("version", "5").with("sex", "1").record()));

        send(Row.resident(1).with("version", "2").with("sex", "1"), Row.resident(2), Row.resident(3));

        assertEquals(List.of(), list());
    }

    @Test
    public void whoHasLeftNeedNotBeNamed() {
        changes.take(List.of(Row.resident(2)
                .with("op", "U")
                .with("version", "2")
                .with("residentState", "2")
                .with("lostDate", "20261120")
                .with("changeReason", "12")
                .record()));

        send(Row.resident(1), Row.resident(3));

        assertEquals(List.of(), list());
    }

    @Test
    public void aRecordThatIsRefusedNamesItsPerson() {
        send(Row.resident(1), Row.resident(2).with("sex", "9"), Row.resident(3));

        assertEquals(List.of(), list());
    }

    @Test
    public void manyPartsAreOneFileAndWhoComesTwiceCountsOnce() {
        full.take(List.of(Row.resident(1).with("sex", "1").record()));
        full.take(List.of(Row.resident(1).record(), Row.resident(2).record()));
        full.finish();

        assertEquals(List.of(different(1, "性別"), notNamed(3)), list());
    }

    @Test
    public void theNextFileMakesTheListAnew() {
        send(Row.resident(1));
        assertEquals(Map.of(Kind.NOT_NAMED, 2L), comparison.counts());

        send(Row.resident(1), Row.resident(2), Row.resident(3).with("sex", "1"));

        assertEquals(List.of(different(3, "性別")), list());
        assertEquals(Map.of(Kind.DIFFERENT, 1L), comparison.counts());
    }

    @Test
    public void aClerkIsToldHowManyThereAre() {
        send(Row.resident(1).with("sex", "1"));

        WorkItem item = office.items.get(0);
        assertEquals("resident.mismatch", item.kind());
        assertEquals(
                "住民記録の全件ファイルと手元の宛名が一致しません（全件ファイルにない人2人、内容が異なる人1人）。" + "そのファイルの画面にある不一致リストを見て、市民課に確認してください。",
                item.text());
    }

    @Test
    public void theListIsForThoseWhoMaySeePersonsAndIsAudited() {
        list();
        assertEquals("person.mismatch", office.views.get(0).action());

        office.denying(Permission.PERSON_VIEW);
        assertThrows(Forbidden.class, this::list);
        office.denying(Permission.EXCHANGE_VIEW);
        assertThrows(Forbidden.class, comparison::counts);
    }
}
