// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.teate.counterparts.town.Text;
import org.teate.counterparts.town.Ward;

/** M07: the stretches of months of each child. Not thread-safe. */
final class ChildSets {

    private final Rows sets;

    ChildSets(Rows sets) {
        this.sets = sets;
    }

    void add(Ledger ledger, MonthTable months) {
        for (List<Stretch> child : stretches(months)) {
            child.forEach(stretch -> addStretch(ledger, stretch, months.last()));
        }
    }

    /** Months in a row in which the same holds for a child. */
    private record Stretch(ChildMonth what, YearMonth from, YearMonth to) {

        boolean goesOnWith(ChildMonth next, YearMonth month) {
            return to.plusMonths(1).equals(month)
                    && what.rank() == next.rank()
                    && what.ageClass() == next.ageClass()
                    && what.amount() == next.amount();
        }
    }

    /** By child, in the order of their numbers. */
    private static Collection<List<Stretch>> stretches(MonthTable months) {
        Map<Integer, List<Stretch>> byChild = new TreeMap<>();
        for (YearMonth month = months.first(); !month.isAfter(months.last()); month = month.plusMonths(1)) {
            for (ChildMonth what : months.at(month)) {
                int child = what.care().ward().child().serial();
                List<Stretch> stretches = byChild.computeIfAbsent(child, key -> new ArrayList<>());
                int last = stretches.size() - 1;
                if (last >= 0 && stretches.get(last).goesOnWith(what, month)) {
                    stretches.set(last, new Stretch(what, stretches.get(last).from(), month));
                } else {
                    stretches.add(new Stretch(what, month, month));
                }
            }
        }
        return byChild.values();
    }

    private void addStretch(Ledger ledger, Stretch stretch, YearMonth last) {
        ChildMonth what = stretch.what();
        Ward ward = what.care().ward();
        boolean onlyCounted = what.ageClass() == Act.ONLY_COUNTED;
        boolean open = stretch.to().equals(last)
                && !ledger.hasEnded()
                && !stretch.to().equals(what.care().last());
        sets.add(
                LedgerLayouts.CHILD,
                ledger.number(),
                ward.child().number(),
                Text.day(ward.child().birth()),
                ward.relation(),
                Text.flag(ward.together()),
                "1",
                onlyCounted ? "3" : ward.relation().equals("5") ? "2" : "1",
                Integer.toString(what.rank()),
                Integer.toString(what.ageClass()),
                Text.flag(onlyCounted),
                Text.month(stretch.from()),
                open ? "" : Text.month(stretch.to()),
                open ? "" : endReason(ledger, stretch),
                Integer.toString(what.amount()),
                "",
                Long.toString(ChronoUnit.MONTHS.between(stretch.from(), stretch.to()) + 1));
    }

    private static String endReason(Ledger ledger, Stretch stretch) {
        Care care = stretch.what().care();
        if (stretch.to().equals(care.last())) {
            return care.ward().endReason();
        }
        if (stretch.to().equals(ledger.end())) {
            return ledger.endReason();
        }
        return care.counts(stretch.to().plusMonths(1)) ? "" : "S03";
    }
}
