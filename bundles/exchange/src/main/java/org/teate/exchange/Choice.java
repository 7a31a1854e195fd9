// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange;

import java.time.Instant;

/**
 * That a connector was put in use.
 *
 * @param system its system
 * @param connector its name
 * @param former which other one was in use until then, empty if there was none
 * @param reason why
 * @param by the login of who chose it
 * @param at when
 */
public record Choice(String system, String connector, String former, String reason, String by, Instant at) {}
