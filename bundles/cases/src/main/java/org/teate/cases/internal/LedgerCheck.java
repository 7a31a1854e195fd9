// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.teate.addressing.Coded;
import org.teate.cases.CaseStatus;
import org.teate.cases.EndReason;
import org.teate.cases.Entitlement;
import org.teate.cases.Hold;
import org.teate.cases.LedgerComparison;
import org.teate.cases.LedgerComparison.Difference;
import org.teate.cases.LedgerComparison.Standing;
import org.teate.kernel.MonthSpan;
import org.teate.kernel.Wareki;
import org.teate.ports.welfare.LedgerEntry;
import org.teate.rules.Act;
import org.teate.rules.Assessed;
import org.teate.rules.ChildMonth;
import org.teate.rules.Facts;

/** Compares one ledger of ours with what the welfare system has booked of it. */
final class LedgerCheck {

    /** A ledger number of ten digits and a sequence. */
    static final Pattern DECISION = Pattern.compile("[0-9]{10}-[0-9]{1,6}");

    private final YearMonth now;
    private final Predicate<String> untold;

    /**
     * @param now the month in which amounts are compared
     * @param untold whether the other side had not been told of a decision when it answered
     */
    LedgerCheck(YearMonth now, Predicate<String> untold) {
        this.now = now;
        this.untold = untold;
    }

    /**
     * Our side of a ledger.
     *
     * @param lastDecision the sequence of the last decision, 0 if none is recorded
     */
    record Ours(Entitlement entitlement, Facts facts, int lastDecision) {}

    LedgerComparison compare(Ours ours, LedgerEntry theirs) {
        List<Difference> differences = differences(ours, theirs);
        Standing standing =
                differences.isEmpty() ? Standing.AGREES : lags(ours, theirs) ? Standing.NOT_TOLD_YET : Standing.DIFFERS;
        return new LedgerComparison(
                ours.entitlement().ledger(), ours.entitlement().recipient(), standing, differences);
    }

    private boolean lags(Ours ours, LedgerEntry theirs) {
        return sequence(theirs.lastDecision()) < ours.lastDecision()
                && untold.test(ours.entitlement().ledger() + "-" + ours.lastDecision());
    }

    private List<Difference> differences(Ours ours, LedgerEntry theirs) {
        Entitlement entitlement = ours.entitlement();
        List<Difference> found = new ArrayList<>();
        note(found, "受給者", entitlement.recipient().value(), theirs.recipient().value());
        note(found, "資格状態", entitlement.status().label(), label(CaseStatus.class, theirs.statusCode()));
        note(found, "支給開始", month(Optional.of(entitlement.firstMonth())), month(Optional.of(theirs.firstMonth())));
        note(found, "支給終了", month(entitlement.lastMonth()), month(theirs.lastMonth()));
        note(found, "事由", reason(entitlement), reason(theirs));
        if (entitlement.status() == CaseStatus.RECEIVING && theirs.statusCode().equals(CaseStatus.RECEIVING.code())) {
            noteAmounts(found, ours.facts(), theirs);
        }
        return found;
    }

    private void noteAmounts(List<Difference> found, Facts facts, LedgerEntry theirs) {
        if (Act.enacted().assess(facts, MonthSpan.of(now, now)) instanceof Assessed assessed) {
            note(found, "月額", assessed.totalIn(now).toString(), theirs.monthly().toString());
            long paid = assessed.childMonths().stream()
                    .filter(child -> child.month().equals(now))
                    .map(ChildMonth::amount)
                    .filter(amount -> !amount.isZero())
                    .count();
            note(found, "支給対象児童数", paid + "人", theirs.children() + "人");
        }
    }

    private static void note(List<Difference> found, String item, String ours, String theirs) {
        if (!ours.equals(theirs)) {
            found.add(new Difference(item, ours, theirs));
        }
    }

    private static String reason(Entitlement entitlement) {
        Optional<String> end = entitlement.endReason().map(EndReason::label);
        return end.orElse(
                entitlement.hold() == Hold.NONE ? "なし" : entitlement.hold().label());
    }

    private static String reason(LedgerEntry theirs) {
        String code = theirs.reasonCode();
        return code.isEmpty()
                ? "なし"
                : Coded.find(EndReason.class, code).map(EndReason::label).orElseGet(() -> label(Hold.class, code));
    }

    private static <E extends Enum<E> & Coded> String label(Class<E> list, String code) {
        return Coded.find(list, code).map(Coded::label).orElse("不明なコード" + code);
    }

    private static String month(Optional<YearMonth> month) {
        return month.map(each -> Wareki.of(each) + "分").orElse("なし");
    }

    /** The sequence in a decision number such as {@code 0000000188-3}; 0 if there is none. */
    private static int sequence(String decision) {
        return DECISION.matcher(decision).matches() ? Integer.parseInt(decision.substring(11)) : 0;
    }
}
