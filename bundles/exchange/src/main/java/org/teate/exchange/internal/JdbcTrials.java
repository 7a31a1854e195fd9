// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teate.access.Actor;
import org.teate.access.AuditTrail;
import org.teate.access.Deed;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.exchange.Trial;
import org.teate.exchange.Trial.Counts;
import org.teate.exchange.Trial.Group;
import org.teate.exchange.TrialOutcome;
import org.teate.exchange.TrialSample;
import org.teate.exchange.Trials;
import org.teate.exchange.TrueCharacters;

/** Trials whose findings are kept in SQL; those that run are fed by the lines. */
@Component(service = {Trials.class, JdbcTrials.class})
public final class JdbcTrials implements Trials {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcTrials.class);
    private static final int LONGEST_REASON = 300;

    private final Transactions transactions;
    private final Switchboard switchboard;
    private final Guard guard;
    private final AuditTrail audit;
    private final Clock clock;
    private final TrialTable table = new TrialTable();
    private final Map<String, Running> running = new ConcurrentHashMap<>();

    /** Who keeps the list of the city's own characters may come later, or not at all. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile TrueCharacters trueCharacters;

    private record Running(long number, ParallelRun run) {}

    @Activate
    public JdbcTrials(
            @Reference Transactions transactions,
            @Reference Switchboard switchboard,
            @Reference Guard guard,
            @Reference AuditTrail audit,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.switchboard = switchboard;
        this.guard = guard;
        this.audit = audit;
        this.clock = clock;
    }

    /** Goes on with the trials that ran when the server was stopped. */
    @Activate
    void open() {
        transactions.required(table::running).forEach(this::run);
        switchboard.onAnswer(this::answered);
    }

    @Deactivate
    void close() {
        switchboard.onAnswer((inUse, question, arguments, answer) -> {});
        running.values().forEach(each -> each.run().stop());
    }

    /** Called by the lines on their callers' threads: only notes the question. */
    private void answered(ConnectorName inUse, Method question, Object[] arguments, Object answer) {
        Running trial = running.get(inUse.system());
        if (trial != null && !trial.run().candidate().equals(inUse)) {
            List<Object> asked = arguments == null ? List.of() : Arrays.asList(arguments);
            trial.run().offer(new ParallelRun.Asked(question, asked, answer));
        }
    }

    private void run(Trial trial) {
        ConnectorName candidate = new ConnectorName(trial.candidate());
        ParallelRun run = new ParallelRun(
                candidate,
                port -> switchboard.socket(port, candidate),
                new Comparison(this::resolve),
                clock,
                new ParallelRun.Found(trial.counts(), trial.groups(), Map.of()),
                found -> transactions.required(database -> {
                    table.update(database, trial.number(), found);
                    return found;
                }));
        running.put(trial.system(), new Running(trial.number(), run));
        run.start();
    }

    private String resolve(String text) {
        TrueCharacters known = trueCharacters;
        boolean needed = text.codePoints().anyMatch(c -> Character.getType(c) == Character.PRIVATE_USE);
        return known == null || !needed ? text : known.resolve(text);
    }

    /** Whether the connector is a candidate now. */
    boolean isOnTrial(ConnectorName name) {
        Running trial = running.get(name.system());
        return trial != null && trial.run().candidate().equals(name);
    }

    @Override
    public synchronized TrialOutcome start(String candidate, String reason) {
        Actor actor = guard.require(Permission.CONNECTOR_SWAP);
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("試行の理由を" + LONGEST_REASON + "文字以内で入力してください。");
        }
        ConnectorName name = new ConnectorName(candidate);
        Optional<String> obstacle = obstacle(name);
        if (obstacle.isPresent()) {
            return new TrialOutcome.NotDone(obstacle.get());
        }
        String inUse = switchboard.inUse(name.system()).orElseThrow().value();
        Trial trial = transactions.required(database -> {
            Trial begun = new Trial(
                    0,
                    name.system(),
                    inUse,
                    candidate,
                    reason,
                    actor.login(),
                    clock.instant(),
                    Optional.empty(),
                    Counts.NONE,
                    List.of());
            long number = table.add(database, begun);
            audit.changed(Deed.of("connector.trial.start", candidate, reason));
            return table.find(database, number).orElseThrow();
        });
        run(trial);
        LOG.info("{} is tried beside {}", candidate, inUse);
        return new TrialOutcome.Done(trial);
    }

    private Optional<String> obstacle(ConnectorName name) {
        if (!switchboard.isPlugged(name)) {
            return Optional.of("連携機能" + name.value() + "は接続されていません。");
        }
        if (switchboard.isInUse(name)) {
            return Optional.of("連携機能" + name.value() + "は使用中のため、試行できません。");
        }
        return Optional.ofNullable(running.get(name.system()))
                .map(other ->
                        "連携先" + name.system() + "では、" + other.run().candidate().value() + "を試行しています。");
    }

    @Override
    public synchronized TrialOutcome stop(String candidate) {
        guard.require(Permission.CONNECTOR_SWAP);
        ConnectorName name = new ConnectorName(candidate);
        if (!isOnTrial(name)) {
            return new TrialOutcome.NotDone("連携機能" + candidate + "は試行していません。");
        }
        Running trial = running.remove(name.system());
        trial.run().stop();
        LOG.info("{} is no longer tried", candidate);
        return transactions.required(database -> {
            table.stop(database, trial.number(), clock.instant());
            audit.changed(Deed.of("connector.trial.stop", candidate, ""));
            return new TrialOutcome.Done(table.find(database, trial.number()).orElseThrow());
        });
    }

    @Override
    public List<Trial> list(int limit) {
        guard.require(Permission.EXCHANGE_VIEW);
        writeDown();
        return transactions.required(database -> table.newest(database, limit));
    }

    @Override
    public Optional<Trial> report(String candidate) {
        guard.require(Permission.EXCHANGE_VIEW);
        writeDown();
        return transactions.required(database -> table.latestOf(database, candidate));
    }

    private void writeDown() {
        running.values().forEach(trial -> trial.run().writeDown());
    }

    @Override
    public List<TrialSample> samples(long trial, int group) {
        requirePersons();
        writeDown();
        audit.viewed(Deed.of("connector.trial.view", trial + "/" + group, ""));
        return transactions.required(database -> table.samples(database, trial, group));
    }

    @Override
    public void export(long trial, OutputStream out) throws IOException {
        requirePersons();
        writeDown();
        Trial found = transactions
                .required(database -> table.find(database, trial))
                .orElseThrow(() -> new IllegalArgumentException("There is no trial " + trial));
        audit.viewed(Deed.of("connector.trial.export", String.valueOf(trial), found.candidate()));
        TrialCsv csv = new TrialCsv(out);
        for (Group group : found.groups()) {
            csv.add(group, transactions.required(database -> table.samples(database, trial, group.number())));
        }
        csv.end();
    }

    private void requirePersons() {
        guard.require(Permission.EXCHANGE_VIEW);
        guard.require(Permission.PERSON_VIEW);
    }
}
