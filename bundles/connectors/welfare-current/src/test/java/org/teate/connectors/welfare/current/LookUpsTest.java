// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.current;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.teate.counterparts.welfare.current.Holding;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;
import org.teate.ports.welfare.Applicant;
import org.teate.ports.welfare.LedgerEntry;

public class LookUpsTest {

    @ClassRule
    public static final OtherSide OTHER_SIDE = OtherSide.withTown();

    private static final AddresseeNumber NOBODY = AddresseeNumber.of("000000099999999");

    private DedicatedLine line;
    private LookUps ledger;

    @Before
    public void plugIn() {
        line = OTHER_SIDE.line();
        ledger = new LookUps(line);
    }

    @After
    public void behave() throws InterruptedException {
        line.close();
        OTHER_SIDE.system().misbehave("slow", "0");
        for (String fault : List.of("half", "double", "disordered", "down", "bad-certificate")) {
            OTHER_SIDE.system().misbehave(fault, "off");
        }
    }

    private List<LedgerEntry> everyLedger() {
        List<LedgerEntry> all = new ArrayList<>();
        Optional<LedgerNumber> after = Optional.empty();
        List<LedgerEntry> page;
        do {
            page = ledger.after(after, 7);
            all.addAll(page);
            after = page.stream().reduce((one, next) -> next).map(LedgerEntry::ledger);
        } while (page.size() == 7);
        return all;
    }

    @Test
    public void allLedgersComePageByPageAsTheyAreBooked() {
        List<LedgerEntry> all = everyLedger();

        assertTrue("there are " + all.size(), all.size() > 90);
        for (LedgerEntry entry : all) {
            List<Holding> booked =
                    OTHER_SIDE.system().ledgersOf(entry.recipient().value());
            assertTrue(booked.stream()
                    .anyMatch(holding -> holding.ledger().equals(entry.ledger().value())
                            && holding.status().equals(entry.statusCode())
                            && holding.monthly() == entry.monthly().amount()
                            && holding.children() == entry.children()));
        }
    }

    @Test
    public void aRecipientsLedgersAreFoundAndAStrangersAreNot() {
        LedgerEntry one = everyLedger().get(0);

        assertTrue(ledger.ledgersOf(one.recipient()).contains(one));
        assertEquals(List.of(), ledger.ledgersOf(NOBODY));
        assertEquals(Optional.empty(), ledger.applicant(NOBODY));
    }

    @Test
    public void anApplicantComesWithHouseholdIncomeAndAccount() {
        List<Applicant> applicants = everyLedger().stream()
                .map(entry -> ledger.applicant(entry.recipient()).orElseThrow())
                .toList();

        assertTrue(applicants.stream().allMatch(person -> person.name().contains("　")));
        assertTrue(applicants.stream().anyMatch(person -> !person.household().isEmpty()));
        assertTrue(applicants.stream().anyMatch(person -> !person.incomes().isEmpty()));
        assertTrue(applicants.stream().anyMatch(person -> person.account().isPresent()));
    }

    @Test
    public void theCitysOwnCharactersAndThoseOfIbmSurvive() {
        String names = String.join(
                "",
                everyLedger().stream()
                        .map(entry -> ledger.applicant(entry.recipient()).orElseThrow())
                        .map(Applicant::name)
                        .toList());

        assertTrue(names, names.chars().anyMatch(c -> c >= 0xE000 && c <= 0xE757));
        assertTrue(names, names.contains("髙") || names.contains("﨑"));
        assertFalse(names, names.contains("\uFFFD"));
    }

    @Test
    public void theSystemIsReached() {
        ledger.reach();
    }

    @Test
    public void noMisbehaviourGivesAWrongAnswer() {
        AddresseeNumber recipient = everyLedger().get(0).recipient();
        List<LedgerEntry> right = ledger.ledgersOf(recipient);
        for (String fault : List.of("half", "double", "disordered", "down")) {
            OTHER_SIDE.system().misbehave(fault, "on");
            Sentences.outage(() -> ledger.ledgersOf(recipient));
            Sentences.outage(() -> ledger.after(Optional.empty(), 10));
            Sentences.outage(() -> ledger.applicant(recipient));
            Sentences.outage(ledger::reach);
            OTHER_SIDE.system().misbehave(fault, "off");

            assertEquals(fault, right, ledger.ledgersOf(recipient));
        }
    }

    @Test
    public void aSlowAnswerIsAnOutageAndNotWaitedFor() throws InterruptedException {
        DedicatedLine impatient = OTHER_SIDE.impatientLine(300);
        OTHER_SIDE.system().misbehave("slow", "60000");
        long start = System.nanoTime();

        Sentences.outage(() -> new LookUps(impatient).reach());

        assertTrue(System.nanoTime() - start < 50_000_000_000L);
        impatient.close();
    }

    @Test
    public void aCertificateThatIsNotTheAgreedOneIsAnOutage() {
        ledger.reach();
        OTHER_SIDE.system().misbehave("bad-certificate", "on");
        String outage = Sentences.outage(ledger::reach);
        assertTrue(outage, outage.contains("相手の証明書が替わったとき"));
        OTHER_SIDE.system().misbehave("bad-certificate", "off");

        ledger.reach();
    }

    @Test
    public void aWrongPasswordIsAnOutageInWords() throws IOException {
        String right = Files.readString(OTHER_SIDE.path("keys/welfare-current.password"));
        Files.writeString(OTHER_SIDE.path("keys/welfare-current.password"), "another");
        try {
            String outage = Sentences.outage(ledger::reach);

            assertTrue(outage, outage.contains("パスワード"));
        } finally {
            Files.writeString(OTHER_SIDE.path("keys/welfare-current.password"), right);
        }
    }
}
