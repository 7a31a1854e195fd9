// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.teate.exchange.Health;
import org.teate.exchange.ImportedFile;
import org.teate.exchange.Migration;
import org.teate.exchange.PluggedConnector;
import org.teate.exchange.Queue;

/** Finds what about the exchange a person should look at（要確認）. */
final class Alerts {

    /** So long a message may wait before somebody should look. */
    private static final Duration LONG = Duration.ofHours(1);

    private static final int MOST_FILES = 5;

    private static final Set<ImportedFile.State> HELD_UP = EnumSet.of(
            ImportedFile.State.NO_MANIFEST,
            ImportedFile.State.GAP,
            ImportedFile.State.STOPPED,
            ImportedFile.State.REJECTED);

    private final Instant now;
    private final List<Alert> found = new ArrayList<>();

    Alerts(Instant now) {
        this.now = now;
    }

    /** What was found, faults first. */
    List<Alert> found() {
        return found.stream()
                .sorted(Comparator.comparing((Alert alert) -> !alert.grave()))
                .toList();
    }

    Alerts in(LinkedSystem system) {
        String name = ExchangeTerms.system(system.name());
        for (PluggedConnector connector : system.connectors()) {
            of(connector, name, system.inUse());
        }
        system.queue().ifPresent(queue -> of(queue, name, system.inUse().isPresent()));
        return this;
    }

    /** Of many files only the newest are named one by one. */
    Alerts in(List<ImportedFile> files) {
        List<ImportedFile> heldUp =
                files.stream().filter(file -> HELD_UP.contains(file.state())).toList();
        heldUp.stream().limit(MOST_FILES).forEach(this::in);
        if (heldUp.size() > MOST_FILES) {
            found.add(Alert.fault("ほかに" + (heldUp.size() - MOST_FILES) + "件のファイルが取り込まれていません。", FilesPage.PATH));
        }
        return this;
    }

    private void in(ImportedFile file) {
        String text = "ファイル " + file.name() + " は「" + file.state().label() + "」です。";
        String address = FilesPage.address(file.name());
        found.add(
                file.state() == ImportedFile.State.NO_MANIFEST
                        ? Alert.wait(text, address)
                        : Alert.fault(text, address));
    }

    Alerts in(Migration migration) {
        String text = migration.kind().label() + " " + migration.number() + " は「"
                + migration.state().label() + "」です。";
        String address = MigrationsPage.address(migration.number());
        switch (migration.state()) {
            case DRAFTED -> found.add(Alert.wait(text, address));
            case INTERRUPTED, DIFFERENT -> found.add(Alert.fault(text, address));
            default -> {
                // it goes on, or has come to its end
            }
        }
        return this;
    }

    private void of(PluggedConnector connector, String system, Optional<PluggedConnector> inUse) {
        String address = ConnectorsPage.address(connector.name());
        if (connector.state() == PluggedConnector.State.ABSENT) {
            String instead =
                    inUse.map(each -> "代わりに " + each.name() + " を使っています。").orElse("使える連携機能がありません。");
            found.add(Alert.fault(system + "で選ばれている連携機能 " + connector.name() + " が接続されていません。" + instead, address));
        }
        if (connector
                .health()
                .filter(health -> health.state() == Health.State.NOT_REACHED)
                .isPresent()) {
            found.add(Alert.fault("連携機能 " + connector.name() + " は、前回の疎通確認で" + system + "に届きませんでした。", address));
        }
        int hanging = connector.ports().stream()
                .mapToInt(PluggedConnector.Port::hanging)
                .sum();
        if (hanging > 0) {
            found.add(Alert.fault("連携機能 " + connector.name() + " に、答えのない呼出しが" + hanging + "件あります。", address));
        }
    }

    private void of(Queue queue, String system, boolean hasConnector) {
        String address = QueuesPage.address(queue.system());
        if (queue.refused() > 0) {
            found.add(Alert.fault(system + "に断られた通知が" + queue.refused() + "件あります。", address));
        }
        if (!hasConnector) {
            found.add(Alert.fault(system + "あての通知が" + queue.waiting() + "件ありますが、使用中の連携機能がありません。", address));
        } else if (queue.waiting() > queue.refused()
                && Duration.between(queue.oldest(), now).compareTo(LONG) > 0) {
            found.add(Alert.wait(
                    system + "あての通知が" + Ages.text(Duration.between(queue.oldest(), now)) + "送られていません。", address));
        }
    }
}
