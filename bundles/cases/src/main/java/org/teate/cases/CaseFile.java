// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import java.util.List;
import java.util.Optional;
import org.teate.kernel.MonthSpan;
import org.teate.rules.Act;
import org.teate.rules.Assessment;
import org.teate.rules.Facts;

/**
 * Everything that the ledger holds about one case（台帳）.
 *
 * <p>Immutable and thread-safe.
 *
 * @param entitlement the entitlement
 * @param claim the claim on which it was certified
 * @param spouse the recipient's spouse, if the ledger says anything about one
 * @param insurance the recipient's pension, insurance and employer, if known
 * @param markers what else is noted on the ledger
 * @param children the children and counted siblings, eldest first
 * @param incomes the assessed incomes, latest year first
 * @param reports the yearly status reports, latest first
 * @param decisions what was decided, newest first
 * @param facts the facts from which amounts follow; see {@link CaseFacts#facts()}
 */
public record CaseFile(
        Entitlement entitlement,
        Claim claim,
        Optional<Spouse> spouse,
        Optional<Insurance> insurance,
        Markers markers,
        List<CaseChild> children,
        List<IncomeAssessment> incomes,
        List<StatusReport> reports,
        List<Decision> decisions,
        Facts facts) {

    public CaseFile {
        children = List.copyOf(children);
        incomes = List.copyOf(incomes);
        reports = List.copyOf(reports);
        decisions = List.copyOf(decisions);
    }

    /**
     * What is due for each child and month, with reasons on demand, or why the facts cannot be.
     *
     * @param months any months; those before October 2024 count as not entitled, since the ledger holds no child's
     *     facts from before
     */
    public Assessment assess(MonthSpan months) {
        return Act.enacted().assess(facts, months);
    }
}
