// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The connectors that are plugged in, and which of them is in use (連携機能の切替).
 *
 * <p>A connector's name is the last part of its bundle's name, such as {@code welfare-next}; its system is what stands
 * before the first hyphen. All ports of one system are switched together: new calls go to the one that was chosen, calls
 * inside the other end where they are. If the chosen one is not plugged in, the highest-ranked other is in use.
 * Thread-safe.
 */
@ProviderType
public interface Connectors {

    /**
     * The connectors that are plugged in and those that were chosen but are not, by name.
     *
     * @throws org.teate.access.Forbidden without {@code EXCHANGE_VIEW}
     */
    List<PluggedConnector> list();

    /**
     * What would come of promoting a connector now; counts all messages that its system has not been told.
     *
     * @throws org.teate.access.Forbidden without {@code EXCHANGE_VIEW}
     */
    Prospect prospect(String connector);

    /**
     * Puts a connector in use for its system, unless the last cut-over to it was not accepted: what its system lacks would
     * never be told. Without any cut-over its system is told everything.
     *
     * @param reason why, not blank, at most 300 characters
     * @throws IllegalArgumentException if there is no reason, or a longer one
     * @throws org.teate.access.Forbidden without {@code CONNECTOR_SWAP}
     */
    Swap promote(String connector, String reason);

    /**
     * Puts the connector in use that was in use before the last choice for its system; no cut-over bars this way.
     *
     * @param reason why, not blank, at most 300 characters
     * @throws IllegalArgumentException if there is no reason, or a longer one
     * @throws org.teate.access.Forbidden without {@code CONNECTOR_SWAP}
     */
    Swap rollback(String system, String reason);

    /**
     * What was chosen for a system, newest first.
     *
     * @throws org.teate.access.Forbidden without {@code EXCHANGE_VIEW}
     */
    List<Choice> choices(String system, int limit);

    /**
     * Asks a connector whether it reaches its system; takes some seconds if it does not.
     *
     * @throws org.teate.access.Forbidden without {@code EXCHANGE_VIEW}
     */
    Health check(String connector);
}
