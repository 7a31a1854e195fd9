// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.teate.kernel.MonthSpan;
import org.teate.rules.Finding.Code;

/** Several claimants at once, so that no child is paid to two of them in a month（第4条第2項から第4項まで）. */
public final class Recipients {

    private record ChildAndMonth(String child, YearMonth month) {}

    private Recipients() {}

    /**
     * Assesses every claimant, and refuses those who are paid for a child for whom another is paid in the same month.
     *
     * @param claimants the facts by what names a claimant, such as the ledger number
     * @return an assessment for each of them, in the order of {@code claimants}
     */
    public static Map<String, Assessment> assess(Act act, Map<String, Facts> claimants, MonthSpan months) {
        Map<String, Assessment> assessments = new LinkedHashMap<>();
        claimants.forEach((name, facts) -> assessments.put(name, act.assess(facts, months)));
        conflicts(assessments).forEach((name, findings) -> assessments.put(name, new Impossible(findings)));
        return assessments;
    }

    private static Map<String, List<Finding>> conflicts(Map<String, Assessment> assessments) {
        Map<ChildAndMonth, String> paidTo = new HashMap<>();
        Map<String, List<Finding>> conflicts = new LinkedHashMap<>();
        assessments.forEach((name, assessment) -> {
            if (assessment instanceof Assessed assessed) {
                for (ChildMonth row : assessed.childMonths()) {
                    if (!row.amount().isZero()) {
                        String first = paidTo.putIfAbsent(new ChildAndMonth(row.child(), row.month()), name);
                        if (first != null) {
                            Finding finding = Finding.of(Code.TWO_RECIPIENTS, row.child(), row.month(), first, name);
                            conflicts
                                    .computeIfAbsent(first, key -> new ArrayList<>())
                                    .add(finding);
                            conflicts
                                    .computeIfAbsent(name, key -> new ArrayList<>())
                                    .add(finding);
                        }
                    }
                }
            }
        });
        return conflicts;
    }
}
