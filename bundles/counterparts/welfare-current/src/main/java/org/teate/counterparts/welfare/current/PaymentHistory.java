// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the old system has paid on a ledger, month by month right under the Act, late decisions and failures included. */
final class PaymentHistory {

    /** So many days before the pay day the list is closed; what is decided later is paid later. */
    private static final int CLOSING_DAYS = 5;

    private static final int CORRECTION_DAY = 10;
    private static final int LUNCH = 4_500;

    private final LocalDate date;
    private final List<YearMonth> periods;
    private final YearMonth withheldFrom;

    /**
     * @param periods regular payment months, the oldest first
     * @param withheldFrom first month that a missing report withholds
     */
    PaymentHistory(LocalDate date, List<YearMonth> periods, YearMonth withheldFrom) {
        this.date = date;
        this.periods = periods;
        this.withheldFrom = withheldFrom;
    }

    /** Months that a decision came too late for. */
    private record Missed(YearMonth from, YearMonth to, int amount, LocalDate day) {

        Missed and(Missed other) {
            return new Missed(
                    from.isBefore(other.from) ? from : other.from,
                    to.isAfter(other.to) ? to : other.to,
                    amount + other.amount,
                    day);
        }
    }

    /** The payments, the oldest first. */
    List<Payment> of(Ledger ledger) {
        List<Payment> payments = new ArrayList<>();
        Map<YearMonth, Missed> missed = new TreeMap<>();
        for (YearMonth period : periods) {
            LocalDate day = Calendar.payDay(period);
            LocalDate closed = day.minusDays(CLOSING_DAYS);
            int planned = 0;
            YearMonth from = period;
            YearMonth to = period;
            for (YearMonth month = period.minusMonths(2); month.isBefore(period); month = month.plusMonths(1)) {
                int known = ledger.amount(month, closed);
                int late = ledger.amount(month) - known;
                if (known > 0) {
                    from = planned == 0 ? month : from;
                    to = month;
                    planned += known;
                }
                if (late > 0) {
                    LocalDate paidOn = correctionDay(ledger, month, closed);
                    missed.merge(YearMonth.from(paidOn), new Missed(month, month, late, paidOn), Missed::and);
                }
            }
            if (planned > 0) {
                addRegular(payments, ledger, new Payment(period, 1, from, to, 0, planned, 0, 0, day, Payment.PAID));
            }
        }
        missed.forEach((month, what) -> {
            if (what.day().isBefore(date)) {
                int account = account(ledger, what.day());
                payments.add(new Payment(
                        month, 3, what.from(), what.to(), account, 0, what.amount(), 0, what.day(), Payment.PAID));
            }
        });
        Collections.sort(payments);
        return payments;
    }

    /** The month after the decision that first knew the child (随時払). */
    private static LocalDate correctionDay(Ledger ledger, YearMonth month, LocalDate closed) {
        LocalDate known = ledger.month(month).stream()
                .map(child -> child.care().knownOn())
                .filter(day -> day.isAfter(closed))
                .max(LocalDate::compareTo)
                .orElseThrow();
        return Calendar.notOnWeekend(YearMonth.from(known).plusMonths(1).atDay(CORRECTION_DAY));
    }

    private void addRegular(List<Payment> payments, Ledger ledger, Payment due) {
        Payment regular = with(due, account(ledger, due.day()), deducted(ledger, due), status(ledger, due));
        payments.add(regular);
        if (ledger.situation() == Situation.PAID_AGAIN && regular.status().equals(Payment.CAME_BACK)) {
            LocalDate again = Calendar.notOnWeekend(due.day().plusDays(16));
            payments.add(
                    new Payment(due.period(), 2, due.from(), due.to(), 1, due.planned(), 0, 0, again, Payment.PAID));
        }
    }

    private static Payment with(Payment due, int account, int deducted, String status) {
        return new Payment(
                due.period(),
                due.sequence(),
                due.from(),
                due.to(),
                account,
                due.planned(),
                due.adjustment(),
                deducted,
                due.day(),
                status);
    }

    private String status(Ledger ledger, Payment due) {
        return switch (ledger.situation()) {
            case REPORT_MISSING -> due.from().isBefore(withheldFrom) ? Payment.PAID : Payment.WITHHELD;
            case TRANSFER_FAILED -> due.period().equals(lastPeriod()) ? Payment.CAME_BACK : Payment.PAID;
            case PAID_AGAIN -> due.period().equals(lastPeriod().minusMonths(2)) ? Payment.CAME_BACK : Payment.PAID;
            default -> Payment.PAID;
        };
    }

    /** Two months of school lunches, once somebody goes to school. */
    private static int deducted(Ledger ledger, Payment due) {
        boolean asked = ledger.situation() == Situation.DEDUCTED
                && lunchChild(ledger, due.to()).isPresent();
        return asked ? Math.min(2 * LUNCH, due.planned()) : 0;
    }

    /** The eldest child at school in a month. */
    static Optional<Care> lunchChild(Ledger ledger, YearMonth month) {
        return ledger.month(month).stream()
                .filter(child -> child.ageClass() == Act.PRIMARY || child.ageClass() == Act.JUNIOR_HIGH)
                .map(ChildMonth::care)
                .findFirst();
    }

    private YearMonth lastPeriod() {
        return periods.get(periods.size() - 1);
    }

    /** Which account was in use on a day. */
    private int account(Ledger ledger, LocalDate day) {
        return switch (ledger.situation()) {
            case NO_ACCOUNT -> Payment.COUNTER;
            case ACCOUNT_CHANGED, PAID_AGAIN -> day.isBefore(secondAccountFrom()) ? 0 : 1;
            default -> 0;
        };
    }

    /** The day from which a second account of a ledger is in use. */
    LocalDate secondAccountFrom() {
        YearMonth period = periods.isEmpty()
                ? YearMonth.from(date).minusMonths(3)
                : lastPeriod().minusMonths(2);
        return Calendar.payDay(period).plusDays(10);
    }
}
