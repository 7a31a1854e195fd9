// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange;

import java.time.Instant;

/**
 * What waits to be told to one system.
 *
 * @param system the system, as in {@link org.teate.ports.Message#system()}
 * @param waiting how many messages wait, those that the system has refused among them
 * @param refused how many the system has refused; each waits for a person and holds back its own subject
 * @param oldest when the oldest of them was put
 */
public record Queue(String system, long waiting, long refused, Instant oldest) {}
