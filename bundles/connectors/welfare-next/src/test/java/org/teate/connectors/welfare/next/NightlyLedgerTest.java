// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.next;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.teate.counterparts.welfare.next.Book;
import org.teate.counterparts.welfare.next.Misbehaviour;
import org.teate.ports.FeedRecord;
import org.teate.ports.Offer;
import org.teate.ports.OutOfService;
import org.teate.ports.RecordReader;

public class NightlyLedgerTest {

    private static final String NAME = "WL01_172014_20261124_000001_F";

    @Rule
    public final Link link = new Link();

    private NightlyLedger nightly;

    @Before
    public void plugIn() throws IOException {
        nightly = new NightlyLedger(link.system());
        link.sets().open(Sets.MIGRATION, false);
        Sets.all().forEach(link.sets()::put);
        link.office().writeNightly();
    }

    @Test
    public void tonightsLedgersAreOfferedUnderOurNames() throws IOException {
        List<Offer> offers = nightly.offers();

        assertEquals(List.of(NAME), offers.stream().map(Offer::name).toList());
        assertEquals("WL-01", offers.get(0).interfaceId());
        assertTrue(offers.get(0).manifest(), offers.get(0).manifest().contains("\"count.statusCode.35\":1"));
        try (RecordReader records = nightly.records(offers.get(0))) {
            FeedRecord ledger = records.next().orElseThrow();
            assertEquals(Told.LEDGER, ledger.get("ledgerNumber"));
            assertEquals(Sets.NAME, ledger.get("recipientName"));
            assertEquals("10000", ledger.get("monthly"));
            assertTrue(records.next().isEmpty());
        }
    }

    @Test
    public void whatWasAnsweredIsNotOfferedAgainNotEvenToAnotherConnector() throws IOException {
        nightly.acknowledge(nightly.offers().get(0), "{\"result\":\"ACCEPTED\"}");

        assertEquals(List.of(), nightly.offers());
        assertEquals(
                List.of(),
                new NightlyLedger(link.newSystem(configs -> configs.with("folder", link.inbox() + "2"))).offers());
        Book.Entry last = link.noted("first").get(link.noted("first").size() - 1);
        assertEquals("nightly.acknowledged", last.kind());
        assertEquals("ACCEPTED", last.note());
    }

    @Test
    public void whatWasNotAnsweredIsOfferedAgainAfterTheirRestart() throws IOException {
        link.restartOffice();
        NightlyLedger anew = new NightlyLedger(link.newSystem(configs -> configs));

        assertEquals(1, anew.offers().size());
    }

    @Test
    public void aFileThatIsCutOffIsNotOfferedUntilItIsWhole() {
        link.misbehave(Misbehaviour.HALF);
        assertThrows(OutOfService.class, nightly::offers);

        link.office().behave(Misbehaviour.HALF);
        assertEquals(1, nightly.offers().size());
    }
}
