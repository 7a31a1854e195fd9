// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.next;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.teate.counterparts.welfare.next.Misbehaviour;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;
import org.teate.kernel.Yen;
import org.teate.ports.Message;
import org.teate.ports.OutOfService;
import org.teate.ports.welfare.LedgerEntry;

/** Whatever the other system does wrong: no wrong answer comes of it, and nothing that was told is lost or doubled. */
public class MisbehaviourTest {

    private static final Message FIRST = Told.certified(1, "123");
    private static final Message SECOND = Told.certified(2, "123");
    private static final Message THIRD = Told.certified(3, "123");

    @Rule
    public final Link link = new Link();

    private FileTeller teller;
    private RestLedger ledger;

    @Before
    public void twoLedgersAreKnown() {
        link.teller().tell(FIRST);
        link.teller().tell(SECOND);
        NextSystem usual = link.newSystem(configs -> configs.with("callMillis", 2_500));
        teller = new FileTeller(usual);
        ledger = new RestLedger(usual);
    }

    private List<LedgerEntry> ledgers() {
        return ledger.ledgersOf(AddresseeNumber.of("123"));
    }

    private void nothingIsWrongOrLost(Misbehaviour misbehaviour) {
        link.misbehave(misbehaviour);
        Sentences.outage(this::ledgers);
        Sentences.outage(() -> ledger.after(Optional.empty(), 10));
        Sentences.outage(() -> teller.tell(THIRD));
        wellAgain(misbehaviour);
    }

    private void wellAgain(Misbehaviour misbehaviour) {
        link.office().behave(misbehaviour);
        // as the outbox does: once more if connections of before are closed
        try {
            teller.tell(THIRD);
        } catch (OutOfService closed) {
            teller.tell(THIRD);
        }
        assertEquals(
                List.of(LedgerNumber.ofSerial(3), LedgerNumber.ofSerial(2), LedgerNumber.ofSerial(1)),
                ledgers().stream().map(LedgerEntry::ledger).toList());
        assertEquals(3, link.noted("first").size());
    }

    @Test
    public void aSlowAnswerIsGivenUpInTime() {
        long began = System.nanoTime();
        nothingIsWrongOrLost(Misbehaviour.SLOW);

        assertTrue(System.nanoTime() - began < 20_000_000_000L);
    }

    @Test
    public void noAnswerIsAnOutage() {
        nothingIsWrongOrLost(Misbehaviour.DOWN);
    }

    @Test
    public void halfAnAnswerIsNone() {
        nothingIsWrongOrLost(Misbehaviour.HALF);
    }

    @Test
    public void anExpiredTokenIsAnOutageOnceItWasRenewedInVain() {
        nothingIsWrongOrLost(Misbehaviour.EXPIRED);
    }

    @Test
    public void anotherCertificateIsNotTrusted() {
        nothingIsWrongOrLost(Misbehaviour.CERTIFICATE);
    }

    @Test
    public void doubledItemsAreNoAnswer() {
        link.misbehave(Misbehaviour.DOUBLE);
        Sentences.outage(this::ledgers);
        Sentences.outage(() -> ledger.after(Optional.empty(), 10));
        // they took it, but the acknowledgement that comes is that of the message before
        Sentences.outage(() -> teller.tell(THIRD));
        wellAgain(Misbehaviour.DOUBLE);
        assertEquals(1, link.noted("repeated").size());
    }

    @Test
    public void itemsOutOfOrderAreNoAnswer() {
        link.misbehave(Misbehaviour.DISORDER);
        Sentences.outage(this::ledgers);
        Sentences.outage(() -> ledger.after(Optional.empty(), 10));
        wellAgain(Misbehaviour.DISORDER);
    }

    @Test
    public void aFullFileAreaTakesNothingButStillAnswers() {
        link.misbehave(Misbehaviour.FULL);
        String full = Sentences.outage(() -> teller.tell(THIRD));
        assertTrue(full, full.contains("エラー507"));
        assertEquals(Yen.of(25_000), ledgers().get(0).monthly());
        wellAgain(Misbehaviour.FULL);
    }

    @Test
    public void aRateLimitIsWaitedForWithinTheCall() {
        link.office().misbehave(Misbehaviour.RATE, 1);
        ledgers();
        long began = System.nanoTime();
        assertEquals(2, ledgers().size());

        assertTrue("it was told to wait a second", System.nanoTime() - began > 900_000_000L);
    }

    @Test
    public void aRateLimitThatOutlastsTheCallSaysWhenToComeBack() {
        NextSystem hurried = link.newSystem(configs -> configs.with("callMillis", 800));
        RestLedger impatient = new RestLedger(hurried);
        impatient.after(Optional.empty(), 1);
        link.office().misbehave(Misbehaviour.RATE, 1);
        ledgers();
        String limited = Sentences.outage(() -> impatient.after(Optional.empty(), 1));

        assertTrue(limited, limited.matches("次期福祉システムが混雑しており、[0-9]{2}:[0-9]{2}:[0-9]{2}まで待つよう求めています。"));
    }
}
