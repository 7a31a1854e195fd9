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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.After;
import org.junit.Test;
import org.teate.ports.CallLimit;
import org.teate.ports.Connector;
import org.teate.ports.OutOfService;

public class LineTest {

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /** A port of one question; its calls may take a second. */
    @CallLimit(1)
    public interface Register extends Connector {

        String ask(String question);
    }

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile String inUse = "";
    private final Board<Register> board =
            new Board<>(Register.class, name -> name.value().equals(inUse), threads);
    private final Register line = line(PATIENCE);

    @After
    public void closeThreads() {
        threads.shutdownNow();
    }

    private Register line(Duration patience) {
        return new Line<>(board, patience, (inUse, question, arguments, answer) -> {}).handset();
    }

    private void plug(Reference reference, Register register) {
        board.plug(reference, new ConnectorName("register-" + reference), register, Instant.EPOCH);
    }

    private static Reference reference(int ranking, long id) {
        return new Reference(ranking, id, Register.class);
    }

    @Test
    public void theHighestRankedConnectorAnswers() {
        plug(reference(0, 1), question -> "low");
        plug(reference(10, 2), question -> "high");

        assertEquals("high", line.ask(""));

        board.unplug(reference(10, 2), PATIENCE);

        assertEquals("low", line.ask(""));
    }

    @Test
    public void aCallWaitsForAConnectorThatComes() throws Exception {
        Future<String> answer = threads.submit(() -> line.ask(""));

        plug(reference(0, 1), question -> "here");

        assertEquals("here", answer.get(5, TimeUnit.SECONDS));
    }

    @Test
    public void withoutConnectorTheCallEndsInOutOfService() {
        Register impatient = line(Duration.ofMillis(20));

        assertThrows(OutOfService.class, () -> impatient.ask(""));
    }

    @Test
    public void whatTheConnectorThrowsReachesTheCallerAsItIs() {
        IllegalArgumentException thrown = new IllegalArgumentException("no such question");
        plug(reference(0, 1), question -> {
            throw thrown;
        });

        assertEquals(thrown, assertThrows(IllegalArgumentException.class, () -> line.ask("")));
    }

    @Test
    public void aCallThatHangsEndsInOutOfServiceAndIsInterrupted() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        plug(reference(0, 1), question -> hang(interrupted));

        assertThrows(OutOfService.class, () -> line.ask(""));

        assertTrue(interrupted.await(5, TimeUnit.SECONDS));
        assertTrue("the call has left, so nothing is lost", board.unplug(reference(0, 1), PATIENCE));
    }

    private static String hang(CountDownLatch interrupted) {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.countDown();
        }
        return "too late";
    }

    @Test
    public void unpluggingTellsWhetherACallIsStillInside() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        plug(reference(0, 1), question -> {
            inside.countDown();
            await(go);
            return "done";
        });
        Future<String> answer = threads.submit(() -> line.ask(""));
        inside.await();

        assertFalse(board.unplug(reference(0, 1), Duration.ofMillis(10)));

        go.countDown();
        assertEquals("done", answer.get(5, TimeUnit.SECONDS));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    public void aHandsetIsEqualToItselfOnly() {
        assertEquals(line, line);
        assertFalse(line.equals(line(PATIENCE)));
        assertEquals("Line to Register", line.toString());
    }

    /** A connector that knows when it is called after it was closed, or closed in mid-call. */
    private static final class Watched implements Register {

        private final AtomicBoolean closed = new AtomicBoolean();
        private final AtomicInteger inside = new AtomicInteger();
        final AtomicInteger asked = new AtomicInteger();
        private final AtomicInteger faults;

        Watched(AtomicInteger faults) {
            this.faults = faults;
        }

        @Override
        public String ask(String question) {
            inside.incrementAndGet();
            asked.incrementAndGet();
            if (closed.get()) {
                faults.incrementAndGet();
            }
            Thread.yield();
            inside.decrementAndGet();
            return question;
        }

        void close() {
            closed.set(true);
            if (inside.get() != 0) {
                faults.incrementAndGet();
            }
        }
    }

    @Test
    public void noCallIsLostWhileConnectorsAreSwappedWithOverlap() throws Exception {
        assertNothingIsLost(true);
    }

    @Test
    public void noCallIsLostWhileConnectorsAreSwappedWithAGap() throws Exception {
        assertNothingIsLost(false);
    }

    @Test
    public void noCallIsLostWhileTheConnectorInUseIsChosenAgainAndAgain() throws Exception {
        AtomicInteger faults = new AtomicInteger();
        AtomicBoolean open = new AtomicBoolean(true);
        Watched[] both = {new Watched(faults), new Watched(faults)};
        board.plug(reference(1, 1), new ConnectorName("register-current"), both[0], Instant.EPOCH);
        board.plug(reference(0, 2), new ConnectorName("register-next"), both[1], Instant.EPOCH);
        Semaphore answers = new Semaphore(0);
        List<Future<?>> callers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            callers.add(threads.submit(() -> askWhile(open, answers)));
        }
        for (int swap = 1; swap <= 200; swap++) {
            answers.acquire(10);
            inUse = swap % 2 == 0 ? "register-current" : "register-next";
        }
        inUse = "register-next";
        for (Watched watched : both) {
            watched.asked.set(0);
        }
        answers.drainPermits();
        answers.acquire(20);
        open.set(false);
        for (Future<?> caller : callers) {
            caller.get(30, TimeUnit.SECONDS);
        }

        assertEquals(0, faults.get());
        assertTrue("calls inside end where they are, new ones go to the chosen one", both[0].asked.get() <= 8);
        assertTrue(both[1].asked.get() >= 12);
    }

    @Test
    public void whileACallHangsInTheOldConnectorTheNewOneAnswers() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        plug(reference(0, 1), question -> {
            hanging.countDown();
            awaitThroughInterrupts(go);
            return "late";
        });
        Future<String> hung = threads.submit(() -> line.ask(""));
        hanging.await();
        plug(reference(0, 2), question -> "new");

        assertFalse(board.unplug(reference(0, 1), Duration.ofMillis(10)));
        assertEquals("new", line.ask(""));

        ExecutionException end = assertThrows(ExecutionException.class, () -> hung.get(30, TimeUnit.SECONDS));
        assertTrue("within its limit", end.getCause() instanceof OutOfService);
        go.countDown();
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

    private void assertNothingIsLost(boolean overlap) throws Exception {
        AtomicInteger faults = new AtomicInteger();
        AtomicBoolean open = new AtomicBoolean(true);
        Watched current = new Watched(faults);
        plug(reference(0, 0), current);
        Semaphore answers = new Semaphore(0);
        List<Future<?>> callers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            callers.add(threads.submit(() -> askWhile(open, answers)));
        }
        for (int swap = 1; swap <= 200; swap++) {
            answers.acquire(10);
            Watched next = new Watched(faults);
            if (overlap) {
                plug(reference(0, swap), next);
            }
            assertTrue(board.unplug(reference(0, swap - 1L), PATIENCE));
            current.close();
            if (!overlap) {
                plug(reference(0, swap), next);
            }
            current = next;
        }
        open.set(false);
        for (Future<?> caller : callers) {
            caller.get(30, TimeUnit.SECONDS);
        }
        assertEquals("calls into a closed connector", 0, faults.get());
    }

    private void askWhile(AtomicBoolean open, Semaphore answers) {
        while (open.get()) {
            assertEquals("q", line.ask("q"));
            answers.release();
        }
    }
}
