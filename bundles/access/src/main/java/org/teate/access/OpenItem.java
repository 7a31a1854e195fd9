// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access;

import java.time.Instant;

/**
 * An item of the worklist that waits.
 *
 * @param number its number
 * @param item what waits
 * @param addedAt since when
 */
public record OpenItem(long number, WorkItem item, Instant addedAt) {}
