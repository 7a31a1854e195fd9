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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.Test;
import org.teate.ports.Message;
import org.teate.ports.OutOfService;
import org.teate.ports.Teller;

public class OutboxTest {

    private final DerbyTransactions transactions = new DerbyTransactions();
    private final Office office = new Office();
    private final Welfare welfare = new Welfare();
    private final Hands hands = new Hands();
    private final JdbcOutbox outbox = new JdbcOutbox(transactions, office, hands);
    private final JdbcQueues queues = new JdbcQueues(transactions, outbox, office, new Desk(office), office, hands);
    private List<Socket<Teller>> plugged = List.of(socket());
    private Rounds rounds = started();

    private Socket<Teller> socket() {
        return new Socket<>(new ConnectorName("welfare-current"), welfare, Instant.EPOCH, Runnable::run);
    }

    private Rounds started() {
        return new Rounds(transactions, () -> plugged, name -> false, office, office, hands);
    }

    /** The welfare system, which notes what it is told. */
    private static final class Welfare implements Teller {

        final List<String> told = new ArrayList<>();
        Consumer<Message> before = message -> {};

        @Override
        public String system() {
            return "welfare";
        }

        @Override
        public void tell(Message message) {
            before.accept(message);
            told.add(message.key());
        }
    }

    private void put(String key, String subject) {
        transactions.required(db -> {
            outbox.put(new Message(key, "welfare", subject, "entitlement.ended", "{}"));
            return key;
        });
    }

    private void outOfService(Message message) {
        throw new OutOfService("down");
    }

    @Test
    public void withoutTransactionNothingCanBePut() {
        assertThrows(
                IllegalStateException.class,
                () -> outbox.put(new Message("k", "welfare", "s", "entitlement.ended", "{}")));
    }

    @Test
    public void whatIsRolledBackIsNotTold() {
        assertThrows(
                IllegalStateException.class,
                () -> transactions.required(db -> {
                    outbox.put(new Message("k", "welfare", "s", "entitlement.ended", "{}"));
                    throw new IllegalStateException("the decision fails");
                }));

        rounds.make();

        assertEquals(List.of(), welfare.told);
        assertEquals(Map.of(), outbox.waiting());
    }

    @Test
    public void messagesAreToldInTheOrderInWhichTheyWerePut() {
        put("k1", "a");
        put("k2", "b");
        put("k3", "a");
        assertEquals(Map.of("welfare", 3L), outbox.waiting());

        rounds.make();

        assertEquals(List.of("k1", "k2", "k3"), welfare.told);
        assertEquals(Map.of(), outbox.waiting());
    }

    @Test
    public void itIsKnownWhetherAMessageHadBeenToldAtAnInstant() {
        put("k1", "a");
        assertTrue("waits", outbox.wasUntold("k1", hands.instant()));
        hands.turn(Duration.ofMinutes(1));
        rounds.make();

        assertTrue("was told later", outbox.wasUntold("k1", hands.instant().minusSeconds(1)));
        assertFalse("is told", outbox.wasUntold("k1", hands.instant()));
        assertFalse("was never put", outbox.wasUntold("k2", hands.instant()));
    }

    @Test
    public void aKeyIsPutOnce() {
        put("k1", "a");
        put("k1", "a");
        rounds.make();
        put("k1", "a");
        rounds.make();

        assertEquals(List.of("k1"), welfare.told);
    }

    /** An identity column would have to draw new numbers meanwhile, and fail. */
    @Test
    public void aThousandMessagesArePutWhileAnotherHoldsTheCatalogue() {
        List<Message> messages = IntStream.range(0, 1_000)
                .mapToObj(i -> new Message("k" + i, "welfare", "a", "entitlement.ended", "{}"))
                .toList();
        Transactions.Work<List<Message>> put = db -> {
            outbox.put(messages);
            return messages;
        };

        transactions.required(db -> {
            transactions.number("SELECT COUNT(*) FROM SYS.SYSSEQUENCES WITH RS");
            return CompletableFuture.supplyAsync(() -> transactions.required(put))
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();
        });

        assertEquals(Map.of("welfare", 1_000L), outbox.waiting());
    }

    @Test
    public void numbersGoOnAfterTheGreatestWhenTheServerStartsAgain() {
        put("k1", "a");
        JdbcOutbox again = new JdbcOutbox(transactions, office, hands);

        transactions.required(db -> {
            again.put(new Message("k2", "welfare", "a", "entitlement.ended", "{}"));
            return again;
        });
        rounds.make();

        assertEquals(List.of("k1", "k2"), welfare.told);
    }

    @Test
    public void morePagesThanOneAreTold() {
        for (int i = 0; i < 250; i++) {
            put("k" + i, "s" + i);
        }

        rounds.make();

        assertEquals(250, welfare.told.size());
    }

    @Test
    public void aSystemOutOfServiceIsToldLaterInTheSameOrder() {
        put("k1", "a");
        put("k2", "a");
        welfare.before = this::outOfService;
        rounds.make();
        welfare.before = message -> {};
        rounds.make();

        assertEquals("the system is left alone for a while", List.of(), welfare.told);

        hands.turn(Duration.ofMinutes(1));
        rounds.make();

        assertEquals(List.of("k1", "k2"), welfare.told);
    }

    @Test
    public void theOldestMessagesAgeIsKnown() {
        put("k1", "a");
        Instant first = hands.instant();
        hands.turn(Duration.ofMinutes(5));
        put("k2", "a");

        assertEquals(first, queues.queues().get(0).oldest());
        assertEquals(2, queues.queues().get(0).waiting());
    }

    @Test
    public void eachAttemptWaitsLongerAndManyBecomeWork() {
        put("k1", "000000000000001");
        List<Instant> attempts = new ArrayList<>();
        welfare.before = message -> {
            attempts.add(hands.instant());
            throw new OutOfService("down");
        };
        for (int second = 0; second < 3_600; second++) {
            rounds.make();
            hands.turn(Duration.ofSeconds(1));
        }

        assertEquals(Duration.ofSeconds(2), Duration.between(attempts.get(0), attempts.get(1)));
        assertEquals(Duration.ofSeconds(4), Duration.between(attempts.get(1), attempts.get(2)));
        assertEquals(Duration.ofMinutes(5), Duration.between(attempts.get(10), attempts.get(11)));
        assertEquals(1, office.items.size());
        assertEquals(Map.of("welfare", 1L), outbox.waiting());
    }

    @Test
    public void aRefusedMessageHoldsBackItsSubjectAndNoOther() {
        put("k1", "a");
        put("k2", "b");
        put("k3", "a");
        welfare.before = message -> {
            if (message.key().equals("k1")) {
                throw new IllegalArgumentException("unknown ledger");
            }
        };

        rounds.make();
        rounds.make();

        assertEquals(List.of("k2"), welfare.told);
        assertEquals(1, queues.queues().get(0).refused());
        assertEquals(2, queues.queues().get(0).waiting());
        assertEquals(1, office.items.size());
        assertTrue(office.items.values().iterator().next().text().contains("unknown ledger"));
    }

    @Test
    public void aRefusedMessageIsToldAgainWhenAPersonSaysSo() {
        put("k1", "a");
        put("k2", "a");
        welfare.before = message -> {
            throw new IllegalArgumentException("unknown ledger");
        };
        rounds.make();
        welfare.before = message -> {};

        assertFalse(queues.retry("k2", "台帳を登録した"));
        assertTrue(queues.retry("k1", "台帳を登録した"));
        rounds.make();

        assertEquals(List.of("k1", "k2"), welfare.told);
        assertEquals("台帳を登録した", office.deeds.get(0).reason());
    }

    @Test
    public void aConnectorThatFailsOnOneMessageTellsTheOthers() {
        put("k1", "a");
        put("k2", "b");
        welfare.before = message -> {
            if (message.key().equals("k1")) {
                throw new IllegalStateException("a bug");
            }
        };

        rounds.make();

        assertEquals(List.of("k2"), welfare.told);
        assertEquals(Map.of("welfare", 1L), outbox.waiting());
    }

    @Test
    public void whatWasToldBeforeAKillIsNotToldAgainOnceItIsMarked() {
        put("k1", "a");
        rounds.make();
        put("k2", "a");
        rounds = started();
        rounds.make();

        assertEquals(List.of("k1", "k2"), welfare.told);
    }

    @Test
    public void withoutTellerMessagesWait() {
        put("k1", "a");
        plugged = List.of();
        rounds.make();

        assertEquals(Map.of("welfare", 1L), outbox.waiting());

        plugged = List.of(socket());
        rounds.make();

        assertEquals(List.of("k1"), welfare.told);
    }

    @Test
    public void theCourierTellsWhatIsPutWhileItRuns() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        welfare.before = message -> told.countDown();
        Courier courier = new Courier(outbox, rounds, new Switchboard(name -> false, hands));
        courier.start();
        put("k1", "a");

        assertTrue(told.await(10, TimeUnit.SECONDS));

        courier.stop();
        assertEquals(Map.of(), outbox.waiting());
    }
}
