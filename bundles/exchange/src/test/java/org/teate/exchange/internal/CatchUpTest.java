// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Test;
import org.teate.ports.Message;
import org.teate.ports.OutOfService;
import org.teate.ports.Teller;

/** What becomes of the messages when the connector through which a system is told is swapped. */
public class CatchUpTest {

    private static final String A = "000000000000001";
    private static final String B = "000000000000002";

    private final DerbyTransactions transactions = new DerbyTransactions();
    private final Office office = new Office();
    private final Hands hands = new Hands();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final JdbcOutbox outbox = new JdbcOutbox(transactions, office, hands);
    private final Books currentBooks = new Books();
    private final Books nextBooks = new Books();
    private final Socket<Teller> current = socket("welfare-current", currentBooks);
    private final Socket<Teller> next = socket("welfare-next", nextBooks);
    private volatile String chosen = "";
    private volatile List<Socket<Teller>> plugged = List.of(current, next);
    private Rounds rounds = started();

    private Socket<Teller> socket(String name, Books books) {
        return new Socket<>(new ConnectorName(name), books, Instant.EPOCH, threads);
    }

    /** The courier as it is after a start of the server. */
    private Rounds started() {
        return new Rounds(transactions, () -> plugged, name -> name.value().equals(chosen), office, office, hands);
    }

    @After
    public void closeThreads() {
        threads.shutdownNow();
    }

    private void put(String key, String subject) {
        transactions.required(db -> {
            outbox.put(new Message(key, "welfare", subject, "entitlement.revised", "{}"));
            return key;
        });
    }

    private void promote(Socket<Teller> teller) {
        chosen = teller.name().value();
        plugged = teller == current ? List.of(current, next) : List.of(next, current);
    }

    private void mark(String connector) {
        transactions.required(db -> {
            outbox.markHandedOver("welfare", connector, outbox.greatestNumber("welfare"));
            return connector;
        });
    }

    private long attempts() {
        return transactions.number("SELECT SUM(ATTEMPTS) FROM OUTBOX_MESSAGE");
    }

    @Test
    public void eachSystemIsInTheEndToldEverythingInOrder() {
        put("a1", A);
        put("b1", B);
        rounds.make();
        put("a2", A);
        promote(next);
        rounds.make();
        put("a3", A);
        put("b2", B);
        rounds.make();
        promote(current);
        put("b3", B);
        rounds.make();

        assertEquals(List.of("a1", "a2", "a3"), currentBooks.of(A));
        assertEquals(List.of("b1", "b2", "b3"), currentBooks.of(B));
        assertEquals(List.of("a1", "a2", "a3"), nextBooks.of(A));
        assertEquals(List.of("b1", "b2"), nextBooks.of(B));

        promote(next);
        rounds.make();

        assertEquals(List.of("b1", "b2", "b3"), nextBooks.of(B));
        assertEquals("nobody is told twice what both know", 6, nextBooks.arrivals.size());
        assertEquals(6, currentBooks.arrivals.size());
        assertEquals(Map.of(), outbox.waiting());
    }

    @Test
    public void aConnectorOfTheSameNameIsToldNothingAgain() {
        put("a1", A);
        rounds.make();
        plugged = List.of(socket("welfare-current", currentBooks));
        put("a2", A);
        rounds.make();

        assertEquals(List.of("a1", "a2"), currentBooks.arrivals);
    }

    @Test
    public void whatAMigrationHasHandedOverIsNotTold() {
        put("a1", A);
        rounds.make();
        currentBooks.before = message -> {
            throw new OutOfService("down");
        };
        put("a2", A);
        rounds.make();
        mark("welfare-next");
        put("a3", A);
        promote(next);
        rounds.make();

        assertEquals("a1 and a2 came with the copied data", List.of("a3"), nextBooks.arrivals);

        currentBooks.before = message -> {};
        promote(current);
        rounds.make();

        assertEquals(List.of("a1", "a2", "a3"), currentBooks.of(A));
    }

    @Test
    public void whatAConnectorWouldBeToldIsCountedBeforehand() {
        assertEquals(0, untold(next));
        put("a1", A);
        assertEquals("nobody has been told yet", 1, untold(next));
        rounds.make();
        currentBooks.before = message -> {
            throw new OutOfService("down");
        };
        put("a2", A);
        rounds.make();
        assertEquals(2, untold(next));
        assertEquals("it waits", 1, untold(current));

        mark("welfare-next");
        assertEquals("a1 and a2 came with the copied data", 0, untold(next));
        put("a3", A);
        put("b1", B);
        transactions.execute("UPDATE OUTBOX_MESSAGE SET TOLD = '2' WHERE MESSAGE_KEY = 'b1'");
        assertEquals("b1 was discarded", 1, untold(next));

        promote(next);
        rounds.make();

        assertEquals(List.of("a3"), nextBooks.arrivals);
        assertEquals(0, untold(next));
        assertEquals("a2 was never told, and a3 came later", 2, untold(current));
    }

    private long untold(Socket<Teller> teller) {
        return outbox.untold("welfare", teller.name().value());
    }

    @Test
    public void theOneInUseCannotBeMarked() {
        put("a1", A);
        rounds.make();

        assertThrows(IllegalStateException.class, () -> mark("welfare-current"));
    }

    @Test
    public void aMarkWaitsForThoseWhoAreWriting() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        Future<String> writer = threads.submit(() -> transactions.required(db -> {
            outbox.put(new Message("a1", "welfare", A, "entitlement.revised", "{}"));
            written.countDown();
            await(commit);
            return "a1";
        }));
        written.await();
        Future<Long> greatest = threads.submit(() -> transactions.required(db -> outbox.greatestNumber("welfare")));
        awaitLockRequest();
        assertFalse(greatest.isDone());

        commit.countDown();
        writer.get(10, TimeUnit.SECONDS);

        assertEquals(
                transactions.number("SELECT MAX(MESSAGE_NUMBER) FROM OUTBOX_MESSAGE"),
                greatest.get(10, TimeUnit.SECONDS).longValue());
    }

    private void awaitLockRequest() {
        while (transactions.number("SELECT COUNT(*) FROM SYSCS_DIAG.LOCK_TABLE WHERE STATE = 'WAIT'") == 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    public void whoPutsNothingNewIsWaitedForToo() {
        put("a1", A);

        transactions.required(db -> {
            outbox.put(new Message("a1", "welfare", A, "entitlement.revised", "{}"));
            assertTrue(transactions.number("SELECT COUNT(*) FROM SYSCS_DIAG.LOCK_TABLE"
                            + " WHERE TABLENAME = 'OUTBOX_MESSAGE' AND MODE = 'IX' AND STATE = 'GRANT'")
                    > 0);
            return db;
        });
    }

    @Test
    public void theRoundGoesOnWithTheSuccessorWhenTheTellerIsUnpluggedInTheMiddle() {
        for (int i = 1; i <= 6; i++) {
            put("a" + i, A);
        }
        Books updatedBooks = currentBooks;
        currentBooks.before = message -> {
            if (message.key().equals("a3") && plugged.contains(current)) {
                plugged = List.of(socket("welfare-current", updatedBooks));
                threads.submit(() -> current.drain(Duration.ofSeconds(4)));
            }
        };

        rounds.make();

        assertEquals(List.of("a1", "a2", "a3", "a4", "a5", "a6"), currentBooks.arrivals);
        assertEquals("a swap is no failed attempt", 0, attempts());
    }

    @Test
    public void aPromotionInTheMiddleOfAPageTakesTheRestToTheOther() {
        for (int i = 1; i <= 4; i++) {
            put("a" + i, A);
        }
        currentBooks.after = message -> promote(next);

        rounds.make();

        assertEquals(List.of("a1"), currentBooks.arrivals);
        assertEquals(List.of("a1", "a2", "a3", "a4"), nextBooks.arrivals);
        assertEquals(0, attempts());
    }

    @Test
    public void aTellerThatFailsBecauseItIsBeingUnpluggedCountsAsNoAttempt() {
        put("a1", A);
        currentBooks.before = message -> {
            plugged = List.of();
            throw new OutOfService("The connection was closed");
        };

        rounds.make();
        plugged = List.of(socket("welfare-current", nextBooks));
        rounds.make();

        assertEquals("the successor is not left alone for a while", List.of("a1"), nextBooks.arrivals);
        assertEquals(0, attempts());
    }

    @Test
    public void anotherGenerationIsNotToldWhileTheTellerIsOnlyUpdated() {
        put("a1", A);
        rounds.make();
        plugged = List.of(next);
        put("a2", A);
        rounds.make();
        plugged = List.of(socket("welfare-current", currentBooks), next);
        rounds.make();

        assertEquals(List.of("a1", "a2"), currentBooks.arrivals);
        assertEquals(List.of(), nextBooks.arrivals);

        plugged = List.of(next);
        rounds.make();
        hands.turn(Duration.ofSeconds(10));
        rounds.make();

        assertEquals("the other one does not come back", List.of("a1", "a2"), nextBooks.arrivals);
    }

    @Test
    public void afterAKillBetweenTellingAndMarkingTheOrderHolds() {
        put("a1", A);
        put("b1", B);
        put("a2", A);
        currentBooks.after = message -> transactions.kill();

        assertThrows(IllegalStateException.class, () -> rounds.make());

        transactions.revive();
        currentBooks.after = message -> {};
        rounds = started();
        promote(next);
        rounds.make();
        promote(current);
        rounds.make();

        for (Books books : List.of(currentBooks, nextBooks)) {
            assertEquals(List.of("a1", "a2"), books.of(A));
            assertEquals(List.of("b1"), books.of(B));
        }
        assertEquals(Map.of(), outbox.waiting());
    }

    @Test
    public void aCallThatHangsInTheOldTellerDoesNotBreakTheOrder() throws Exception {
        put("a1", A);
        put("a2", A);
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch arrived = new CountDownLatch(1);
        currentBooks.before = message -> {
            hanging.countDown();
            awaitThroughInterrupts(go);
        };
        currentBooks.after = message -> arrived.countDown();
        Future<?> round = threads.submit(() -> rounds.make());
        hanging.await();
        Books successor = currentBooks;
        Socket<Teller> updated = new Socket<>(
                new ConnectorName("welfare-current"), new Passing(successor), Instant.EPOCH, Runnable::run);
        plugged = List.of(updated);
        assertFalse(current.drain(Duration.ofMillis(10)));

        round.get(30, TimeUnit.SECONDS);
        assertEquals("the successor has told", List.of("a1", "a2"), currentBooks.of(A));
        assertEquals(0, attempts());

        go.countDown();
        assertTrue(arrived.await(10, TimeUnit.SECONDS));

        assertEquals("what comes late is the second with its key", List.of("a1", "a2"), currentBooks.of(A));
        assertEquals(List.of("a1", "a2", "a1"), currentBooks.arrivals);
    }

    /** A connector to the same books that does not hang. */
    private record Passing(Books books) implements Teller {

        @Override
        public String system() {
            return "welfare";
        }

        @Override
        public void tell(Message message) {
            books.enter(message);
        }
    }

    private static void awaitThroughInterrupts(CountDownLatch latch) {
        boolean waited = false;
        while (!waited) {
            try {
                latch.await();
                waited = true;
            } catch (InterruptedException e) {
                // such a connector is what the test is about
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    public void whatTheFormerSystemRefusedIsOfferedToTheNewOne() {
        put("a1", A);
        put("a2", A);
        currentBooks.before = message -> {
            throw new IllegalArgumentException("unknown ledger");
        };
        rounds.make();
        promote(next);
        rounds.make();

        assertEquals(List.of("a1", "a2"), nextBooks.arrivals);

        currentBooks.before = message -> {};
        promote(current);
        rounds.make();

        assertEquals(List.of("a1", "a2"), currentBooks.of(A));
    }

    @Test
    public void aTellerThatDoesNotSayItsSystemKeepsNoOther() {
        Teller broken = new Teller() {
            @Override
            public String system() {
                throw new IllegalStateException("a bug");
            }

            @Override
            public void tell(Message message) {
                throw new IllegalStateException("a bug");
            }
        };
        Socket<Teller> first = new Socket<>(new ConnectorName("bank-broken"), broken, Instant.EPOCH, Runnable::run);
        plugged = List.of(first, current);
        put("a1", A);
        rounds.make();

        assertEquals(List.of("a1"), currentBooks.arrivals);
    }

    @Test
    public void aLongQueueIsToldOnceAcrossARestart() {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            messages.add(new Message("k" + i, "welfare", i % 2 == 0 ? A : B, "entitlement.revised", "{}"));
        }
        transactions.required(db -> {
            outbox.put(messages);
            return db;
        });
        currentBooks.after = message -> {
            if (currentBooks.arrivals.size() == 1_234) {
                rounds.end();
            }
        };
        rounds.make();
        assertEquals(1_234, currentBooks.arrivals.size());

        rounds = started();
        rounds.make();

        assertEquals(messages.stream().map(Message::key).toList(), currentBooks.arrivals);
        assertEquals(Map.of(), outbox.waiting());
    }

    @Test
    public void afterManySwapsBothBooksHoldEveryKeyOnceAndInOrder() {
        List<String> all = new ArrayList<>();
        for (int swap = 0; swap < 40; swap++) {
            for (int i = 0; i < 25; i++) {
                String key = String.format("k%03d-%02d", swap, i);
                all.add(key);
                put(key, i % 2 == 0 ? A : B);
            }
            promote(swap % 2 == 0 ? next : current);
            if (swap % 7 == 3) {
                rounds = started();
            }
            rounds.make();
        }
        promote(next);
        rounds.make();

        for (Books books : List.of(currentBooks, nextBooks)) {
            List<String> both = new ArrayList<>(books.of(A));
            both.addAll(books.of(B));
            assertEquals(all, both.stream().sorted().toList());
            assertEquals(books.of(A).stream().sorted().toList(), books.of(A));
            assertEquals(books.of(B).stream().sorted().toList(), books.of(B));
            assertEquals(all.size(), books.arrivals.size());
        }
    }
}
