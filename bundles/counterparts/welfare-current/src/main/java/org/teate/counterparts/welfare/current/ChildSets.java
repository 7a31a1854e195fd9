// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.teate.counterparts.town.Text;
import org.teate.counterparts.town.Ward;

/** What the months give: M06 and M07. Not thread-safe. */
final class ChildSets {

    private final LedgerSets sets;
    private final YearMonth today;

    ChildSets(LedgerSets sets, LocalDate date) {
        this.sets = sets;
        this.today = YearMonth.from(date);
    }

    /**
     * Adds children and history.
     *
     * @param withheldFrom the month of which a withholding is noted, if the ledger is withheld
     */
    void add(Ledger ledger, YearMonth withheldFrom) {
        YearMonth last = ledger.hasEnded() ? ledger.end() : today;
        ledger.cares().stream()
                .flatMap(care -> stretches(ledger, care, last).stream())
                .sorted()
                .forEach(stretch -> addStretch(ledger, stretch, last));
        new History(ledger, last, withheldFrom).add();
    }

    /** Months in a row in which the same holds for a child. */
    private record Stretch(ChildMonth what, YearMonth from, YearMonth to) implements Comparable<Stretch> {

        boolean goesOnWith(ChildMonth next) {
            return what.rank() == next.rank() && what.ageClass() == next.ageClass() && what.amount() == next.amount();
        }

        @Override
        public int compareTo(Stretch other) {
            int child = Integer.compare(
                    what.care().ward().child().serial(),
                    other.what.care().ward().child().serial());
            return child != 0 ? child : from.compareTo(other.from);
        }
    }

    private static List<Stretch> stretches(Ledger ledger, Care care, YearMonth last) {
        List<Stretch> stretches = new ArrayList<>();
        for (YearMonth month = ledger.firstShown(); !month.isAfter(last); month = month.plusMonths(1)) {
            Optional<ChildMonth> found = ledger.month(month).stream()
                    .filter(child -> child.care() == care)
                    .findFirst();
            if (found.isEmpty()) {
                continue;
            }
            ChildMonth what = found.get();
            int index = stretches.size() - 1;
            boolean goesOn = index >= 0
                    && stretches.get(index).to().plusMonths(1).equals(month)
                    && stretches.get(index).goesOnWith(what);
            if (goesOn) {
                stretches.set(index, new Stretch(what, stretches.get(index).from(), month));
            } else {
                stretches.add(new Stretch(what, month, month));
            }
        }
        return stretches;
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

    /** The decisions of one ledger, in their order. */
    private final class History {

        private final Ledger ledger;
        private final YearMonth last;
        private final YearMonth withheldFrom;
        private int sequence;

        History(Ledger ledger, YearMonth last, YearMonth withheldFrom) {
            this.ledger = ledger;
            this.last = last;
            this.withheldFrom = withheldFrom;
        }

        void add() {
            certified();
            for (YearMonth month = ledger.firstShown().plusMonths(1);
                    !month.isAfter(last);
                    month = month.plusMonths(1)) {
                revised(month);
                if (ledger.situation() == Situation.REPORT_MISSING && month.equals(withheldFrom)) {
                    LocalDate day = month.atDay(1);
                    event("4", "", day, "", day, month, amount(month), amount(month), paid(month), paid(month), "");
                }
            }
            if (ledger.hasEnded()) {
                YearMonth end = ledger.end();
                LocalDate day = ledger.endedOn();
                event("3", "", day, "", day, end.plusMonths(1), amount(end), "0", paid(end), "0", ledger.endReason());
            }
        }

        private void certified() {
            Ledger.Opening opening = ledger.opening();
            boolean old = ledger.start().isBefore(Act.REFORM);
            YearMonth first = ledger.firstShown();
            event(
                    "1",
                    "",
                    opening.eventDate(),
                    Text.day(opening.claimedOn()),
                    opening.decidedOn(),
                    ledger.start(),
                    old ? "" : "0",
                    old ? "" : amount(first),
                    old ? "" : "0",
                    old ? "" : paid(first),
                    "");
            if (old) {
                LocalDate reform = Act.REFORM.atDay(1);
                event("2", "6", reform, "", reform, first, "", amount(first), "", paid(first), "");
            }
        }

        private void revised(YearMonth month) {
            YearMonth before = month.minusMonths(1);
            Set<Care> were = counted(before);
            Set<Care> are = counted(month);
            Optional<Care> joined =
                    are.stream().filter(care -> !were.contains(care)).findFirst();
            Optional<Care> left =
                    were.stream().filter(care -> !are.contains(care)).findFirst();
            if (joined.isPresent()) {
                Care care = joined.get();
                LocalDate event = care.from().equals(month) ? care.ward().since() : month.atDay(1);
                LocalDate claimed = care.from().equals(month)
                        ? care.claimedOn()
                        : month.minusMonths(1).atDay(20);
                LocalDate decided = care.from().equals(month) ? care.knownOn() : month.atDay(1);
                revision("1", event, Text.day(claimed), decided, month);
            } else if (left.isPresent() && left.get().last().equals(before)) {
                revision("2", left.get().ward().until(), "", left.get().ward().until(), month);
            } else if (left.isPresent() || !paid(before).equals(paid(month))) {
                revision("5", before.atEndOfMonth(), "", before.atEndOfMonth(), month);
            }
        }

        private void revision(String kind, LocalDate event, String claimed, LocalDate decided, YearMonth month) {
            YearMonth before = month.minusMonths(1);
            event(
                    "2",
                    kind,
                    event,
                    claimed,
                    decided,
                    month,
                    amount(before),
                    amount(month),
                    paid(before),
                    paid(month),
                    "");
        }

        private Set<Care> counted(YearMonth month) {
            return ledger.month(month).stream().map(ChildMonth::care).collect(Collectors.toSet());
        }

        private String amount(YearMonth month) {
            return Integer.toString(ledger.amount(month));
        }

        private String paid(YearMonth month) {
            return Long.toString(
                    ledger.month(month).stream().filter(ChildMonth::isPaid).count());
        }

        private void event(
                String kind,
                String revision,
                LocalDate eventDate,
                String claimed,
                LocalDate decided,
                YearMonth from,
                String beforeAmount,
                String afterAmount,
                String beforeChildren,
                String afterChildren,
                String reason) {
            sets.add(
                    LedgerLayouts.HISTORY,
                    ledger.number(),
                    Integer.toString(++sequence),
                    kind,
                    revision,
                    Text.day(eventDate),
                    claimed,
                    Text.day(decided),
                    Text.month(from),
                    beforeAmount,
                    afterAmount,
                    beforeChildren,
                    afterChildren,
                    reason);
        }
    }
}
