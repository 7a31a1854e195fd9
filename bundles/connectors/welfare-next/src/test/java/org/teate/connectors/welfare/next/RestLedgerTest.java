// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.next;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.Rule;
import org.junit.Test;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;
import org.teate.ports.welfare.LedgerEntry;

public class RestLedgerTest {

    @Rule
    public final Link link = new Link();

    private static List<LedgerNumber> numbers(List<LedgerEntry> ledgers) {
        return ledgers.stream().map(LedgerEntry::ledger).toList();
    }

    private static List<LedgerNumber> serials(int... serials) {
        return IntStream.of(serials).mapToObj(LedgerNumber::ofSerial).toList();
    }

    private void certify(int ledgers, String recipient) {
        for (int serial = 1; serial <= ledgers; serial++) {
            link.teller().tell(Told.certified(serial, recipient));
        }
    }

    @Test
    public void theGreatestLedgerNumberComesFirstPageByPage() {
        certify(7, "123");

        assertEquals(serials(7, 6, 5, 4, 3, 2, 1), numbers(link.ledger().ledgersOf(AddresseeNumber.of("123"))));
    }

    @Test
    public void aPersonWithoutLedgerHasNone() {
        assertEquals(List.of(), link.ledger().ledgersOf(AddresseeNumber.of("9")));
    }

    @Test
    public void aPageOfAllLedgersIsFilledFromAsManyOfTheirPagesAsItTakes() {
        certify(8, "123");

        assertEquals(serials(1, 2, 3, 4, 5), numbers(link.ledger().after(Optional.empty(), 5)));
        assertEquals(serials(6, 7, 8), numbers(link.ledger().after(Optional.of(LedgerNumber.ofSerial(5)), 5)));
        assertEquals(List.of(), link.ledger().after(Optional.of(LedgerNumber.ofSerial(8)), 5));
    }

    @Test
    public void anUnknownPersonIsNoApplicant() {
        assertEquals(Optional.empty(), link.ledger().applicant(AddresseeNumber.of("9")));
    }
}
