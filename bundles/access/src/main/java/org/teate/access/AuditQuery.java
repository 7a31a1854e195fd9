// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access;

import java.time.LocalDate;
import java.util.Optional;
import org.teate.kernel.AddresseeNumber;

/**
 * Which entries of the audit trail are wanted.
 *
 * @param login only of this person
 * @param subject only about this person's data
 * @param from not before this day
 * @param to not after this day
 * @param before only entries with a smaller {@link AuditEntry#number()}, to go on where a page has ended
 * @param limit at most so many, 1 to 1,000
 */
public record AuditQuery(
        Optional<String> login,
        Optional<AddresseeNumber> subject,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<Long> before,
        int limit) {}
