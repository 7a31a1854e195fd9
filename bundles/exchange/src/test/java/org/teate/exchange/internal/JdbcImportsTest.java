// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.teate.access.Actor;
import org.teate.access.Forbidden;
import org.teate.exchange.ImportError;
import org.teate.exchange.ImportedFile;
import org.teate.exchange.ImportedFile.Counts;
import org.teate.exchange.ImportedFile.State;
import org.teate.ports.Feed;

public class JdbcImportsTest {

    private final DerbyTransactions transactions = new DerbyTransactions();
    private final Office office = new Office();
    private final Ledger ledger = new Ledger(transactions);
    private final Sender sender = new Sender();
    private final Map<String, Object> contracts =
            new HashMap<>(Map.of("IF-10.senders", "residents, successor", "IF-10.items", "code, amount"));
    private List<Socket<Feed>> feeds = List.of(socket("residents-file", sender));
    private JdbcImports imports = started();

    private static Socket<Feed> socket(String name, Feed feed) {
        return new Socket<>(new ConnectorName(name), feed, Instant.EPOCH, Runnable::run);
    }

    /** The service as it is after a start of the server. */
    private JdbcImports started() {
        JdbcImports fresh = new JdbcImports(
                transactions,
                () -> feeds,
                new Contracts(contracts),
                office,
                office,
                office,
                Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneId.of("Asia/Tokyo")),
                new ImportSettings("teate", "172014", 2, Duration.ofHours(1)));
        fresh.handlers = List.of(ledger);
        return fresh;
    }

    private ImportedFile run() {
        List<ImportedFile> files = imports.run(Optional.empty());
        assertEquals(1, files.size());
        return files.get(0);
    }

    private String rejection() {
        ImportedFile file = run();
        assertEquals(State.REJECTED, file.state());
        assertEquals("nothing of a rejected file is taken", 0, ledger.rows());
        assertFalse(office.items.isEmpty());
        assertTrue(sender.acknowledgements.get(file.name()).contains("REJECTED"));
        return imports.errors(file.name(), 10).get(0).code();
    }

    @Test
    public void everyRecordIsTakenAndTheSenderIsAnswered() {
        sender.parcel(1, "a,1", "b,2", "a,3").send();

        ImportedFile file = run();

        assertEquals(State.ACCEPTED, file.state());
        assertEquals(new Counts(3, 0, 0, 0), file.counts());
        assertEquals(6, ledger.sum());
        String answer = sender.acknowledgements.get(file.name());
        assertTrue(answer, answer.contains("\"result\" : \"ACCEPTED\""));
        assertTrue(answer, answer.contains("\"count.code.a\" : 2"));
        assertTrue(answer, answer.contains("\"processedAt\" : \"20261124210000\""));
    }

    @Test
    public void whoStartedTheImportStandsOnTheTrail() {
        sender.parcel(1, "a,1").send();

        run();

        assertEquals(2, office.deeds.size());
        assertTrue(office.deeds.get(1).reason().contains("operator"));
    }

    @Test
    public void aFileOfManyChunksAgreesWithItsTotals() {
        sender.parcel(1, Collections.nCopies(301, "a,1").toArray(String[]::new)).send();

        assertEquals(State.ACCEPTED, run().state());
        assertEquals(301, ledger.sum());
    }

    @Test
    public void aFileWithoutRecordsIsAccepted() {
        sender.parcel(1).send();

        assertEquals(State.ACCEPTED, run().state());
    }

    @Test
    public void aFileWithoutManifestIsNotTouched() {
        sender.parcel(1, "a,1").sendWith("");

        assertEquals(State.NO_MANIFEST, run().state());
        assertEquals(State.NO_MANIFEST, imports.list(10).get(0).state());
        assertEquals(0, ledger.rows());
        assertTrue(sender.acknowledgements.isEmpty());
    }

    @Test
    public void aManifestThatIsNoJsonIsRejected() {
        sender.parcel(1, "a,1").sendWith("{\"interfaceId\":");

        assertEquals("E101", rejection());
    }

    @Test
    public void aManifestThatLacksAFieldIsRejected() {
        Sender.Parcel parcel = sender.parcel(1, "a,1");
        parcel.sendWith(parcel.manifest().replace("\"keyId\":\"\",", ""));

        assertEquals("E102", rejection());
    }

    @Test
    public void aFileForAnotherSystemIsRejected() {
        Sender.Parcel parcel = sender.parcel(1, "a,1");
        parcel.receiver = "tax";
        parcel.send();

        assertEquals("E105", rejection());
    }

    @Test
    public void aSenderWithoutContractIsRefused() {
        Sender.Parcel parcel = sender.parcel(1, "a,1");
        parcel.sender = "tax";
        parcel.send();

        assertEquals("E111", rejection());
        assertEquals("exchange.refuse", office.deeds.get(1).action());
        assertEquals(
                "この送信元から受け取る取決めのないファイルです。",
                imports.errors(parcel.name(), 10).get(0).message());
    }

    @Test
    public void anInterfaceWithoutContractIsRefusedAndNothingOfItRead() {
        contracts.put("IF-10.senders", "");
        imports = started();
        sender.parcel(1, "a,1").send();

        assertEquals("E110", rejection());
        assertEquals("exchange.refuse", office.deeds.get(1).action());
        assertTrue(new Contracts(Map.of()).of("IF-99").isEmpty());
    }

    @Test
    public void anItemBeyondTheContractRefusesTheWholeFile() {
        contracts.put("IF-10.items", "code");
        imports = started();
        Sender.Parcel parcel = sender.parcel(1, "a,1", "b,2");
        parcel.send();

        assertEquals("E112", rejection());
        ImportError error = imports.errors(parcel.name(), 10).get(0);
        assertEquals("amount", error.item());
        assertEquals(1, error.line());
        assertEquals("exchange.refuse", office.deeds.get(1).action());
    }

    @Test
    public void refusedRecordsAreOnTheTrailByTheirCodes() {
        sender.parcel(1, "a,1", "b,x", "c,y").send();

        run();

        assertEquals("exchange.refuse", office.deeds.get(1).action());
        assertTrue(office.deeds.get(1).reason().contains("{E202=2}"));
    }

    @Test
    public void everySenderNumbersItsFilesForItself() {
        sender.parcel(1, "a,1").send();
        run();
        sender.parcel(2, "b,2").send();
        run();
        Sender successor = new Sender();
        feeds = List.of(socket("residents-api", successor), socket("residents-file", sender));
        Sender.Parcel first = successor.parcel(1, "c,4");
        first.sender = "successor";
        first.send();

        assertEquals(State.ACCEPTED, run().state());
        assertEquals(7, ledger.sum());
    }

    @Test
    public void onlyTheConnectorInUseGivesTheFilesThatSeveralCarry() {
        sender.parcel(1, "a,1").send();
        Sender successor = new Sender();
        Sender.Parcel first = successor.parcel(1, "c,4");
        first.sender = "successor";
        first.send();
        feeds = List.of(socket("residents-api", successor), socket("residents-file", sender));

        run();

        assertEquals(4, ledger.sum());
        assertTrue(sender.acknowledgements.isEmpty());

        feeds = List.of(feeds.get(1), feeds.get(0));
        run();

        assertEquals(5, ledger.sum());
    }

    @Test
    public void aWrongHashIsRejected() {
        Sender.Parcel parcel = sender.parcel(1, "a,1");
        parcel.data = "a,2\n";
        parcel.send();

        assertEquals("E108", rejection());
    }

    @Test
    public void brokenQuotingIsRejectedWithItsLine() {
        Sender.Parcel parcel = sender.parcel(1, "a,1", "b,2", "c,3");
        parcel.data = "a,1\nb,2\n\"c,3\n";
        parcel.sha256 = Sender.hash(parcel.data);
        parcel.send();

        assertEquals("E109", rejection());
        assertEquals(3, imports.errors(parcel.name(), 10).get(0).line());
    }

    @Test
    public void aWrongCountIsRejected() {
        Sender.Parcel parcel = sender.parcel(1, "a,1");
        parcel.records = 2;
        parcel.send();

        assertEquals("E301", rejection());
    }

    @Test
    public void aWrongSumIsRejected() {
        Sender.Parcel parcel = sender.parcel(1, "a,1");
        parcel.totals.put("sum.amount", 2L);
        parcel.send();

        assertEquals("E302", rejection());
    }

    @Test
    public void aValueThatNoControlTotalNamesIsRejected() {
        Sender.Parcel parcel = sender.parcel(1, "a,1", "b,1");
        parcel.totals.remove("count.code.b");
        parcel.send();

        assertEquals("E302", rejection());
    }

    @Test
    public void aControlTotalOfAnUnknownItemIsRejected() {
        Sender.Parcel parcel = sender.parcel(1, "a,1");
        parcel.totals.put("sum.weight", 2L);
        parcel.send();

        assertEquals("E303", rejection());
    }

    @Test
    public void aRejectedFileMayComeAgainCorrected() {
        Sender.Parcel parcel = sender.parcel(1, "a,1");
        parcel.records = 2;
        parcel.send();
        run();
        sender.parcel(1, "a,1").send();

        assertEquals(State.ACCEPTED, run().state());
        assertEquals(List.of(), imports.errors(parcel.name(), 10));
        assertEquals("the file keeps its row", 1, imports.list(10).size());
    }

    @Test
    public void theSameFileTwiceChangesNothingAndIsAnsweredAlike() {
        Sender.Parcel parcel = sender.parcel(1, "a,1", "b,x");
        parcel.send();
        run();
        String answer = sender.acknowledgements.remove(parcel.name());
        parcel.send();

        ImportedFile again = run();

        assertEquals(State.PARTIAL, again.state());
        assertEquals(1, ledger.rows());
        assertEquals(answer, sender.acknowledgements.get(parcel.name()));
        assertEquals(1, imports.list(10).size());
    }

    @Test
    public void anotherFileWithTheSameNumberIsRejected() {
        sender.parcel(1, "a,1").send();
        run();
        sender.parcel(1, "a,2").send();

        ImportedFile other = run();

        assertEquals(State.REJECTED, other.state());
        assertTrue(other.reason(), other.reason().contains("E106"));
        assertEquals(1, ledger.sum());
    }

    @Test
    public void aFileAfterAGapIsHeldUntilTheGapIsFilled() {
        sender.parcel(1, "a,1").send();
        run();
        sender.parcel(3, "c,4").send();

        assertEquals(State.GAP, run().state());
        assertEquals(State.GAP, run().state());
        assertEquals(1, office.items.size());
        assertEquals(1, ledger.sum());

        sender.parcel(2, "b,2").send();
        List<ImportedFile> both = imports.run(Optional.empty());

        assertEquals(List.of(2L, 3L), both.stream().map(ImportedFile::sequence).toList());
        assertTrue(both.stream().allMatch(file -> file.state() == State.ACCEPTED));
        assertEquals(7, ledger.sum());
    }

    @Test
    public void aBadRecordWaitsOnTheWorklistWhileTheOthersAreTaken() {
        Sender.Parcel parcel = sender.parcel(1, "a,1", "b,x", "c,3", "d\uFFFD,4");
        parcel.send();

        ImportedFile file = run();

        assertEquals(State.PARTIAL, file.state());
        assertEquals(new Counts(2, 0, 0, 2), file.counts());
        assertEquals(4, ledger.sum());
        assertEquals("it is told of what is no text", List.of(4L), ledger.damagedLines);
        assertEquals(
                List.of(2L, 4L),
                imports.errors(file.name(), 10).stream().map(ImportError::line).toList());
        assertEquals(Set.of(parcel.name() + ":2", parcel.name() + ":4"), office.items.keySet());
        assertTrue(office.items.get(parcel.name() + ":2").text().contains("2行目 amount: 金額が数字ではありません。(E202)"));
    }

    @Test
    public void afterAKillInTheMiddleTheImportGoesOnAndEndsEqual() {
        sender.parcel(1, "a,1", "b,2", "c,x", "d,4", "e,5").send();
        ledger.chunksUntilKilled = 2;

        ImportedFile stopped = run();

        assertEquals(State.STOPPED, stopped.state());
        assertEquals(new Counts(3, 0, 0, 1), stopped.counts());
        assertEquals("the chunk of the kill was rolled back", 3, ledger.rows());

        ledger.chunksUntilKilled = Integer.MAX_VALUE;
        ledger.calls = 0;
        imports = started();
        ImportedFile file = run();

        assertEquals(State.PARTIAL, file.state());
        assertEquals(new Counts(4, 0, 0, 1), file.counts());
        assertEquals(12, ledger.sum());
        assertEquals("nothing is offered to the handler twice", 1, ledger.calls);
    }

    @Test
    public void theHandlerIsToldTheEndOfEachFileOnceAfterItsLastRecord() {
        sender.parcel(1, "a,1", "b,2", "c,3").send();
        sender.acknowledges = false;
        run();
        sender.acknowledges = true;
        run();
        assertEquals("the second time it was only acknowledged", List.of(6L), ledger.sums);

        sender.parcel(2, "d,4", "e,x").send();
        run();
        sender.parcel(3).send();
        run();

        assertEquals("also of one with refused records, and of an empty one", List.of(6L, 10L, 10L), ledger.sums);
    }

    @Test
    public void theHandlerIsToldNoEndOfAFileThatIsRejectedOrHeld() {
        Sender.Parcel wrong = sender.parcel(1, "a,1");
        wrong.receiver = "tax";
        wrong.send();
        run();
        sender.files.clear();
        sender.parcel(2, "a,1").send();

        assertEquals(State.GAP, run().state());
        assertEquals(List.of(), ledger.sums);
    }

    @Test
    public void afterAKillInTheMiddleTheHandlerIsToldTheEndOnce() {
        sender.parcel(1, "a,1", "b,2", "c,3", "d,4", "e,5").send();
        ledger.chunksUntilKilled = 1;
        run();
        assertEquals("the file has not come to its end", List.of(), ledger.sums);

        ledger.chunksUntilKilled = Integer.MAX_VALUE;
        imports = started();
        run();

        assertEquals(List.of(15L), ledger.sums);
    }

    @Test
    public void aKillWhileTheHandlerEndsAFileIsRolledBackAndItIsToldAgain() {
        sender.parcel(1, "a,1", "b,2").send();
        ledger.isKilledAtTheEnd = true;
        assertEquals(State.STOPPED, run().state());
        assertEquals("what it did at the end was rolled back", 3, ledger.sum());

        ledger.isKilledAtTheEnd = false;
        ledger.calls = 0;
        imports = started();

        assertEquals(State.ACCEPTED, run().state());
        assertEquals(List.of(3L, 3L), ledger.sums);
        assertEquals("no record is taken twice", 0, ledger.calls);
    }

    @Test
    public void aFileThatWasBegunMayNotChange() {
        sender.parcel(1, "a,1", "b,2", "c,3").send();
        ledger.chunksUntilKilled = 1;
        run();
        ledger.chunksUntilKilled = Integer.MAX_VALUE;
        sender.parcel(1, "a,1", "b,2", "c,4").send();

        ImportedFile other = run();

        assertEquals(State.REJECTED, other.state());
        assertTrue(other.reason(), other.reason().contains("E106"));

        sender.parcel(1, "a,1", "b,2", "c,3").send();

        assertEquals(State.ACCEPTED, run().state());
        assertEquals(6, ledger.sum());
    }

    @Test
    public void anAnswerThatCouldNotBeGivenIsGivenWithTheNextRun() {
        sender.parcel(1, "a,1").send();
        sender.acknowledges = false;
        run();
        sender.acknowledges = true;

        ImportedFile file = run();

        assertEquals(State.ACCEPTED, file.state());
        assertEquals(1, ledger.rows());
        assertTrue(sender.acknowledgements.containsKey(file.name()));
    }

    @Test
    public void aFileWaitsWhileNoBundleTakesIt() {
        sender.parcel(1, "a,1").send();
        imports.handlers = List.of();

        assertEquals(State.WAITING, run().state());

        imports.handlers = List.of(ledger);

        assertEquals(State.ACCEPTED, run().state());
    }

    @Test
    public void theNextFileWaitsForOneThatWasStopped() {
        sender.parcel(1, "a,1").send();
        sender.parcel(2, "b,2").send();
        ledger.chunksUntilKilled = 0;

        List<ImportedFile> files = imports.run(Optional.empty());

        assertEquals(
                List.of(State.STOPPED, State.WAITING),
                files.stream().map(ImportedFile::state).toList());
        assertTrue("a fault of ours is no work for a clerk", office.items.isEmpty());
    }

    @Test
    public void onlyTheInterfaceThatWasAskedForIsTaken() {
        sender.parcel(1, "a,1").send();

        assertEquals(List.of(), imports.run(Optional.of("IF-11")));
        assertEquals(State.WAITING, imports.list(10).get(0).state());
    }

    @Test
    public void whoMayNotImportIsRefused() {
        office.actor = new Actor("clerk", "担当者", Set.of(), "test");

        assertThrows(Forbidden.class, () -> imports.run(Optional.empty()));
        assertThrows(Forbidden.class, () -> imports.list(10));
    }
}
