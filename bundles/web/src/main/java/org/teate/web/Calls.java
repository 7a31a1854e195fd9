// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;
import org.teate.exchange.PluggedConnector;
import org.teate.exchange.PluggedConnector.Port;

/**
 * The calls through all ports of a connector since each was plugged in.
 *
 * @param ports the ports' names, each once
 * @param inside calls inside now
 * @param answered calls that were answered
 * @param failed calls that ended in an exception, such as a refusal
 * @param outOfService calls that ended because the system was out of service or did not answer in time
 * @param longest the longest time that a call has taken
 */
public record Calls(List<String> ports, long inside, long answered, long failed, long outOfService, Duration longest) {

    static Calls of(PluggedConnector connector) {
        List<Port> ports = connector.ports();
        return new Calls(
                ports.stream().map(Port::name).distinct().toList(),
                sum(ports, Port::inside),
                sum(ports, Port::answered),
                sum(ports, Port::failed),
                sum(ports, Port::outOfService),
                ports.stream().map(Port::longest).reduce(Duration.ZERO, Calls::longer));
    }

    private static long sum(List<Port> ports, ToLongFunction<Port> part) {
        return ports.stream().mapToLong(part).sum();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
