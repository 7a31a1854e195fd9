// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.next;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.teate.counterparts.welfare.next.Book;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.Yen;
import org.teate.ports.Message;
import org.teate.ports.OutOfService;
import org.teate.ports.welfare.LedgerEntry;

public class FileTellerTest {

    @Rule
    public final Link link = new Link();

    private FileTeller teller;

    @Before
    public void plugIn() {
        teller = link.teller();
    }

    private LedgerEntry ledger() {
        return link.ledger().ledgersOf(AddresseeNumber.of(Told.RECIPIENT)).get(0);
    }

    /** Once more if the other system was away: its connections of before are closed. */
    private void tellAsTheOutboxDoes(Message message) {
        try {
            teller.tell(message);
        } catch (OutOfService away) {
            teller.tell(message);
        }
    }

    @Test
    public void aCertificationOpensALedger() {
        teller.tell(Told.certified());

        LedgerEntry ledger = ledger();
        assertEquals("30", ledger.statusCode());
        assertEquals(YearMonth.of(2026, 12), ledger.firstMonth());
        assertEquals(Yen.of(25_000), ledger.monthly());
        assertEquals(2, ledger.children());
        assertEquals(Told.LEDGER + "-1", ledger.lastDecision());
    }

    @Test
    public void aRevisionChangesTheAmount() {
        teller.tell(Told.certified());
        teller.tell(Told.revised(2, 45_000));

        assertEquals(Yen.of(45_000), ledger().monthly());
        assertEquals(3, ledger().children());
    }

    @Test
    public void anEndIsTheMonthBeforeTheFirstThatIsNotPaid() {
        teller.tell(Told.certified());
        teller.tell(Told.ended(2));

        assertEquals("50", ledger().statusCode());
        assertEquals("S01", ledger().reasonCode());
        assertEquals(Optional.of(YearMonth.of(2027, 3)), ledger().lastMonth());
        assertEquals(Yen.ZERO, ledger().monthly());
    }

    @Test
    public void onlyWhatTheRecipientOwesTheOfficeWithholds() {
        teller.tell(Told.certified());
        int sequence = 2;
        for (String hold : List.of("01", "04")) {
            assertHeld("35", hold, sequence++);
            assertReleased(sequence++);
        }
        for (String hold : List.of("02", "03", "05", "06", "07", "08", "99")) {
            assertHeld("30", hold, sequence++);
            assertReleased(sequence++);
        }
    }

    private void assertHeld(String status, String hold, int sequence) {
        teller.tell(Told.held(sequence, hold));
        assertEquals(hold, status, ledger().statusCode());
        assertEquals(hold, ledger().reasonCode());
    }

    private void assertReleased(int sequence) {
        teller.tell(Told.released(sequence));
        assertEquals("30", ledger().statusCode());
        assertEquals("", ledger().reasonCode());
    }

    @Test
    public void aLedgerThatHasEndedStaysSoWhenItsMoneyIsReleased() {
        teller.tell(Told.certified());
        teller.tell(Told.held(2, "02"));
        teller.tell(Told.ended(3));
        teller.tell(Told.released(4));

        assertEquals("50", ledger().statusCode());
        assertEquals("S01", ledger().reasonCode());
        assertEquals(Optional.of(YearMonth.of(2027, 3)), ledger().lastMonth());
    }

    @Test
    public void aPaymentIsBooked() {
        teller.tell(Told.certified());
        teller.tell(Told.paid("P-1"));

        assertEquals(Optional.of(YearMonth.of(2026, 11)), ledger().paidUpTo());
    }

    @Test
    public void anAccountIsBooked() {
        teller.tell(Told.certified());
        teller.tell(Told.account());

        assertEquals("account.changed", link.noted("first").get(1).kind());
    }

    @Test
    public void theSameKeyTwiceIsActedOnOnce() {
        teller.tell(Told.certified());
        teller.tell(Told.revised(2, 45_000));
        teller.tell(Told.certified());

        assertEquals(Yen.of(45_000), ledger().monthly());
        assertEquals(2, link.noted("first").size());
        assertEquals(
                List.of(Told.certified().key()),
                link.noted("repeated").stream().map(Book.Entry::key).toList());
    }

    @Test
    public void theBookOutlivesTheProcess() throws IOException {
        teller.tell(Told.certified());
        link.restartOffice();
        tellAsTheOutboxDoes(Told.certified());

        assertEquals(1, link.noted("repeated").size());
        assertEquals(Yen.of(25_000), ledger().monthly());
    }

    @Test
    public void aFactAboutAnUnknownLedgerIsRefused() {
        assertEquals(
                "次期福祉システムが受け付けませんでした。1行目 ledgerNumber: E402 台帳番号が登録されていません。",
                Sentences.refusal(() -> teller.tell(Told.revised(2, 45_000))));
        assertEquals(1, link.noted("refused").size());
    }

    @Test
    public void whatWasRefusedIsTakenOnceItCanBe() {
        assertThrows(IllegalArgumentException.class, () -> teller.tell(Told.revised(2, 45_000)));
        teller.tell(Told.certified());
        teller.tell(Told.revised(2, 45_000));

        assertEquals(Yen.of(45_000), ledger().monthly());
    }

    @Test
    public void aKindWithoutInterfaceIsRefused() {
        Message unknown = new Message("X-1", "welfare", "1", "weather.changed", "{}");

        assertThrows(IllegalArgumentException.class, () -> teller.tell(unknown));
    }

    @Test
    public void aBodyThatLacksSomethingIsRefused() {
        Message lacking = new Message("X-1", "welfare", "1", "entitlement.ended", "{\"decisionNumber\":\"1\"}");

        assertThrows(IllegalArgumentException.class, () -> teller.tell(lacking));
    }
}
