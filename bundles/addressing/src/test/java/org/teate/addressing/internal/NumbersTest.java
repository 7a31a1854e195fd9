// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.teate.access.Forbidden;
import org.teate.access.Permission;
import org.teate.addressing.PersonRow;
import org.teate.exchange.Taken;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.IndividualNumber;

public class NumbersTest {

    private static final AddresseeNumber FIRST = AddresseeNumber.of(Row.number(1));
    private static final IndividualNumber NUMBER = number("12345678901");
    private static final IndividualNumber OTHER = number("98765432109");

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Office office = new Office().granting(Permission.NUMBER_VIEW);
    private Path keyStore;
    private LedgerNumbers ledger;
    private TablePeople people;

    @Before
    public void openOffice() {
        keyStore = folder.getRoot().toPath().resolve("keys").resolve("numbers.p12");
        NumberVault vault = new NumberVault(keyStore, "", Office.CLOCK);
        ledger = new LedgerNumbers(office, office, office, vault, Office.CLOCK);
        people = new TablePeople(office, office, office, vault, Office.CLOCK);
        office.fullRegister()
                .take(List.of(Row.resident(1).record(), Row.resident(2).record()));
    }

    @Test
    public void aNumberIsSealedAndOpenedAgain() {
        assertEquals(List.of(Taken.APPLIED), ledger.take(List.of(row(1, NUMBER).record())));

        assertEquals(Optional.of(NUMBER), people.individualNumber(FIRST, "番号確認"));
        assertEquals("************", people.find(FIRST, "").orElseThrow().maskedNumber());
        assertFalse(office.ask("SELECT SEALED FROM INDIVIDUAL_NUMBER").contains(NUMBER.digits()));
    }

    @Test
    public void theSameSetTwiceChangesNothing() {
        ledger.take(List.of(row(1, NUMBER).record()));

        assertEquals(
                List.of(Taken.UNCHANGED), ledger.take(List.of(row(1, NUMBER).record())));
        assertEquals("1", office.ask("SELECT COUNT(*) FROM INDIVIDUAL_NUMBER"));
    }

    @Test
    public void twoSealsOfOneNumberDifferAndTheBlindIndexDoesNot() {
        NumberVault vault = new NumberVault(keyStore, "", Office.CLOCK);
        vault.unlock(() -> true);

        NumberVault.Sealed one = vault.seal(NUMBER, "row");
        NumberVault.Sealed two = vault.seal(NUMBER, "row");

        assertNotEquals(one.text(), two.text());
        assertEquals(one.blindIndex(), two.blindIndex());
        assertNotEquals(one.blindIndex(), vault.seal(OTHER, "row").blindIndex());
    }

    @Test
    public void aPersonIsFoundByNumberWithAReasonOnTheTrail() {
        ledger.take(List.of(row(1, NUMBER).record(), row(2, OTHER).record()));
        office.views.clear();

        Optional<PersonRow> row = people.search(OTHER, "申請書の番号");

        assertEquals(Row.number(2), row.orElseThrow().number().value());
        assertEquals("number.search", office.views.get(0).action());
        assertEquals("申請書の番号", office.views.get(0).reason());
        assertEquals(Optional.empty(), people.search(number("11111111111"), "申請書の番号"));
    }

    @Test
    public void withoutPermissionOrReasonNoNumberIsShown() {
        ledger.take(List.of(row(1, NUMBER).record()));

        assertThrows(IllegalArgumentException.class, () -> people.individualNumber(FIRST, " "));
        assertThrows(IllegalArgumentException.class, () -> people.search(NUMBER, ""));
        office.denying(Permission.NUMBER_VIEW);
        assertThrows(Forbidden.class, () -> people.individualNumber(FIRST, "番号確認"));
        assertThrows(Forbidden.class, () -> people.search(NUMBER, "番号確認"));
    }

    @Test
    public void aNewNumberTakesTheOldOnesPlace() {
        ledger.take(List.of(row(1, NUMBER).record()));
        ledger.take(List.of(row(1, OTHER).with("validFrom", "20260401").record()));

        assertEquals(Optional.of(OTHER), people.individualNumber(FIRST, "番号確認"));
        assertEquals(Optional.empty(), people.search(NUMBER, "番号確認"));
        assertEquals("2026-03-31", office.ask("SELECT VALID_TO FROM INDIVIDUAL_NUMBER WHERE SEQ = 1"));
    }

    @Test
    public void aWrongCheckDigitAnUnknownPersonAndADoubleNumberAreRefused() {
        String wrong = NUMBER.digits().substring(0, 11) + (NUMBER.digits().endsWith("0") ? "1" : "0");

        assertRefused(
                "E203",
                ledger.take(
                        List.of(row(1, NUMBER).with("individualNumber", wrong).record())));
        assertRefused("E401", ledger.take(List.of(row(9, NUMBER).record())));
        ledger.take(List.of(row(1, NUMBER).record()));
        assertRefused("E501", ledger.take(List.of(row(2, NUMBER).record())));
    }

    @Test
    public void aSealedNumberCopiedToAnotherRowDoesNotOpen() {
        NumberVault vault = new NumberVault(keyStore, "", Office.CLOCK);
        vault.unlock(() -> true);
        NumberVault.Sealed sealed = vault.seal(NUMBER, "INDIVIDUAL_NUMBER.SEALED:1:1");

        assertThrows(IllegalStateException.class, () -> vault.open(sealed, "INDIVIDUAL_NUMBER.SEALED:2:1"));
    }

    @Test
    public void anotherKeyStoreOpensNothing() {
        ledger.take(List.of(row(1, NUMBER).record()));
        NumberVault stranger = new NumberVault(folder.getRoot().toPath().resolve("other.p12"), "", Office.CLOCK);
        stranger.unlock(() -> true);
        TablePeople strangers = new TablePeople(office, office, office, stranger, Office.CLOCK);

        assertThrows(IllegalStateException.class, () -> strangers.individualNumber(FIRST, "番号確認"));
    }

    @Test
    public void aLostKeyStoreIsNeverReplacedInSilence() throws IOException {
        ledger.take(List.of(row(1, NUMBER).record()));
        Files.delete(keyStore);
        NumberVault later = new NumberVault(keyStore, "", Office.CLOCK);
        TablePeople afterRestart = new TablePeople(office, office, office, later, Office.CLOCK);

        assertThrows(IllegalStateException.class, () -> afterRestart.individualNumber(FIRST, "番号確認"));
        assertTrue(Files.notExists(keyStore));
    }

    @Test
    public void theKeysOutliveARestartAndBelongToTheServerAlone() throws IOException {
        ledger.take(List.of(row(1, NUMBER).record()));
        NumberVault later = new NumberVault(keyStore, "", Office.CLOCK);
        TablePeople afterRestart = new TablePeople(office, office, office, later, Office.CLOCK);

        assertEquals(Optional.of(NUMBER), afterRestart.individualNumber(FIRST, "番号確認"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keyStore)));
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(keyStore + ".password"))));
    }

    private static void assertRefused(String code, List<Taken> answers) {
        assertEquals(code, ((Taken.Refused) answers.get(0)).code());
    }

    private static Row row(int person, IndividualNumber number) {
        return Row.of("addresseeNumber individualNumber validFrom")
                .with("addresseeNumber", Row.number(person))
                .with("individualNumber", number.digits())
                .with("validFrom", "20151005");
    }

    private static IndividualNumber number(String base) {
        return IndividualNumber.of(base + IndividualNumber.checkDigit(base));
    }
}
