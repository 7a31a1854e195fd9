// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.current;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.teate.counterparts.welfare.current.BookEntry;
import org.teate.counterparts.welfare.current.Holding;
import org.teate.counterparts.welfare.current.Misbehaviour.Fault;
import org.teate.ports.Message;
import org.teate.ports.OutOfService;

public class FactFilesTest {

    @ClassRule
    public static final OtherSide OTHER_SIDE = OtherSide.empty();

    private static int serials;

    private final int serial = ++serials;
    private DedicatedLine line;
    private FactFiles teller;

    @Before
    public void plugIn() {
        line = OTHER_SIDE.line();
        teller = new FactFiles(line);
    }

    @After
    public void behave() throws InterruptedException {
        line.close();
        OTHER_SIDE.system().misbehave("slow", "0");
        Arrays.stream(Fault.values())
                .filter(OTHER_SIDE.system().misbehaviour()::has)
                .forEach(fault -> OTHER_SIDE.system().misbehave(word(fault), "off"));
    }

    private static String word(Fault fault) {
        return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Holding booked() {
        List<Holding> ledgers = OTHER_SIDE.system().ledgersOf(Facts.recipient(serial));
        assertEquals(1, ledgers.size());
        return ledgers.get(0);
    }

    private static BookEntry lastEntry() {
        return OTHER_SIDE.system().received(1).get(0);
    }

    private static long timesActedOn(String key) {
        return OTHER_SIDE.system().received(200).stream()
                .filter(entry -> entry.key().equals(key) && entry.outcome().equals("first"))
                .count();
    }

    @Test
    public void aCertifiedEntitlementOpensALedgerThere() {
        teller.tell(Facts.certified(serial));

        assertEquals(
                new Holding(
                        Facts.ledger(serial),
                        Facts.recipient(serial),
                        "30",
                        "202611",
                        "",
                        "",
                        25_000,
                        2,
                        "",
                        Facts.ledger(serial) + "-1"),
                booked());
    }

    @Test
    public void everyKindOfFactIsBookedThere() {
        teller.tell(Facts.certified(serial));
        teller.tell(Facts.revised(serial, 40_000));
        assertEquals(40_000, booked().monthly());
        assertEquals(3, booked().children());
        teller.tell(Facts.held(serial));
        assertEquals("35 01", booked().status() + " " + booked().reason());
        teller.tell(Facts.released(serial));
        assertEquals("30 ", booked().status() + " " + booked().reason());
        teller.tell(Facts.paid("run-" + serial, serial, ++serials));
        assertEquals("202611", booked().paidUpTo());
        teller.tell(Facts.account(serial, "ﾀｶｻｷ ﾊﾅｺ"));
        assertTrue(lastEntry().records().get(0).contains("0146101190" + "00001ﾀｶｻｷ ﾊﾅｺ "));
        teller.tell(Facts.ended(serial));
        assertEquals(
                "50 S04 202611 0",
                String.join(" ", booked().status(), booked().reason(), booked().lastMonth()) + " "
                        + booked().monthly());
    }

    @Test
    public void theSameKeyToldTwiceIsActedOnOnce() {
        teller.tell(Facts.certified(serial));
        teller.tell(Facts.revised(serial, 40_000));
        Message again = Facts.certified(serial);
        teller.tell(again);

        assertEquals("repeated", lastEntry().outcome());
        assertEquals(1, timesActedOn(again.key()));
        assertEquals(40_000, booked().monthly());
    }

    @Test
    public void whatTheOtherSideRefusesIsRefusedWithItsCodeAndReason() {
        teller.tell(Facts.certified(serial));
        teller.tell(Facts.ended(serial));

        assertEquals("現行福祉システムが受け付けませんでした。5002 消滅した台帳です。", Sentences.refusal(() -> teller.tell(Facts.held(serial))));
        assertEquals("refused", lastEntry().outcome());
    }

    @Test
    public void aResultThatComesTooLateIsAnOutageAndTheMessageIsNotLost() throws InterruptedException {
        DedicatedLine impatient = OTHER_SIDE.impatientLine(300);
        OTHER_SIDE.system().misbehave("slow", "1500");
        Sentences.outage(() -> new FactFiles(impatient).tell(Facts.certified(serial)));
        OTHER_SIDE.system().misbehave("slow", "0");
        impatient.close();

        teller.tell(Facts.certified(serial));

        assertEquals("repeated", lastEntry().outcome());
        assertEquals(1, timesActedOn(Facts.certified(serial).key()));
    }

    @Test
    public void noMisbehaviourGivesAWrongResultOrLosesAMessage() {
        teller.tell(Facts.certified(++serials));
        for (String fault : List.of("half", "double", "disordered", "disk-full", "down", "bad-host-key")) {
            int ledger = ++serials;
            OTHER_SIDE.system().misbehave(fault, "on");
            Sentences.outage(() -> teller.tell(Facts.certified(ledger)));
            OTHER_SIDE.system().misbehave(fault, "off");

            teller.tell(Facts.certified(ledger));

            assertEquals(fault, 1, timesActedOn(Facts.certified(ledger).key()));
        }
    }

    @Test
    public void aFullDiskIsNotLeftWithOurEmptyFiles() {
        OTHER_SIDE.system().misbehave("disk-full", "on");
        String outage = Sentences.outage(() -> teller.tell(Facts.certified(serial)));

        assertTrue(outage, outage.contains("NO_SPACE"));
        String[] left = OTHER_SIDE.path("other-side/line/facts").toFile().list();
        assertFalse(Arrays.toString(left), Arrays.stream(left).anyMatch(name -> name.endsWith(".part")));
    }

    @Test
    public void anAbsentSystemIsToldToTheOperatorInWords() {
        OTHER_SIDE.system().misbehave("down", "on");

        assertEquals("現行福祉システムへの通知ができません。接続を受け付けていません。", Sentences.outage(teller::reach));
    }

    @Test
    public void aMissingKeyFileIsToldToTheOperatorByName() throws IOException {
        Path key = OTHER_SIDE.path("keys/welfare-current-client");
        Path aside = OTHER_SIDE.path("keys/aside");
        Files.move(key, aside);
        String outage = Sentences.outage(teller::reach);
        Files.move(aside, key);

        assertTrue(outage, outage.endsWith("ファイル " + key + " がありません。"));
        teller.reach();
    }

    @Test
    public void timeoutsThatWouldOutlastTheCallerAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new DedicatedLine(OTHER_SIDE.config(1000, 1000, 1000, OTHER_SIDE.path("inbox"))));
    }

    @Test
    public void aStrangeHostKeyIsToldToTheOperator() {
        OTHER_SIDE.system().misbehave("bad-host-key", "on");
        String outage = Sentences.outage(teller::reach);

        assertTrue(outage, outage.contains("ホスト鍵"));
    }

    @Test
    public void theSessionIsOpenedAgainWhenTheOtherSideHasRestarted() {
        teller.tell(Facts.certified(serial));
        OTHER_SIDE.restart();

        teller.tell(Facts.revised(serial, 30_000));

        assertEquals(30_000, booked().monthly());
    }

    @Test
    public void afterARestartTheOtherSideStillKnowsTheKeysItHasActedOn() {
        teller.tell(Facts.certified(serial));
        OTHER_SIDE.restart();

        teller.tell(Facts.certified(serial));

        assertEquals("repeated", lastEntry().outcome());
        assertEquals(25_000, booked().monthly());
    }

    @Test
    public void whatLayThereWholeWhenTheOtherSideDiedIsBookedOnceAndWhatWasCutOffIsNot() throws IOException {
        Path facts = OTHER_SIDE.path("other-side/line/facts");
        byte[] whole = FactRecords.of(Facts.certified(serial));
        int another = ++serials;
        byte[] cutOff = Arrays.copyOf(FactRecords.of(Facts.certified(another)), 300);
        OTHER_SIDE.system().close();
        Files.write(facts.resolve("T000000000000_00000001.dat"), whole);
        Files.write(facts.resolve("T000000000000_00000002.part"), cutOff);
        OTHER_SIDE.restart();

        teller.tell(Facts.certified(serial));
        teller.tell(Facts.certified(another));

        assertEquals(1, timesActedOn(Facts.certified(serial).key()));
        assertEquals(1, timesActedOn(Facts.certified(another).key()));
        assertFalse(Files.exists(facts.resolve("T000000000000_00000002.part")));
    }

    @Test
    public void wheneverTheOtherSideDiesAMessageIsToldAgainAndActedOnOnce() throws Exception {
        for (int round = 0; round < 8; round++) {
            Message message = Facts.certified(++serials);
            Thread courier = new Thread(() -> {
                boolean told = false;
                while (!told) {
                    try {
                        teller.tell(message);
                        told = true;
                    } catch (OutOfService e) {
                        // as the courier does: again
                        told = false;
                    }
                }
            });
            courier.start();
            OTHER_SIDE.restart();
            courier.join(100_000);

            assertFalse(courier.isAlive());
            assertEquals(1, timesActedOn(message.key()));
        }
    }

    @Test
    public void manyCallersTellAtOnceAndEachKeyIsActedOnOnce() throws Exception {
        int callers = 8;
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        int first = serials + 1;
        serials += 20 * callers;
        List<Runnable> work = new ArrayList<>();
        for (int i = 0; i < 20 * callers; i++) {
            int ledger = first + i;
            work.add(() -> teller.tell(Facts.certified(ledger)));
        }
        var told = work.stream().map(threads::submit).toList();
        for (var each : told) {
            each.get();
        }
        threads.shutdown();
        assertTrue(threads.awaitTermination(5, TimeUnit.SECONDS));

        for (int i = 0; i < 20 * callers; i++) {
            assertEquals(
                    1, OTHER_SIDE.system().ledgersOf(Facts.recipient(first + i)).size());
        }
    }

    @Test
    public void noThreadIsLeftWhenTheLineIsClosed() throws InterruptedException {
        for (int swap = 0; swap < 20; swap++) {
            DedicatedLine another = OTHER_SIDE.line();
            FactFiles brief = new FactFiles(another);
            brief.tell(Facts.certified(++serials));
            assertFalse(threadsOfTheLine().isEmpty());

            another.close();

            for (Thread ending : threadsOfTheLine()) {
                ending.join(20_000);
                assertFalse(ending + " after " + (swap + 1), ending.isAlive());
            }
            Sentences.outage(() -> brief.tell(Facts.ended(serial)));
        }
    }

    private static List<Thread> threadsOfTheLine() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("SshClient")
                        || thread.getName().startsWith("teate-welfare-current"))
                .toList();
    }
}
