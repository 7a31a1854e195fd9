// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.teate.counterparts.town.Claim;
import org.teate.counterparts.town.Dice;
import org.teate.counterparts.town.Plan;
import org.teate.counterparts.town.SchoolYear;
import org.teate.counterparts.town.Ward;
import org.teate.counterparts.welfare.current.Ledger.Opening;

/** Opens ledgers as the old office did: claims, the fifteen days, decisions, the reform of October 2024. */
final class LedgerOffice {

    private static final LocalDate REFORM_DAY = LocalDate.of(2024, 10, 1);
    private static final LocalDate REFORM_CLAIMS_FROM = LocalDate.of(2024, 9, 2);
    private static final LocalDate REFORM_CLAIMS_TO = LocalDate.of(2025, 3, 31);

    private final Plan plan;
    private final YearMonth today;

    LedgerOffice(Plan plan) {
        this.plan = plan;
        this.today = YearMonth.from(plan.date());
    }

    Ledger open(Claim claim, int serial, Dice dice) {
        Request first = firstRequest(claim, dice);
        List<Care> cares = new ArrayList<>();
        for (Ward ward : claim.wards()) {
            care(ward, first, dice).filter(care -> !care.from().isAfter(today)).ifPresent(cares::add);
        }
        Ledger open = new Ledger(
                serial, claim, first.opening(), first.start(), Ledger.OPEN, LocalDate.MAX, "", cares, Situation.NORMAL);
        return ended(open, settled(open));
    }

    /** A claim as it was made. */
    private record Request(Opening opening, YearMonth start) {}

    private Request firstRequest(Claim claim, Dice dice) {
        LocalDate event = claim.wards().stream()
                .filter(ward -> isUnder(15, ward))
                .map(Ward::since)
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MAX);
        boolean newWithReform = claim.wards().stream().noneMatch(LedgerOffice::isPaidBeforeReform) || dice.chance(0.03);
        LocalDate anyEvent = claim.wards().stream()
                .map(Ward::since)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        if (newWithReform && anyEvent.isBefore(REFORM_DAY.minusMonths(1))) {
            LocalDate claimed = dice.day(REFORM_CLAIMS_FROM, REFORM_CLAIMS_TO);
            LocalDate notBefore = claimed.isBefore(REFORM_DAY) ? REFORM_DAY : claimed;
            return new Request(opening(REFORM_DAY, claimed, decided(notBefore, false, dice)), Act.REFORM);
        }
        return request(event.equals(LocalDate.MAX) ? anyEvent : event, dice);
    }

    /** Whether somebody was below the limit of the old law when care began, so that the ledger could be opened. */
    private static boolean isUnder(int age, Ward ward) {
        YearMonth since = YearMonth.from(ward.since());
        int limit = since.isBefore(Act.REFORM.minusMonths(1)) ? age : 18;
        return since.isBefore(SchoolYear.lastMonth(ward.child().birth(), limit));
    }

    private static boolean isPaidBeforeReform(Ward ward) {
        YearMonth last = Act.REFORM.minusMonths(1);
        return YearMonth.from(ward.since()).isBefore(last)
                && !SchoolYear.lastMonth(ward.child().birth(), 15).isBefore(last);
    }

    /** A claim for something that happened on a day: mostly within the fifteen days (法第8条第2項・第3項). */
    private Request request(LocalDate event, Dice dice) {
        boolean old = event.isBefore(plan.date().minusDays(200));
        boolean late = old && dice.chance(0.03);
        boolean slow = old && dice.chance(0.02);
        LocalDate claimed = event.plusDays(late ? dice.between(20, 75) : dice.between(0, 14));
        LocalDate received =
                claimed.isBefore(plan.date()) ? claimed : plan.date().minusDays(1);
        YearMonth start = YearMonth.from(late ? received : event).plusMonths(1);
        return new Request(opening(event, received, decided(received, slow, dice)), start);
    }

    private static Opening opening(LocalDate event, LocalDate claimed, LocalDate decided) {
        LocalDate confirmed = claimed.plusDays(3);
        return new Opening(event, claimed, confirmed.isAfter(decided) ? decided : confirmed, decided);
    }

    private LocalDate decided(LocalDate claimed, boolean slow, Dice dice) {
        LocalDate decided = claimed.plusDays(slow ? dice.between(60, 90) : dice.between(5, 20));
        return decided.isBefore(plan.date()) ? decided : plan.date().minusDays(1);
    }

    private Optional<Care> care(Ward ward, Request first, Dice dice) {
        LocalDate firstEvent = first.opening().eventDate();
        boolean atFirst = !ward.since().isAfter(firstEvent)
                || YearMonth.from(ward.since()).equals(YearMonth.from(firstEvent));
        Request request = atFirst ? first : request(ward.since(), dice);
        YearMonth from = request.start().isBefore(first.start()) ? first.start() : request.start();
        LocalDate decided = request.opening().decidedOn();
        LocalDate opened = first.opening().decidedOn();
        YearMonth last = ward.until().equals(LocalDate.MAX) ? Ledger.OPEN : YearMonth.from(ward.until());
        YearMonth april = SchoolYear.lastMonth(ward.child().birth(), 18).plusMonths(1);
        YearMonth counted = ward.counted() ? april.plusMonths(dice.chance(0.1) ? 1 : 0) : Ledger.OPEN;
        Care care = new Care(
                ward, from, last, counted, request.opening().claimedOn(), decided.isBefore(opened) ? opened : decided);
        return last.isBefore(from) ? Optional.empty() : Optional.of(care);
    }

    /** What ends the ledger: an event, or the last child's age; {@link Ledger#OPEN} if nothing does. */
    private YearMonth settled(Ledger ledger) {
        if (!ledger.claim().endedOn().equals(LocalDate.MAX)) {
            return YearMonth.from(ledger.claim().endedOn());
        }
        YearMonth month = today;
        while (ledger.month(month).isEmpty() && month.isAfter(ledger.start())) {
            month = month.minusMonths(1);
        }
        return month.equals(today) ? Ledger.OPEN : month;
    }

    private Ledger ended(Ledger ledger, YearMonth end) {
        boolean byEvent = !ledger.claim().endedOn().equals(LocalDate.MAX);
        boolean open = end.equals(Ledger.OPEN);
        return new Ledger(
                ledger.serial(),
                ledger.claim(),
                ledger.opening(),
                ledger.start(),
                end,
                open ? LocalDate.MAX : byEvent ? ledger.claim().endedOn() : end.atEndOfMonth(),
                open ? "" : byEvent ? ledger.claim().endReason() : "S03",
                ledger.cares(),
                open && ledger.start().isBefore(today.minusMonths(12))
                        ? Situation.of(ledger.serial())
                        : Situation.NORMAL);
    }
}
