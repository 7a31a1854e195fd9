// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.teate.exchange.Taken;

public class LedgerTest {

    private final Office office = new Office();
    private final FullRegister register = office.fullRegister();
    private final LedgerAddressees addressees = new LedgerAddressees(office.desk());
    private final LedgerHouseholds households = new LedgerHouseholds(office.desk());
    private final LedgerMail mail = new LedgerMail(office.desk());

    @Test
    public void somebodyOutsideTheCityIsEnteredAndTheSetTwiceChangesNothing() {
        Row row = addressee(1).with("residentKind", "3").with("municipalityCode", "131016");

        assertEquals(List.of(Taken.APPLIED), addressees.take(List.of(row.record())));
        assertEquals(List.of(Taken.UNCHANGED), addressees.take(List.of(row.record())));
        assertEquals("131016", office.ask("SELECT MUNICIPALITY_CODE FROM ADDRESS"));
    }

    @Test
    public void somebodyOutsideTheCityMayHaveANewAddressUnderTheSameVersion() {
        Row row = addressee(1).with("residentKind", "3");
        addressees.take(List.of(row.record()));

        Taken answer = addressees
                .take(List.of(row.with("addressText", "東京都見本区２番")
                        .with("changeDate", "20261001")
                        .record()))
                .get(0);

        assertEquals(Taken.APPLIED, answer);
        assertEquals(
                "2026-09-30",
                office.ask("SELECT VALID_TO FROM ADDRESS WHERE SUPERSEDED_AT IS NULL AND VALID_TO IS NOT NULL"));
    }

    @Test
    public void theRegisterTakesOverWhatTheLedgerHadCopied() {
        addressees.take(List.of(addressee(1).record()));

        assertEquals(
                List.of(Taken.APPLIED), register.take(List.of(Row.resident(1).record())));
        assertEquals("IF-11", office.ask("SELECT SOURCE FROM ADDRESSEE"));
        assertEquals("true", office.ask("SELECT IN_LEDGER FROM ADDRESSEE"));
    }

    @Test
    public void theLedgerAddsOnlyTrueCharactersToWhatTheRegisterSays() {
        register.take(List.of(Row.resident(1).with("nameKanji", "吉田　花子").record()));
        Row row = addressee(1)
                .with("nameStd", "𠮷田　花子")
                .with("nameCp932", "吉田　花子")
                .with("addressText", "別の住所");

        assertEquals(List.of(Taken.APPLIED), addressees.take(List.of(row.record())));
        assertEquals(List.of(Taken.UNCHANGED), addressees.take(List.of(row.record())));
        assertEquals("𠮷田　花子", office.ask("SELECT NAME FROM ADDRESSEE"));
        assertEquals("金沢市見本町一丁目１番", office.ask("SELECT ADDRESS_TEXT FROM ADDRESS"));
    }

    @Test
    public void theTrueCharactersOutliveTheNextRecordOfTheRegister() {
        register.take(List.of(Row.resident(1).with("nameKanji", "吉田　花子").record()));
        addressees.take(List.of(addressee(1)
                .with("nameStd", "𠮷田　花子")
                .with("nameCp932", "吉田　花子")
                .record()));
        register.take(List.of(
                Row.resident(1).with("version", "2").with("nameKanji", "吉田　花子").record()));

        assertEquals("𠮷田　花子", office.ask("SELECT NAME FROM ADDRESSEE"));
    }

    @Test
    public void theLedgersLastChangeIsRememberedAndNobodysWork() {
        addressees.take(List.of(addressee(1).with("reasonCode", "14").record()));

        assertEquals("14", office.ask("SELECT REASON_CODE FROM RESIDENT_CHANGE"));
        assertTrue(office.items.isEmpty());
    }

    @Test
    public void theLedgersHouseholdGivesWayToTheRegisters() {
        addressees.take(List.of(addressee(1).record()));
        assertEquals(
                List.of(Taken.APPLIED), households.take(List.of(household(1).record())));
        assertEquals(
                List.of(Taken.UNCHANGED), households.take(List.of(household(1).record())));

        register.take(List.of(Row.resident(1).record()));
        assertEquals(
                List.of(Taken.UNCHANGED), households.take(List.of(household(1).record())));
        assertEquals(
                Row.number(1),
                office.ask(
                        "SELECT HOUSEHOLD_NUMBER FROM HOUSEHOLD_MEMBER WHERE SUPERSEDED_AT IS NULL AND VALID_TO IS NULL"));
    }

    @Test
    public void whatBelongsToNobodyKnownIsRefused() {
        assertRefused("E401", households.take(List.of(household(5).record())).get(0));
        assertRefused("E401", mail.take(List.of(mailing(5).record())).get(0));
    }

    @Test
    public void lettersAndContactsAreTakenOnceAndReplacedWhenTheyChange() {
        addressees.take(List.of(addressee(1).record()));

        assertEquals(
                List.of(Taken.APPLIED, Taken.APPLIED),
                mail.take(List.of(mailing(1).record(), contact(1).record())));
        assertEquals(
                List.of(Taken.UNCHANGED, Taken.APPLIED),
                mail.take(List.of(
                        mailing(1).record(),
                        contact(1).with("value", "0760000000").record())));
        assertEquals("0760000000", office.ask("SELECT CONTACT_TEXT FROM CONTACT_POINT WHERE SUPERSEDED_AT IS NULL"));
    }

    @Test
    public void anUnknownKindOfMailIsRefused() {
        addressees.take(List.of(addressee(1).record()));

        assertRefused(
                "E204",
                mail.take(List.of(mailing(1).with("kind", "3").record())).get(0));
        assertRefused(
                "E204",
                mail.take(List.of(mailing(1).with("reasonCode", "7").record())).get(0));
    }

    private static void assertRefused(String code, Taken answer) {
        assertEquals(code, ((Taken.Refused) answer).code());
    }

    static Row addressee(int number) {
        return Row.of("addresseeNumber residentKind residentState nameKana nameStd nameCp932 degradeFlag aliasName"
                        + " aliasKana latinName birthDate birthPrecision sexCode postalCode addressText addressCode"
                        + " municipalityCode buildingName reasonCode changeDate reportDate nationalityCode"
                        + " residenceStatusCode periodCode periodTo cardNumber previousAddressText"
                        + " previousBuildingName previousMunicipalityCode newPostalCode newAddressText"
                        + " newBuildingName newKind supportMeasure supportFrom supportTo version")
                .with("addresseeNumber", Row.number(number))
                .with("residentKind", "1")
                .with("residentState", "1")
                .with("nameKana", "タカハシ　ハナコ")
                .with("nameStd", "髙橋　花子")
                .with("nameCp932", "髙橋　花子")
                .with("degradeFlag", "0")
                .with("birthDate", "19900401")
                .with("birthPrecision", "0")
                .with("sexCode", "2")
                .with("postalCode", "1000000")
                .with("addressText", "東京都見本区１番")
                .with("reasonCode", "99")
                .with("changeDate", "20200401")
                .with("supportMeasure", "0")
                .with("version", "1");
    }

    private static Row household(int number) {
        return Row.of("householdNumber addresseeNumber relationCode householderAddresseeNumber residentState"
                        + " validFrom validTo")
                .with("householdNumber", "000000000000099")
                .with("addresseeNumber", Row.number(number))
                .with("relationCode", "01")
                .with("householderAddresseeNumber", Row.number(number))
                .with("residentState", "1")
                .with("validFrom", "20200401");
    }

    static Row mailing(int number) {
        return mail(number)
                .with("kind", "1")
                .with("reasonCode", "1")
                .with("postalCode", "9300000")
                .with("addressText", "富山市見本町３番");
    }

    static Row contact(int number) {
        return mail(number).with("kind", "2").with("contactKind", "1").with("value", "0761111111");
    }

    private static Row mail(int number) {
        return Row.of("addresseeNumber kind validFrom validTo reasonCode addresseeName postalCode addressText"
                        + " buildingName dvProtect contactKind value note priority")
                .with("addresseeNumber", Row.number(number))
                .with("validFrom", "20240101")
                .with("priority", "1");
    }
}
