// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.teate.counterparts.town.Text;

/** M06: the decisions of one ledger, in their order. Not thread-safe. */
final class Decisions {

    private static final String CERTIFIED = "1";
    private static final String REVISED = "2";
    private static final String ENDED = "3";
    private static final String WITHHELD = "4";

    private static final String INCREASE = "1";
    private static final String DECREASE = "2";
    private static final String AGE = "5";
    private static final String AMENDMENT = "6";

    private final Rows sets;
    private final Ledger ledger;
    private final MonthTable months;
    private int sequence;

    Decisions(Rows sets, Ledger ledger, MonthTable months) {
        this.sets = sets;
        this.ledger = ledger;
        this.months = months;
    }

    /**
     * A decision.
     *
     * @param revision CL-REV, empty unless revised
     * @param claimed day of the claim, empty if the office acted without one
     * @param from first month for which it counts
     */
    private record Decision(
            String kind,
            String revision,
            LocalDate event,
            String claimed,
            LocalDate decided,
            YearMonth from,
            String reason) {}

    /** @param withheldFrom the month of which a withholding is noted, if the ledger is withheld */
    void add(YearMonth withheldFrom) {
        certified();
        for (YearMonth month = months.first().plusMonths(1);
                !month.isAfter(months.last());
                month = month.plusMonths(1)) {
            revised(month);
            if (ledger.situation() == Situation.REPORT_MISSING && month.equals(withheldFrom)) {
                LocalDate day = month.atDay(1);
                add(new Decision(WITHHELD, "", day, "", day, month, ""), months.amount(month), months.paid(month));
            }
        }
        if (ledger.hasEnded()) {
            LocalDate day = ledger.endedOn();
            YearMonth from = ledger.end().plusMonths(1);
            add(
                    new Decision(ENDED, "", day, "", day, from, ledger.endReason()),
                    months.amount(ledger.end()),
                    months.paid(ledger.end()));
        }
    }

    private void certified() {
        Ledger.Opening opening = ledger.opening();
        Decision certified = new Decision(
                CERTIFIED,
                "",
                opening.eventDate(),
                Text.day(opening.claimedOn()),
                opening.decidedOn(),
                ledger.start(),
                "");
        if (ledger.start().equals(months.first())) {
            add(certified, 0, 0);
            return;
        }
        add(certified, "", "", "", "");
        LocalDate reform = Act.REFORM.atDay(1);
        Decision amended = new Decision(REVISED, AMENDMENT, reform, "", reform, Act.REFORM, "");
        add(amended, "", text(months.amount(Act.REFORM)), "", text(months.paid(Act.REFORM)));
    }

    private void revised(YearMonth month) {
        YearMonth before = month.minusMonths(1);
        Map<Integer, Care> were = counted(before);
        Map<Integer, Care> are = counted(month);
        Optional<Care> joined = are.values().stream()
                .filter(care -> !were.containsKey(child(care)))
                .findFirst();
        Optional<Care> left = were.values().stream()
                .filter(care -> !are.containsKey(child(care)))
                .findFirst();
        if (joined.isPresent()) {
            revise(increase(joined.get(), month));
        } else if (left.isPresent() && left.get().last().equals(before)) {
            LocalDate until = left.get().ward().until();
            revise(new Decision(REVISED, DECREASE, until, "", until, month, ""));
        } else if (left.isPresent() || months.paid(before) != months.paid(month)) {
            LocalDate march = before.atEndOfMonth();
            revise(new Decision(REVISED, AGE, march, "", march, month, ""));
        }
    }

    /** A child has come, or a grown child is counted again after a late claim. */
    private static Decision increase(Care care, YearMonth month) {
        if (care.from().equals(month)) {
            LocalDate since = care.ward().since();
            return new Decision(REVISED, INCREASE, since, Text.day(care.claimedOn()), care.knownOn(), month, "");
        }
        LocalDate claimed = month.minusMonths(1).atDay(20);
        return new Decision(REVISED, INCREASE, claimed, Text.day(claimed), month.atDay(1), month, "");
    }

    private Map<Integer, Care> counted(YearMonth month) {
        Map<Integer, Care> counted = new LinkedHashMap<>();
        months.at(month).forEach(child -> counted.put(child(child.care()), child.care()));
        return counted;
    }

    private static int child(Care care) {
        return care.ward().child().serial();
    }

    private void revise(Decision decision) {
        YearMonth before = decision.from().minusMonths(1);
        add(decision, months.amount(before), months.paid(before));
    }

    private void add(Decision decision, int beforeAmount, int beforeChildren) {
        add(
                decision,
                text(beforeAmount),
                text(months.amount(decision.from())),
                text(beforeChildren),
                text(months.paid(decision.from())));
    }

    private void add(
            Decision decision, String beforeAmount, String afterAmount, String beforeChildren, String afterChildren) {
        sets.add(
                LedgerLayouts.HISTORY,
                ledger.number(),
                text(++sequence),
                decision.kind(),
                decision.revision(),
                Text.day(decision.event()),
                decision.claimed(),
                Text.day(decision.decided()),
                Text.month(decision.from()),
                beforeAmount,
                afterAmount,
                beforeChildren,
                afterChildren,
                decision.reason());
    }

    private static String text(int number) {
        return Integer.toString(number);
    }
}
