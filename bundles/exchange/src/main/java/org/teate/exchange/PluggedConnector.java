// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A connector and what is plugged in of it.
 *
 * @param name its name, such as {@code welfare-next}
 * @param system its system, such as {@code welfare}
 * @param state what it is used for now
 * @param ports its ports, by name; none if it is absent
 * @param health what came of the last {@link Connectors#check}, if it was asked since it was plugged in
 */
public record PluggedConnector(String name, String system, State state, List<Port> ports, Optional<Health> health) {

    public PluggedConnector {
        ports = List.copyOf(ports);
    }

    /** What a connector is used for. */
    public enum State {
        /** New calls go to it (使用中). */
        IN_USE("使用中"),
        /** It is plugged in, and another one of its system is in use (待機). */
        STANDBY("待機"),
        /** As {@link #STANDBY}, and it is asked beside the one in use, to compare (試行). */
        ON_TRIAL("試行"),
        /** It was chosen but is not plugged in; if there is another one, that is in use (未接続). */
        ABSENT("未接続");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** The state's name on a page. */
        public String label() {
            return label;
        }
    }

    /**
     * What has gone through one port of a connector since it was plugged in.
     *
     * @param name the port's name, such as {@code WelfareLedger}
     * @param since when it was plugged in
     * @param inside calls inside now, those that hang among them
     * @param hanging calls inside that their callers have given up
     * @param answered calls that were answered
     * @param failed calls that ended in an exception, such as a refusal
     * @param outOfService calls that ended because the system was out of service or did not answer in time
     * @param longest the longest time that a call has taken
     */
    public record Port(
            String name,
            Instant since,
            int inside,
            int hanging,
            long answered,
            long failed,
            long outOfService,
            Duration longest) {}
}
