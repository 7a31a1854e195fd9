// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange;

import java.util.Optional;

/**
 * What would come of promoting a connector now.
 *
 * @param obstacle why it would be refused, a Japanese sentence; empty if it would not
 * @param untold how many messages its system would be told, being without them
 */
public record Prospect(Optional<String> obstacle, long untold) {}
