// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.teate.exchange.PluggedConnector;
import org.teate.exchange.Queue;

/**
 * Another system（連携先） as the monitor shows it.
 *
 * @param name its name, such as {@code welfare}
 * @param connectors its connectors, by name
 * @param queue what waits to be told to it, if anything does
 * @param age how long the oldest message has been waiting
 */
public record LinkedSystem(
        String name, List<PluggedConnector> connectors, Optional<Queue> queue, Optional<Duration> age) {

    /** All that have a connector, or messages waiting, by name. */
    static List<LinkedSystem> of(List<PluggedConnector> connectors, List<Queue> queues, Instant now) {
        Stream<String> names = Stream.concat(
                connectors.stream().map(PluggedConnector::system),
                queues.stream().map(Queue::system));
        return new TreeSet<>(names.toList())
                .stream().map(name -> of(name, connectors, queues, now)).toList();
    }

    private static LinkedSystem of(String name, List<PluggedConnector> connectors, List<Queue> queues, Instant now) {
        Optional<Queue> queue =
                queues.stream().filter(each -> each.system().equals(name)).findFirst();
        return new LinkedSystem(
                name,
                connectors.stream().filter(each -> each.system().equals(name)).toList(),
                queue,
                queue.map(each -> Duration.between(each.oldest(), now)));
    }

    /** A system that has no connector and that nothing waits for. */
    static LinkedSystem ofNothing(String name) {
        return new LinkedSystem(name, List.of(), Optional.empty(), Optional.empty());
    }

    /** The connector to which new calls go. */
    public Optional<PluggedConnector> inUse() {
        return connectors.stream()
                .filter(each -> each.state() == PluggedConnector.State.IN_USE)
                .findFirst();
    }

    /** The name that a clerk knows. */
    public String label() {
        return ExchangeTerms.system(name);
    }
}
