// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.next;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.Yen;
import org.teate.ports.OutOfService;
import org.teate.ports.migration.RowDigest;
import org.teate.ports.migration.SetPart;
import org.teate.ports.migration.SetReceipt;
import org.teate.ports.welfare.Applicant;
import org.teate.ports.welfare.LedgerEntry;

public class FileSetsTest {

    @Rule
    public final Link link = new Link();

    private FileSets sets;

    @Before
    public void plugIn() {
        sets = link.sets();
    }

    private void cutOver() {
        sets.open(Sets.MIGRATION, false);
        Sets.all().forEach(sets::put);
    }

    private static String sha256(List<String> row) throws NoSuchAlgorithmException {
        byte[] joined = String.join("\u001f", row).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(joined));
    }

    @Test
    public void aPartIsCountedThere() {
        sets.open(Sets.MIGRATION, true);
        SetReceipt receipt = sets.put(Sets.addressees());

        assertEquals(3, receipt.received());
        assertEquals(3, receipt.applied());
        assertEquals(0, receipt.unchanged());
        assertEquals(Map.of("count.residentKind.1", 2L, "count.residentKind.2", 1L), receipt.totals());
        assertEquals(List.of(), receipt.refused());
    }

    @Test
    public void aPartThatComesAgainChangesNothing() {
        sets.open(Sets.MIGRATION, true);
        sets.put(Sets.addressees());
        SetReceipt again = sets.put(Sets.addressees());

        assertEquals(0, again.applied());
        assertEquals(3, again.unchanged());
    }

    @Test
    public void aRowThatNamesAnUnknownPersonIsRefusedAndTheOthersAreTaken() {
        sets.open(Sets.MIGRATION, true);
        sets.put(Sets.addressees());
        SetReceipt receipt = sets.put(Sets.part(
                "M02",
                List.of("addresseeNumber", "individualNumber"),
                List.of("addresseeNumber"),
                List.of(List.of("999", "990000000018"), List.of(Sets.MOTHER, "990000000018"))));

        assertEquals(1, receipt.applied());
        assertEquals(
                List.of(new SetReceipt.RefusedRow(1, "addresseeNumber", "E401", "宛名番号が登録されていません。")), receipt.refused());
    }

    @Test
    public void totalsThatDoNotAgreeAreNotTaken() {
        sets.open(Sets.MIGRATION, true);
        SetPart wrong = Sets.part(
                "M01",
                List.of("addresseeNumber", "residentKind"),
                List.of("addresseeNumber"),
                List.of(List.of("1", "1")),
                Map.of("count.residentKind.1", 2L));

        assertThrows(OutOfService.class, () -> sets.put(wrong));
        assertEquals(List.of(), sets.digests(Sets.MIGRATION, "M01", Optional.empty(), 10));
    }

    @Test
    public void aMigrationThatWasNotOpenedIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> sets.put(Sets.addressees()));
    }

    @Test
    public void theDigestsAreThoseOfTheRowsAsTheyWereSent() throws NoSuchAlgorithmException {
        sets.open(Sets.MIGRATION, true);
        sets.put(Sets.addressees());
        List<RowDigest> digests = sets.digests(Sets.MIGRATION, "M01", Optional.empty(), 10);

        for (int row = 0; row < 3; row++) {
            List<String> sent = Sets.addressees().rows().get(row);
            assertEquals(new RowDigest(sent.get(0), sha256(sent)), digests.get(row));
        }
    }

    @Test
    public void digestsComePageByPageInTheOrderOfCodePoints() {
        // U+FF5E is before U+20BB7, whose first half is before it as a char
        List<String> keys = Stream.concat(IntStream.range(10, 18).mapToObj(Integer::toString), Stream.of("～", "𠮷"))
                .toList();
        sets.open(Sets.MIGRATION, true);
        sets.put(Sets.part(
                "M15",
                List.of("puaCode"),
                List.of("puaCode"),
                keys.stream().map(List::of).toList()));

        List<String> first = keysOf(sets.digests(Sets.MIGRATION, "M15", Optional.empty(), 4));
        List<String> rest = keysOf(sets.digests(Sets.MIGRATION, "M15", Optional.of(first.get(3)), 100));
        assertEquals(keys, Stream.concat(first.stream(), rest.stream()).toList());
    }

    private static List<String> keysOf(List<RowDigest> digests) {
        return digests.stream().map(RowDigest::key).toList();
    }

    @Test
    public void individualNumbersLieEncryptedOnly() throws IOException {
        cutOver();

        List<Path> found;
        try (Stream<Path> files = Files.walk(link.data())) {
            found = files.filter(Files::isRegularFile)
                    .filter(file -> contains(file, "990000000018"))
                    .toList();
        }
        assertEquals(List.of(), found);
        assertEquals(
                1, sets.digests(Sets.MIGRATION, "M02", Optional.empty(), 10).size());
    }

    private static boolean contains(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    public void aRehearsalLeavesTheirOwnDataAloneAndTheNextOneIsEmpty() {
        sets.open(Sets.MIGRATION, true);
        Sets.all().forEach(sets::put);
        assertEquals(List.of(), link.ledger().after(Optional.empty(), 10));

        sets.open(Sets.MIGRATION, true);
        assertEquals(
                1, sets.digests(Sets.MIGRATION, "M05", Optional.empty(), 10).size());
        sets.open("20261124-02", true);
        assertEquals(List.of(), sets.digests("20261124-02", "M05", Optional.empty(), 10));
    }

    @Test
    public void afterTheCutOverItAnswersFromTheSets() {
        cutOver();
        LedgerEntry ledger = ledger();

        assertEquals("35", ledger.statusCode());
        assertEquals("01", ledger.reasonCode());
        assertEquals(YearMonth.of(2020, 6), ledger.firstMonth());
        assertEquals(Yen.of(10_000), ledger.monthly());
        assertEquals(1, ledger.children());
        assertEquals(Optional.of(YearMonth.of(2026, 7)), ledger.paidUpTo());
        assertEquals("", ledger.lastDecision());
    }

    @Test
    public void aLedgerWhoseMoneyJustWaitsIsPaidAndSaysWhy() {
        cutOver();
        sets.put(Sets.ledgers("30", "02"));
        assertEquals("02", ledger().reasonCode());
        sets.put(Sets.ledgers("30", "00"));

        assertEquals("30", ledger().statusCode());
        assertEquals("", ledger().reasonCode());
    }

    private LedgerEntry ledger() {
        return link.ledger().ledgersOf(AddresseeNumber.of(Sets.MOTHER)).get(0);
    }

    @Test
    public void anApplicantIsTheWholeHouseholdWithEveryCharacterOfItsNames() {
        cutOver();
        Applicant applicant =
                link.ledger().applicant(AddresseeNumber.of(Sets.MOTHER)).orElseThrow();

        assertEquals(Sets.NAME, applicant.name());
        assertEquals(
                List.of("𠮷田　花", "𠮷田　\"太\"郎"),
                applicant.household().stream().map(Applicant.Member::name).toList());
        assertEquals(
                List.of(2026, 2025),
                applicant.incomes().stream().map(Applicant.Income::taxYear).toList());
        assertEquals("9000001", applicant.account().orElseThrow().number());
    }

    @Test
    public void anAccountThatChangedIsTheApplicants() {
        cutOver();
        link.teller().tell(Told.account());

        assertEquals(
                "ﾖｼﾉ ﾊﾅｺ",
                link.ledger()
                        .applicant(AddresseeNumber.of(Sets.MOTHER))
                        .flatMap(Applicant::account)
                        .map(Applicant.Account::holderKana)
                        .orElseThrow());
    }

    @Test
    public void aDecisionThatCameWithTheHistoryIsKnown() {
        cutOver();
        link.teller().tell(Told.revised(2, 99_000));
        link.teller().tell(Told.revised(3, 45_000));

        assertEquals(1, link.noted("repeated").size());
        assertEquals(
                Yen.of(45_000),
                link.ledger().ledgersOf(AddresseeNumber.of(Sets.MOTHER)).get(0).monthly());
    }

    @Test
    public void theSetsOutliveTheProcess() throws IOException {
        cutOver();
        List<RowDigest> before = sets.digests(Sets.MIGRATION, "M07", Optional.empty(), 10);
        Optional<Applicant> applicant = link.ledger().applicant(AddresseeNumber.of(Sets.MOTHER));
        link.restartOffice();
        NextSystem anew = link.newSystem(configs -> configs);

        assertEquals(before, new FileSets(anew).digests(Sets.MIGRATION, "M07", Optional.empty(), 10));
        assertTrue(applicant.isPresent());
        assertEquals(applicant, new RestLedger(anew).applicant(AddresseeNumber.of(Sets.MOTHER)));
    }
}
