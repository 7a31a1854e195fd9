// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.time.YearMonth;
import org.teate.kernel.Yen;

/**
 * What one child counts and brings in one benefit month（児童ごとの月額）.
 *
 * <p>Immutable and thread-safe.
 *
 * @param child the child's key
 * @param month the benefit month（月分）
 * @param ageClass the child's age class in that month
 * @param rank the place among those counted, the eldest being 1; 0 where the law knows no rank (institutions, corporate
 *     guardians, 特例給付)
 * @param kind what is paid; {@link BenefitKind#NONE} if the child only counts
 * @param amount the monthly amount, zero if the child only counts
 */
public record ChildMonth(String child, YearMonth month, AgeClass ageClass, int rank, BenefitKind kind, Yen amount) {

    /** Whether {@code other} is the same child and brings the same for the same reason, be it in another month. */
    boolean isLike(ChildMonth other) {
        return child.equals(other.child)
                && ageClass == other.ageClass
                && rank == other.rank
                && kind == other.kind
                && amount.equals(other.amount);
    }
}
