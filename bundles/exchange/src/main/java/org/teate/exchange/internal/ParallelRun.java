// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teate.exchange.Trial.Counts;
import org.teate.exchange.Trial.Group;
import org.teate.exchange.Trial.Kind;
import org.teate.exchange.TrialSample;
import org.teate.exchange.internal.Comparison.Difference;
import org.teate.ports.Connector;

/**
 * One running trial: asks the candidate what was answered, on a thread of its own, and keeps what it finds until it is
 * written down, every second. Thread-safe.
 */
final class ParallelRun {

    private static final Logger LOG = LoggerFactory.getLogger(ParallelRun.class);
    /** So many questions may wait for the candidate; more are skipped. */
    private static final int MOST_WAITING = 256;

    /** Longer than most calls may take, shorter than the component runtime waits. */
    private static final Duration FAREWELL = Duration.ofSeconds(4);

    private static final int MOST_SAMPLES = 20;
    /** The groups of an honest port are few; a candidate that fails in a new way each time must not fill the memory. */
    private static final int MOST_GROUPS = 500;

    private final ConnectorName candidate;
    private final Function<Class<?>, Optional<? extends Socket<? extends Connector>>> sockets;
    private final Comparison comparison;
    private final Clock clock;
    private final Consumer<Found> register;
    private final BlockingQueue<Asked> questions = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong skipped = new AtomicLong();
    private final Map<Key, Entry> groups = new HashMap<>(); // guarded by this
    private Counts counts; // guarded by this; what was skipped aside
    private Found written; // guarded by this
    private final Thread thread;
    private volatile boolean ended;

    /** A question as it was answered by the one in use. */
    record Asked(Method question, List<Object> arguments, Object answer) {

        String name() {
            return question.getDeclaringClass().getSimpleName() + "." + question.getName();
        }
    }

    private record Key(String question, String path, Kind kind) {}

    private static final class Entry {

        private final int number;
        private long answers;
        private int samples;
        private final List<TrialSample> fresh = new ArrayList<>();

        private Entry(int number) {
            this.number = number;
        }
    }

    /**
     * What was found so far.
     *
     * @param groups with their totals
     * @param fresh the samples that have not been written down yet, by group
     */
    record Found(Counts counts, List<Group> groups, Map<Integer, List<TrialSample>> fresh) {

        boolean isNewTo(Found before) {
            return !counts.equals(before.counts()) || !fresh.isEmpty();
        }
    }

    /**
     * @param sockets the candidate's socket for a port, if it is plugged in
     * @param before what was found before the server was started
     * @param register writes down what was found
     */
    ParallelRun(
            ConnectorName candidate,
            Function<Class<?>, Optional<? extends Socket<? extends Connector>>> sockets,
            Comparison comparison,
            Clock clock,
            Found before,
            Consumer<Found> register) {
        this.candidate = candidate;
        this.sockets = sockets;
        this.comparison = comparison;
        this.clock = clock;
        this.register = register;
        counts = before.counts();
        skipped.set(before.counts().skipped());
        written = before;
        for (Group group : before.groups()) {
            Entry entry = new Entry(group.number());
            entry.answers = group.answers();
            entry.samples = group.samples();
            groups.put(new Key(group.question(), group.path(), group.kind()), entry);
        }
        thread = new Thread(null, this::run, "teate-trial-" + candidate.value(), 0, false);
        thread.setDaemon(true);
    }

    ConnectorName candidate() {
        return candidate;
    }

    void start() {
        thread.start();
    }

    /** Takes what waits no more and writes down what was found; waits for the candidate's last answer. */
    void stop() {
        ended = true;
        questions.clear();
        try {
            thread.join(FAREWELL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        writeDown();
    }

    /** Never waits. */
    void offer(Asked asked) {
        if (!questions.offer(asked)) {
            skipped.incrementAndGet();
        }
    }

    private void run() {
        long last = System.nanoTime();
        while (!ended) {
            try {
                Asked asked = questions.poll(200, TimeUnit.MILLISECONDS);
                if (asked != null) {
                    compare(asked);
                }
                if (System.nanoTime() - last > 1_000_000_000L) {
                    writeDown();
                    last = System.nanoTime();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                // the trial goes on with the next question; it must not end because the database is away for a while
                LOG.error("A question of the trial of {} could not be compared or written down", candidate.value(), e);
            }
        }
    }

    private void compare(Asked asked) {
        Optional<? extends Socket<? extends Connector>> socket =
                sockets.apply(asked.question().getDeclaringClass());
        if (socket.isEmpty() || !socket.get().seize()) {
            skipped.incrementAndGet();
            return;
        }
        Object answer;
        try {
            Method question = asked.question();
            answer = socket.get()
                    .answer(
                            Line.limitOf(question.getDeclaringClass()),
                            question,
                            asked.arguments().toArray());
        } catch (Throwable e) { // whatever it was, it is the candidate's failure and a result of the trial
            failed(asked, e);
            return;
        }
        answered(asked, comparison.between(asked.answer(), answer));
    }

    private synchronized void failed(Asked asked, Throwable failure) {
        counts = new Counts(
                counts.asked() + 1,
                counts.equal(),
                counts.explained(),
                counts.different(),
                counts.failed() + 1,
                counts.skipped());
        String kind = failure.getClass().getSimpleName();
        add(asked, Set.of(new Difference(kind, Kind.FAILED, "", String.valueOf(failure.getMessage()))));
    }

    private synchronized void answered(Asked asked, List<Difference> differences) {
        boolean explained = differences.stream().allMatch(difference -> difference.kind() == Kind.EXPLAINED);
        boolean equal = differences.isEmpty();
        counts = new Counts(
                counts.asked() + 1,
                counts.equal() + (equal ? 1 : 0),
                counts.explained() + (explained && !equal ? 1 : 0),
                counts.different() + (explained ? 0 : 1),
                counts.failed(),
                counts.skipped());
        add(asked, differences);
    }

    private void add(Asked asked, Iterable<Difference> differences) {
        Set<Key> counted = new HashSet<>();
        for (Difference difference : differences) {
            Key key = new Key(asked.name(), cut(difference.path(), 200), difference.kind());
            Entry entry = groups.get(key);
            if (entry == null) {
                if (groups.size() == MOST_GROUPS) {
                    continue;
                }
                entry = new Entry(groups.size() + 1);
                groups.put(key, entry);
            }
            if (counted.add(key)) {
                entry.answers++;
                addSample(entry, asked, difference);
            }
        }
    }

    private void addSample(Entry entry, Asked asked, Difference difference) {
        if (entry.samples < MOST_SAMPLES) {
            entry.samples++;
            String arguments = asked.arguments().stream()
                    .map(argument -> argument instanceof Optional<?> optional
                            ? optional.map(String::valueOf).orElse("-")
                            : String.valueOf(argument))
                    .collect(Collectors.joining(", "));
            entry.fresh.add(new TrialSample(
                    cut(arguments, 500),
                    cut(difference.place(), 200),
                    cut(difference.inUse(), 1_000),
                    cut(difference.candidate(), 1_000),
                    clock.instant()));
        }
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    /** What was found so far. */
    synchronized Found found() {
        Map<Integer, List<TrialSample>> fresh = new HashMap<>();
        List<Group> all = new ArrayList<>();
        groups.forEach((key, entry) -> {
            all.add(new Group(entry.number, key.question(), key.path(), key.kind(), entry.answers, entry.samples));
            if (!entry.fresh.isEmpty()) {
                fresh.put(entry.number, List.copyOf(entry.fresh));
            }
        });
        Counts now = new Counts(
                counts.asked(), counts.equal(), counts.explained(), counts.different(), counts.failed(), skipped.get());
        return new Found(now, all, fresh);
    }

    /** Writes down what is new since the last time. */
    synchronized void writeDown() {
        Found found = found();
        if (found.isNewTo(written)) {
            register.accept(found);
            groups.values().forEach(entry -> entry.fresh.clear());
            written = found;
        }
    }
}
