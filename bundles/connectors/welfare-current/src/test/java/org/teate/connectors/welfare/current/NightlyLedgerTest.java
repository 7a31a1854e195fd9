// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.current;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.teate.ports.FeedRecord;
import org.teate.ports.Offer;
import org.teate.ports.OutOfService;
import org.teate.ports.RecordReader;
import org.teate.ports.UnreadableFile;

public class NightlyLedgerTest {

    @ClassRule
    public static final OtherSide OTHER_SIDE = OtherSide.withTown();

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private DedicatedLine line;
    private NightlyLedger feed;

    @Before
    public void plugIn() {
        OTHER_SIDE.anew();
        line = OTHER_SIDE.line(folder.getRoot().toPath().resolve("inbox"));
        feed = new NightlyLedger(line);
    }

    @After
    public void plugOut() throws InterruptedException {
        line.close();
    }

    private List<FeedRecord> records(Offer offer) throws IOException {
        List<FeedRecord> records = new ArrayList<>();
        try (RecordReader reader = feed.records(offer)) {
            for (Optional<FeedRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
                records.add(next.get());
            }
        }
        return records;
    }

    private static String hash(InputStream in) throws Exception {
        try (in) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
        }
    }

    @Test
    public void nothingIsOfferedBeforeTheFirstNight() {
        assertEquals(List.of(), feed.offers());
    }

    @Test
    public void theNightlyLedgerIsOfferedWithItsManifestAndNamedItems() throws Exception {
        String name = OTHER_SIDE.system().nightly("");
        Offer offer = feed.offers().get(0);

        assertEquals("WL-01", offer.interfaceId());
        assertEquals(name, offer.name());
        assertTrue(offer.manifest().contains(hash(feed.data(offer))));
        List<FeedRecord> records = records(offer);
        assertTrue(offer.manifest().contains("\"recordCount\": " + records.size()));
        for (FeedRecord record : records) {
            assertEquals(Optional.empty(), record.damagedItem());
            var booked = OTHER_SIDE.system().ledgersOf(record.get("addresseeNumber")).stream()
                    .filter(holding -> holding.ledger().equals(record.get("ledgerNumber")))
                    .findFirst()
                    .orElseThrow();
            assertEquals(booked.status(), record.get("statusCode"));
            assertEquals(booked.firstMonth(), record.get("firstMonth"));
            assertEquals(booked.lastMonth(), record.get("lastMonth"));
            assertEquals(booked.reason(), record.get("reasonCode"));
            assertEquals(Long.toString(booked.monthly()), record.get("monthly"));
            assertEquals(Integer.toString(booked.children()), record.get("children"));
            assertEquals(booked.paidUpTo(), record.get("paidUpTo"));
            assertEquals(booked.lastDecision(), record.get("lastDecision"));
        }
    }

    @Test
    public void namesArriveWithTheCitysOwnCharacters() throws IOException {
        OTHER_SIDE.system().nightly("");
        String names = String.join(
                "",
                records(feed.offers().get(0)).stream()
                        .map(record -> record.get("recipientName"))
                        .toList());

        assertTrue(names.chars().anyMatch(c -> c >= 0xE000 && c <= 0xE757));
        assertTrue(names.contains("髙") || names.contains("﨑"));
    }

    @Test
    public void whatIsAcknowledgedIsNotOfferedAgainAndLeavesTheLine() throws IOException {
        String name = OTHER_SIDE.system().nightly("");
        Offer offer = feed.offers().get(0);
        feed.acknowledge(offer, "{\"result\": \"ACCEPTED\"}");
        feed.acknowledge(offer, "{\"result\": \"ACCEPTED\"}");

        assertEquals(List.of(), feed.offers());
        assertTrue(Files.exists(folder.getRoot().toPath().resolve("done/" + name + ".dat")));
        assertTrue(Files.exists(folder.getRoot().toPath().resolve("done/" + name + ".ack.json")));
    }

    @Test
    public void anUnansweredFileIsOfferedAgainByTheNextConnector() {
        OTHER_SIDE.system().nightly("");
        List<Offer> offers = feed.offers();

        assertEquals(offers, feed.offers());
        assertEquals(offers, new NightlyLedger(line).offers());
    }

    @Test
    public void bytesThatAreNoCharacterSurfaceInTheirItemAndSpareTheOthers() throws IOException {
        OTHER_SIDE.system().nightly("bad-bytes");
        List<FeedRecord> records = records(feed.offers().get(0));

        assertEquals(Optional.of("recipientName"), records.get(2).damagedItem());
        assertEquals(
                1,
                records.stream()
                        .filter(record -> record.damagedItem().isPresent())
                        .count());
    }

    @Test
    public void aRecordOfAnotherLengthEndsTheFileAtItsLine() {
        OTHER_SIDE.system().nightly("short-record");
        Offer offer = feed.offers().get(0);

        assertEquals(3, assertThrows(UnreadableFile.class, () -> records(offer)).line());
    }

    @Test
    public void aFileThatWasCutOffIsOfferedAsItIsSoThatItsHashRefusesIt() throws Exception {
        OTHER_SIDE.system().misbehave("half", "on");
        OTHER_SIDE.system().nightly("");
        Offer offer = feed.offers().get(0);

        assertFalse(offer.manifest().contains(hash(feed.data(offer))));
    }

    @Test
    public void aLeftOutNumberShowsInTheManifest() {
        OTHER_SIDE.system().nightly("");
        OTHER_SIDE.system().nightly("gap");

        assertTrue(feed.offers().get(1).manifest().contains("\"previousSequenceNo\": 2"));
    }

    @Test
    public void aFileThatIsLaidAgainUnderItsNumberIsFetchedAgain() throws Exception {
        OTHER_SIDE.system().nightly("bad-bytes");
        Offer rejected = feed.offers().get(0);
        feed.acknowledge(rejected, "{\"result\": \"REJECTED\"}");
        // taken away by the other side, in its own time, before it writes the next
        assertEquals(List.of(), feed.offers());
        OTHER_SIDE.restart();
        String again = OTHER_SIDE.system().nightly("");
        Offer offer = feed.offers().get(0);

        assertEquals(rejected.name(), again);
        assertTrue(offer.manifest().contains(hash(feed.data(offer))));
        assertEquals(Optional.empty(), records(offer).get(2).damagedItem());
    }

    @Test
    public void aFileThatIsReplacedBeforeItWasAnsweredIsFetchedAgain() throws Exception {
        String name = OTHER_SIDE.system().nightly("bad-bytes");
        feed.offers();
        byte[] better = OTHER_SIDE.system().nightly("").getBytes(FixedRecords.CP932);
        assertTrue(better.length > 0);
        Files.copy(
                OTHER_SIDE.path("other-side/line/nightly/" + name.replace("_000001_", "_000002_") + ".dat"),
                OTHER_SIDE.path("other-side/line/nightly/" + name + ".dat"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.copy(
                OTHER_SIDE.path("other-side/line/nightly/" + name.replace("_000001_", "_000002_") + ".mft.json"),
                OTHER_SIDE.path("other-side/line/nightly/" + name + ".mft.json"),
                StandardCopyOption.REPLACE_EXISTING);

        Offer offer = feed.offers().get(0);

        assertTrue(offer.manifest().contains(hash(feed.data(offer))));
    }

    @Test
    public void aFileWithoutManifestIsOfferedWithoutOne() throws IOException {
        String name = OTHER_SIDE.system().nightly("");
        Files.delete(OTHER_SIDE.path("other-side/line/nightly/" + name + ".mft.json"));

        assertEquals(List.of(new Offer("WL-01", name, "")), feed.offers());
    }

    @Test
    public void anUnreachableSystemIsAnOutage() {
        OTHER_SIDE.system().misbehave("down", "on");

        assertThrows(OutOfService.class, feed::offers);
        assertThrows(OutOfService.class, feed::reach);
    }
}
