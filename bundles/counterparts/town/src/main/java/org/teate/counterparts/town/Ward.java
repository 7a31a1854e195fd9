// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.town;

import java.time.LocalDate;

/**
 * A child as its parent's ledger sees it.
 *
 * @param relation 1 own, 2 adopted, 5 cared for by somebody else than a parent
 * @param together whether they live together
 * @param since first day of care in this city
 * @param until last day of care, {@link LocalDate#MAX} while it lasts
 * @param endReason why care ended, empty while it lasts
 * @param counted whether the parent has said that the child counts past 18 (監護相当・生計費負担)
 */
public record Ward(
        Person child,
        String relation,
        boolean together,
        LocalDate since,
        LocalDate until,
        String endReason,
        boolean counted) {}
