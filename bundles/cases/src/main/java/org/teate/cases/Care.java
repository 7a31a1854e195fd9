// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import java.time.YearMonth;
import java.util.Optional;

/**
 * The recipient's care for a child over some months（監護・生計の事実）.
 *
 * <p>Immutable and thread-safe.
 *
 * @param from the first month
 * @param to the last month, empty as long as it goes on; not before {@code from}
 * @param relation what the child is to the recipient
 * @param livelihood on what ground the child is paid for or counted
 * @param livesTogether whether recipient and child live together（同居）
 * @param custody whether the recipient has the child in custody（監護）
 * @param facility the institution's number, empty if the child is in none
 * @param endReason why it ended for this child, if it did for a reason of its own
 */
public record Care(
        YearMonth from,
        Optional<YearMonth> to,
        ChildRelation relation,
        Livelihood livelihood,
        boolean livesTogether,
        boolean custody,
        String facility,
        Optional<EndReason> endReason) {}
