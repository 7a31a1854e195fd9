// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.teate.cases.Care;
import org.teate.cases.CaseChild;
import org.teate.cases.EndReason;
import org.teate.cases.Entitlement;
import org.teate.kernel.MonthSpan;
import org.teate.rules.Act;
import org.teate.rules.AgeClass;
import org.teate.rules.Ages;
import org.teate.rules.Assessed;
import org.teate.rules.Child;
import org.teate.rules.ChildMonth;

/** The children of one ledger in stretches of months in which nothing changes for a child. */
final class ChildStretches {

    private final Entitlement entitlement;
    private final List<CaseChild> children;
    private final YearMonth first;
    private final YearMonth last;

    /** @param today the month up to which a ledger that has not ended is told */
    ChildStretches(Entitlement entitlement, List<CaseChild> children, YearMonth today) {
        this.entitlement = entitlement;
        this.children = children;
        this.first = RuleFacts.firstHeld(entitlement);
        this.last = entitlement.lastMonth().orElse(today);
    }

    /** Months of a child in which the same was found and the Act gives the same. */
    private record Stretch(Care care, ChildMonth what, YearMonth from, YearMonth to) {

        boolean goesOn(Care nextCare, ChildMonth next) {
            return to.plusMonths(1).equals(next.month())
                    && care.equals(nextCare)
                    && what.rank() == next.rank()
                    && what.ageClass() == next.ageClass()
                    && what.amount().equals(next.amount());
        }

        Stretch with(ChildMonth next) {
            return new Stretch(care, next, from, next.month());
        }
    }

    /**
     * Adds the rows of the set.
     *
     * @throws IllegalStateException if the ledger holds facts that cannot be
     */
    void addTo(List<List<String>> rows) {
        if (last.isBefore(first)) {
            return;
        }
        if (!(Act.enacted().assess(RuleFacts.of(entitlement, children), MonthSpan.of(first, last))
                instanceof Assessed assessed)) {
            throw new IllegalStateException("Ledger " + entitlement.ledger() + " holds facts that cannot be");
        }
        Map<String, List<ChildMonth>> months = new HashMap<>();
        for (ChildMonth month : assessed.childMonths()) {
            months.computeIfAbsent(month.child(), child -> new ArrayList<>()).add(month);
        }
        for (CaseChild child : children) {
            List<Stretch> stretches =
                    stretches(child, months.getOrDefault(child.number().value(), List.of()));
            for (int i = 0; i < stretches.size(); i++) {
                boolean goesOn = i + 1 < stretches.size()
                        && stretches
                                .get(i)
                                .to()
                                .plusMonths(1)
                                .equals(stretches.get(i + 1).from());
                rows.add(row(child, stretches.get(i), goesOn));
            }
        }
    }

    private static List<Stretch> stretches(CaseChild child, List<ChildMonth> months) {
        List<Stretch> stretches = new ArrayList<>(4);
        for (ChildMonth month : months) {
            Care care = careIn(child, month.month());
            int before = stretches.size() - 1;
            if (before >= 0 && stretches.get(before).goesOn(care, month)) {
                stretches.set(before, stretches.get(before).with(month));
            } else {
                stretches.add(new Stretch(care, month, month.month(), month.month()));
            }
        }
        return stretches;
    }

    private static Care careIn(CaseChild child, YearMonth month) {
        for (Care care : child.care()) {
            if (!month.isBefore(care.from())
                    && !care.to().filter(month::isAfter).isPresent()) {
                return care;
            }
        }
        throw new IllegalStateException("A child counts in a month without care");
    }

    private List<String> row(CaseChild child, Stretch stretch, boolean goesOn) {
        Care care = stretch.care();
        ChildMonth what = stretch.what();
        boolean open = stretch.to().equals(last)
                && entitlement.lastMonth().isEmpty()
                && !care.to().equals(Optional.of(last));
        return List.of(
                entitlement.ledger().value(),
                child.number().value(),
                child.born().format(DateTimeFormatter.BASIC_ISO_DATE),
                care.relation().code(),
                flag(care.livesTogether()),
                flag(care.custody()),
                care.livelihood().code(),
                String.valueOf(what.rank()),
                String.valueOf(what.ageClass().ordinal() + 1),
                flag(what.ageClass() == AgeClass.COLLEGE),
                Yyyymm.text(stretch.from()),
                open ? "" : Yyyymm.text(stretch.to()),
                open
                        ? ""
                        : endReason(child, stretch, goesOn).map(EndReason::code).orElse(""),
                String.valueOf(what.amount().amount()),
                care.facility(),
                String.valueOf(ChronoUnit.MONTHS.between(stretch.from(), stretch.to()) + 1));
    }

    /** @param goesOn whether another stretch of the child follows at once */
    private Optional<EndReason> endReason(CaseChild child, Stretch stretch, boolean goesOn) {
        Care care = stretch.care();
        if (care.to().equals(Optional.of(stretch.to())) && care.endReason().isPresent()) {
            return care.endReason();
        }
        if (stretch.to().equals(last) && entitlement.endReason().isPresent()) {
            return entitlement.endReason();
        }
        Ages ages = Act.enacted().at(stretch.to()).orElseThrow().ages();
        Child grown = RuleFacts.child(entitlement.kind(), child);
        boolean tooOld = stretch.to().equals(grown.schoolYearEnd(ages.child()))
                || stretch.to().equals(grown.schoolYearEnd(ages.counted()));
        return !goesOn && tooOld ? Optional.of(EndReason.AGE_REACHED) : Optional.empty();
    }

    private static String flag(boolean set) {
        return set ? "1" : "0";
    }
}
