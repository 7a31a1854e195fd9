// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.time.YearMonth;
import java.util.List;
import org.teate.kernel.Yen;

/**
 * Why a child brings an amount in a month（算定の理由）: a chain of steps from the entitlement to the amount.
 *
 * <p>Reasons are data. They can be shown as sentences, or as rule, facts and provision, in whatever form. Immutable and
 * thread-safe.
 *
 * @param child the child's key
 * @param month the benefit month
 * @param amount the amount reasoned for, zero included
 * @param steps the steps in their order, at least one
 */
public record Reason(String child, YearMonth month, Yen amount, List<Step> steps) {

    public Reason {
        steps = List.copyOf(steps);
    }

    /** The steps as Japanese sentences, each ending in its provision. */
    public List<String> sentences() {
        return steps.stream().map(Step::sentence).toList();
    }
}
