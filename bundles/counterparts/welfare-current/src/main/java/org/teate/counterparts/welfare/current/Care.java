// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.time.LocalDate;
import java.time.YearMonth;
import org.teate.counterparts.town.Ward;

/**
 * The months for which a ledger knows a child.
 *
 * @param from first month of the ledger for this child
 * @param last last month of care, {@link Ledger#OPEN} while it lasts
 * @param countedFrom first month for which the child may count past 18, {@link Ledger#OPEN} if never
 * @param claimedOn day of the claim or of the claim for an increase
 * @param knownOn day of the decision; payments before it do not know the child
 */
record Care(Ward ward, YearMonth from, YearMonth last, YearMonth countedFrom, LocalDate claimedOn, LocalDate knownOn) {

    int ageClass(YearMonth month) {
        return Act.ageClass(ward.child().birth(), month);
    }

    /** Whether the child is ranked in a month. */
    boolean counts(YearMonth month) {
        if (month.isBefore(from) || month.isAfter(last)) {
            return false;
        }
        int ageClass = ageClass(month);
        return ageClass <= Act.HIGH_SCHOOL || ageClass == Act.ONLY_COUNTED && !month.isBefore(countedFrom);
    }
}
