// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.time.Duration;

/**
 * What imports are told by configuration.
 *
 * @param receiver the name under which senders know us
 * @param municipality our municipality code, six digits
 * @param chunk how many records are taken in one transaction
 * @param manifestPatience after how long a data file without manifest is work for a person
 */
record ImportSettings(String receiver, String municipality, int chunk, Duration manifestPatience) {}
