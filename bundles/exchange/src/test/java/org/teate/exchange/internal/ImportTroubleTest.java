// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Test;
import org.teate.access.WorkItem;
import org.teate.exchange.ImportedFile;
import org.teate.exchange.ImportedFile.Counts;
import org.teate.exchange.ImportedFile.State;
import org.teate.exchange.Taken;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;
import org.teate.ports.Feed;
import org.teate.ports.FeedRecord;
import org.teate.ports.Offer;
import org.teate.ports.OutOfService;
import org.teate.ports.RecordReader;

public class ImportTroubleTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final DerbyTransactions transactions = new DerbyTransactions();
    private final Office office = new Office();
    private final Ledger ledger = new Ledger(transactions);
    private final Sender sender = new Sender();
    private List<Socket<Feed>> feeds = List.of(socket("residents-file", sender));
    private Contracts contracts = new Contracts(Map.of("IF-10.senders", "residents", "IF-10.items", "code, amount"));
    private JdbcImports imports = at(NOON);

    private static Socket<Feed> socket(String name, Feed feed) {
        return new Socket<>(new ConnectorName(name), feed, Instant.EPOCH, Runnable::run);
    }

    private JdbcImports at(Instant now) {
        JdbcImports fresh = new JdbcImports(
                transactions,
                () -> feeds,
                contracts,
                office,
                office,
                office,
                Clock.fixed(now, ZoneId.of("Asia/Tokyo")),
                new ImportSettings("teate", "172014", 2, Duration.ofHours(1)));
        fresh.handlers = List.of(ledger);
        return fresh;
    }

    private List<State> run() {
        return imports.run(Optional.empty()).stream().map(ImportedFile::state).toList();
    }

    /** A feed whose parts a test can spoil. */
    private abstract class Spoilt implements Feed {

        @Override
        public Set<String> interfaces() {
            return sender.interfaces();
        }

        @Override
        public List<Offer> offers() {
            return sender.offers();
        }

        @Override
        public InputStream data(Offer offer) {
            return sender.data(offer);
        }

        @Override
        public RecordReader records(Offer offer) {
            return sender.records(offer);
        }

        @Override
        public void acknowledge(Offer offer, String json) {
            sender.acknowledge(offer, json);
        }
    }

    @Test
    public void aSenderNameOfAnyLengthIsRejectedAndTheFilesBehindItAreTaken() {
        Sender.Parcel endless = sender.parcel(1, "a,1");
        endless.sender = "x".repeat(51);
        endless.send();
        sender.files.put("IF10_172014_20261123_000001_D", sender.files.remove(endless.name()));
        sender.parcel(1, "b,2").send();

        assertEquals(List.of(State.REJECTED, State.ACCEPTED), run());
    }

    @Test
    public void moreTotalsThanTheRegisterHoldsAreRejected() {
        Sender.Parcel parcel = sender.parcel(1, "a,1");
        for (int i = 0; i < 2_000; i++) {
            parcel.totals.put("count.code." + i, 0L);
        }
        parcel.send();

        assertEquals(List.of(State.REJECTED), run());
        assertEquals("E102", imports.errors(parcel.name(), 10).get(0).code());
    }

    @Test
    public void aFileThatCannotEvenBeLookedAtKeepsNoOther() {
        sender.files.put("a".repeat(101), new String[] {"", ""});
        sender.parcel(1, "b,2").send();

        assertEquals(Set.of(State.STOPPED, State.ACCEPTED), Set.copyOf(run()));
    }

    @Test
    public void aFeedThatFailsKeepsNoOther() {
        sender.parcel(1, "a,1").send();
        Feed broken = new Spoilt() {
            @Override
            public Set<String> interfaces() {
                return Set.of("IF-99");
            }

            @Override
            public List<Offer> offers() {
                throw new IllegalArgumentException("a name that is no address");
            }
        };
        feeds = List.of(socket("welfare-next", broken), feeds.get(0));

        assertEquals(1, imports.list(10).size());
        assertEquals(List.of(State.ACCEPTED), run());
    }

    @Test
    public void aFeedThatIsOutOfServiceKeepsItsInterfaces() {
        sender.parcel(1, "a,1").send();
        Feed down = new Spoilt() {
            @Override
            public List<Offer> offers() {
                throw new OutOfService("down");
            }
        };
        feeds = List.of(socket("residents-api", down), feeds.get(0));

        assertEquals("what the standby has waits until it is in use", List.of(), run());
    }

    @Test
    public void aFeedIsAskedOnceForAList() {
        AtomicInteger asked = new AtomicInteger();
        Feed counting = new Spoilt() {
            @Override
            public Set<String> interfaces() {
                asked.incrementAndGet();
                return super.interfaces();
            }

            @Override
            public List<Offer> offers() {
                asked.incrementAndGet();
                return super.offers();
            }
        };
        feeds = List.of(socket("residents-file", counting));
        imports.list(10);
        asked.set(0);

        imports.list(10);

        assertEquals(1, asked.get());
    }

    @Test
    public void anOlderFileThatIsHeldIsShownAsHeld() {
        Sender.Parcel early = sender.parcel(9, "a,1");
        early.send();
        run();
        for (int i = 1; i <= 3; i++) {
            sender.parcel(i, "b,2").send();
        }
        run();

        List<ImportedFile> listed = imports.list(2);

        assertEquals(early.name(), listed.get(0).name());
        assertEquals(State.GAP, listed.get(0).state());
        assertEquals(State.ACCEPTED, listed.get(1).state());
    }

    @Test
    public void aFileThatIsExchangedAfterItsCheckIsNotTaken() {
        sender.parcel(1, "a,1", "b,2", "c,3").send();
        AtomicInteger readings = new AtomicInteger();
        exchangedWhen(readings, 2, "a,1\nb,2\nc,9\n");

        assertEquals(List.of(State.STOPPED), run());
        assertEquals("only the chunk that was checked", 3, ledger.sum());
    }

    @Test
    public void aFileThatIsExchangedWhileItIsCheckedIsRejected() {
        sender.parcel(1, "a,1", "b,2", "c,3").send();
        AtomicInteger readings = new AtomicInteger();
        exchangedWhen(readings, 1, "a,1\nb,2\na,3\n");

        assertEquals(List.of(State.REJECTED), run());
        assertEquals(0, ledger.rows());
    }

    @Test(timeout = 60_000)
    public void aFileThatHasBecomeShorterThanWhereItStoppedIsStoppedAgain() {
        sender.parcel(1, "a,1", "b,2", "c,3").send();
        ledger.chunksUntilKilled = 1;
        run();
        ledger.chunksUntilKilled = Integer.MAX_VALUE;
        exchangedWhen(new AtomicInteger(), 2, "a,1\n");

        assertEquals(List.of(State.STOPPED), run());
        assertEquals(new Counts(2, 0, 0, 0), imports.list(1).get(0).counts());
    }

    /** From that reading of its records on, the one file before us has other data. */
    private void exchangedWhen(AtomicInteger readings, int reading, String data) {
        feeds = List.of(socket("residents-file", new Spoilt() {
            @Override
            public RecordReader records(Offer offer) {
                if (readings.incrementAndGet() == reading) {
                    sender.files.get(offer.name())[0] = data;
                }
                return super.records(offer);
            }
        }));
    }

    @Test
    public void workNamesRecordItemAndReason() {
        sender.parcel(1, "a,1").send();
        String ledgerNumber = LedgerNumber.ofSerial(7).value();
        feeds = List.of(socket("residents-file", new Spoilt() {
            @Override
            public RecordReader records(Offer offer) {
                return aboutAChild(sender.records(offer), ledgerNumber, "000000000000011");
            }
        }));
        contracts = new Contracts(Map.of(
                "IF-10.senders",
                "residents",
                "IF-10.items",
                "code, amount, ledgerNumber, childAddresseeNumber, custody"));
        ledger.refusal = Optional.of(new Taken.Refused("custody", "E203", "0または1ではありません。"));
        imports = at(NOON);
        run();

        WorkItem item = office.items.values().iterator().next();

        assertEquals(Optional.of(AddresseeNumber.of("000000000000011")), item.subject());
        assertEquals(
                "IF10_172014_20261124_000001_D 1行目 台帳番号" + ledgerNumber
                        + " 児童宛名番号000000000000011 監護の有無（custody）: 0または1ではありません。(E203)",
                item.text());
    }

    private static RecordReader aboutAChild(RecordReader records, String ledgerNumber, String child) {
        return new RecordReader() {
            @Override
            public Optional<FeedRecord> next() throws IOException {
                return records.next()
                        .map(each -> new FeedRecord(
                                each.line(),
                                Map.of(
                                        "code",
                                        0,
                                        "amount",
                                        1,
                                        "ledgerNumber",
                                        2,
                                        "childAddresseeNumber",
                                        3,
                                        "custody",
                                        4),
                                List.of(each.get("code"), each.get("amount"), ledgerNumber, child, "x")));
            }

            @Override
            public void close() throws IOException {
                records.close();
            }
        };
    }

    @Test
    public void aMissingManifestIsSaidAndAfterAnHourIsWorkForAClerk() {
        Sender.Parcel parcel = sender.parcel(1, "a,1");
        parcel.sendWith("");

        assertFalse(imports.run(Optional.empty()).get(0).reason().isEmpty());
        imports = at(NOON.plusSeconds(3_599));
        run();
        assertTrue("the manifest comes last", office.items.isEmpty());

        imports = at(NOON.plusSeconds(3_600));
        run();
        assertEquals(Set.of(parcel.name() + ":MANIFEST"), office.items.keySet());
    }

    @Test
    public void theWaitForAManifestEndsWithIt() {
        Sender.Parcel parcel = sender.parcel(2, "a,1");
        parcel.sendWith("");
        run();
        parcel.send();
        run();
        parcel.sendWith("");
        imports = at(NOON.plusSeconds(3_600));
        run();

        assertFalse(office.items.containsKey(parcel.name() + ":MANIFEST"));
    }
}
