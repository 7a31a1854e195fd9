// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access;

import java.time.Instant;

/**
 * One line of the audit trail.
 *
 * @param number the entry's place in the trail
 * @param at when
 * @param login who
 * @param terminal where from
 * @param deed what, of whom and why
 * @param refused whether the attempt was refused
 */
public record AuditEntry(long number, Instant at, String login, String terminal, Deed deed, boolean refused) {}
