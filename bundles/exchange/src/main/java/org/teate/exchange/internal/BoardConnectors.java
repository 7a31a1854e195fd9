// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teate.access.Actor;
import org.teate.access.AuditTrail;
import org.teate.access.Deed;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.exchange.Choice;
import org.teate.exchange.Connectors;
import org.teate.exchange.Health;
import org.teate.exchange.Migration;
import org.teate.exchange.PluggedConnector;
import org.teate.exchange.PluggedConnector.Port;
import org.teate.exchange.PluggedConnector.State;
import org.teate.exchange.Prospect;
import org.teate.exchange.Swap;
import org.teate.ports.Connector;
import org.teate.ports.OutOfService;
import org.teate.ports.Reachable;

/** The connectors as they stand on the {@link Switchboard}'s boards. */
@Component
public final class BoardConnectors implements Connectors {

    private static final Logger LOG = LoggerFactory.getLogger(BoardConnectors.class);
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final int LONGEST_REASON = 300;

    private final Transactions transactions;
    private final Switchboard switchboard;
    private final Choices choices;
    private final MigrationRegister migrations;
    private final JdbcOutbox outbox;
    private final JdbcTrials trials;
    private final Guard guard;
    private final AuditTrail audit;
    private final Clock clock;
    private final Map<String, Health> health = new ConcurrentHashMap<>();

    @Activate
    public BoardConnectors(
            @Reference Transactions transactions,
            @Reference Switchboard switchboard,
            @Reference Choices choices,
            @Reference MigrationRegister migrations,
            @Reference JdbcOutbox outbox,
            @Reference JdbcTrials trials,
            @Reference Guard guard,
            @Reference AuditTrail audit,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.switchboard = switchboard;
        this.choices = choices;
        this.migrations = migrations;
        this.outbox = outbox;
        this.trials = trials;
        this.guard = guard;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<PluggedConnector> list() {
        guard.require(Permission.EXCHANGE_VIEW);
        Map<String, List<Port>> ports = new TreeMap<>();
        switchboard
                .plugged()
                .forEach((port, sockets) -> sockets.forEach(
                        socket -> ports.computeIfAbsent(socket.name().value(), name -> new ArrayList<>())
                                .add(port(port, socket))));
        choices.all().values().forEach(chosen -> ports.putIfAbsent(chosen, List.of()));
        health.keySet().removeIf(name -> ports.getOrDefault(name, List.of()).isEmpty());
        return ports.entrySet().stream()
                .map(each -> plugged(new ConnectorName(each.getKey()), each.getValue()))
                .toList();
    }

    private static Port port(Class<? extends Connector> port, Socket<?> socket) {
        Meter meter = socket.meter();
        return new Port(
                port.getSimpleName(),
                socket.since(),
                socket.inside(),
                socket.hanging(),
                meter.answered(),
                meter.failed(),
                meter.outOfService(),
                meter.longest());
    }

    private PluggedConnector plugged(ConnectorName name, List<Port> ports) {
        List<Port> byName =
                ports.stream().sorted(Comparator.comparing(Port::name)).toList();
        return new PluggedConnector(
                name.value(),
                name.system(),
                stateOf(name, ports),
                byName,
                Optional.ofNullable(health.get(name.value())));
    }

    private State stateOf(ConnectorName name, List<Port> ports) {
        if (ports.isEmpty()) {
            return State.ABSENT;
        }
        if (switchboard.isInUse(name)) {
            return State.IN_USE;
        }
        return trials.isOnTrial(name) ? State.ON_TRIAL : State.STANDBY;
    }

    @Override
    public Prospect prospect(String connector) {
        guard.require(Permission.EXCHANGE_VIEW);
        ConnectorName name = new ConnectorName(connector);
        return new Prospect(obstacle(name), outbox.untold(name.system(), connector));
    }

    @Override
    public Swap promote(String connector, String reason) {
        Actor actor = guard.require(Permission.CONNECTOR_SWAP);
        checkReason(reason);
        ConnectorName name = new ConnectorName(connector);
        return obstacle(name)
                .<Swap>map(Swap.NotSwapped::new)
                .orElseGet(() -> choose(name, "connector.promote", reason, actor));
    }

    private Optional<String> obstacle(ConnectorName name) {
        return unusable(name).or(() -> notHandedOver(name));
    }

    private Optional<String> unusable(ConnectorName name) {
        if (!switchboard.isPlugged(name)) {
            return Optional.of("連携機能" + name.value() + "は接続されていません。");
        }
        return choices.isChosen(name) ? Optional.of("連携機能" + name.value() + "は既に使用中です。") : Optional.empty();
    }

    private Optional<String> notHandedOver(ConnectorName name) {
        return transactions
                .required(database -> migrations.unfinishedCutOver(database, name.value()))
                .map(BoardConnectors::notHandedOver);
    }

    private static String notHandedOver(Migration cutOver) {
        String whatToDo =
                switch (cutOver.state()) {
                    case DRAFTED -> "決裁して完了させるか、差し戻してください。";
                    case RUNNING, RECONCILING -> "終わるまで待ってください。";
                    default -> "移行を再開して完了させるか、本番移行を新しく起案して完了させてください。";
                };
        return cutOver.connector() + "への本番移行" + cutOver.number() + "が「"
                + cutOver.state().label() + "」のため、切り替えられません。" + whatToDo;
    }

    @Override
    public Swap rollback(String system, String reason) {
        Actor actor = guard.require(Permission.CONNECTOR_SWAP);
        checkReason(reason);
        String former =
                choices.of(system, 1).stream().map(Choice::former).findFirst().orElse("");
        if (former.isEmpty()) {
            return new Swap.NotSwapped("連携先" + system + "には、戻すべき前の連携機能がありません。");
        }
        ConnectorName name = new ConnectorName(former);
        return unusable(name)
                .<Swap>map(Swap.NotSwapped::new)
                .orElseGet(() -> choose(name, "connector.rollback", reason, actor));
    }

    private static void checkReason(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("切替の理由を" + LONGEST_REASON + "文字以内で入力してください。");
        }
    }

    private Swap choose(ConnectorName name, String action, String reason, Actor actor) {
        String former = switchboard
                .inUse(name.system())
                .filter(inUse -> !inUse.equals(name))
                .map(ConnectorName::value)
                .orElse("");
        Choice choice = new Choice(name.system(), name.value(), former, reason, actor.login(), clock.instant());
        transactions.required(database -> {
            choices.choose(choice);
            audit.changed(Deed.of(action, name.value(), reason));
            transactions.afterCommit(outbox::ring);
            return choice;
        });
        LOG.info("{} is in use for {} from now on", name.value(), name.system());
        return new Swap.Swapped(choice);
    }

    @Override
    public List<Choice> choices(String system, int limit) {
        guard.require(Permission.EXCHANGE_VIEW);
        return choices.of(system, limit);
    }

    @Override
    public Health check(String connector) {
        guard.require(Permission.EXCHANGE_VIEW);
        Health found = reach(new ConnectorName(connector));
        health.put(connector, found);
        return found;
    }

    private Health reach(ConnectorName name) {
        Optional<? extends Socket<?>> reachable = switchboard.plugged().values().stream()
                .flatMap(List::stream)
                .filter(socket -> socket.name().equals(name) && socket.connector() instanceof Reachable)
                .findFirst();
        if (reachable.isEmpty()) {
            String why = switchboard.isPlugged(name) ? "この連携機能には疎通を確認する手段がありません。" : "連携機能が接続されていません。";
            return new Health(Health.State.UNKNOWN, why, clock.instant());
        }
        try {
            reachable.get().ask(LIMIT, connector -> {
                ((Reachable) connector).reach();
                return connector;
            });
            return new Health(Health.State.REACHED, "", clock.instant());
        } catch (OutOfService e) {
            LOG.warn("{} does not reach its system", name.value(), e);
            return new Health(Health.State.NOT_REACHED, String.valueOf(e.getMessage()), clock.instant());
        }
    }
}
