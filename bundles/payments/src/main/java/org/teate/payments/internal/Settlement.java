// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.teate.cases.CaseFacts;
import org.teate.cases.CaseStatus;
import org.teate.cases.Entitlement;
import org.teate.cases.Hold;
import org.teate.cases.PaymentMethod;
import org.teate.kernel.MonthSpan;
import org.teate.payments.UnpaidReason;
import org.teate.rules.Act;
import org.teate.rules.Assessed;
import org.teate.rules.Assessment;
import org.teate.rules.Breakdown;
import org.teate.rules.ChildMonth;
import org.teate.rules.Finding;
import org.teate.rules.Impossible;
import org.teate.rules.Period;

/**
 * What one ledger is paid in a run, or why it is not.
 *
 * <p>Due is every month of entitlement, from the first that this system pays to the last month of the run, that no earlier
 * payment covers. Pure: the same
 * facts and payments settle the same way. Not thread-safe.
 */
final class Settlement {

    private static final Act ACT = Act.enacted();
    private static final int LONGEST_DETAIL = 500;

    private final Terms terms;
    private final CaseFacts facts;
    private final Entitlement entitlement;
    private final PastPayments.Known past;
    private final boolean inDoubt;
    private final List<NewUnpaid> unpaid = new ArrayList<>(1);

    /** @param inDoubt whether something that was paid before could not be taken over */
    Settlement(Terms terms, CaseFacts facts, PastPayments.Known past, boolean inDoubt) {
        this.terms = terms;
        this.facts = facts;
        this.entitlement = facts.entitlement();
        this.past = past;
        this.inDoubt = inDoubt;
    }

    /**
     * Settles.
     *
     * @param target where to send money, if there is an account
     * @param deduction what is to be withheld, not negative
     */
    Settled settle(Optional<Target> target, long deduction) {
        List<Integer> open = openMonths();
        if (open.isEmpty()) {
            return new Settled(Optional.empty(), List.of(), unpaid);
        }
        MonthSpan span = MonthSpan.of(MonthIndex.month(open.get(0)), MonthIndex.month(open.get(open.size() - 1)));
        Assessment assessment = ACT.assess(facts.facts(), span);
        if (assessment instanceof Impossible impossible) {
            leaveUnpaid(span, 0, UnpaidReason.FACTS_REFUSED, sentences(impossible));
            return new Settled(Optional.empty(), List.of(), unpaid);
        }
        List<ChildMonth> payable = new ArrayList<>();
        List<ChildMonth> held = new ArrayList<>();
        for (ChildMonth row : ((Assessed) assessment).childMonths()) {
            if (open.size() == span.length() || open.contains(MonthIndex.of(row.month()))) {
                (isHeld(row.month()) ? held : payable).add(row);
            }
        }
        if (total(held) > 0) {
            leaveUnpaid(spanOf(held), total(held), UnpaidReason.ON_HOLD, reasonOfHold());
        }
        return new Settled(total(payable) > 0 ? pay(payable, target, deduction) : Optional.empty(), payable, unpaid);
    }

    private Optional<NewPayment> pay(List<ChildMonth> rows, Optional<Target> target, long deduction) {
        Optional<Target.Obstacle> obstacle = obstacle(target, total(rows), deduction);
        if (obstacle.isPresent()) {
            Target.Obstacle found = obstacle.get();
            leaveUnpaid(spanOf(rows), total(rows), found.reason(), found.detail());
            return Optional.empty();
        }
        long planned = 0;
        for (ChildMonth row : rows) {
            planned += row.month().isBefore(terms.months().first())
                    ? 0
                    : row.amount().amount();
        }
        int account = target.orElseThrow().sequence();
        return Optional.of(new NewPayment(
                entitlement.ledger().value(),
                entitlement.recipient().value(),
                nextSequence(),
                spanOf(rows),
                account,
                newness(account),
                planned,
                total(rows) - planned,
                deduction,
                Breakdown.write(rows)));
    }

    private Optional<Target.Obstacle> obstacle(Optional<Target> target, long due, long deduction) {
        if (inDoubt) {
            return Optional.of(new Target.Obstacle(
                    UnpaidReason.PAST_IN_DOUBT, "支払履歴（M11）に取り込めなかったレコードがあり、前の支払を確かめられません。正しいレコードを取り込むと支払います。"));
        }
        if (entitlement.paymentMethod() == PaymentMethod.STOPPED) {
            return Optional.of(new Target.Obstacle(UnpaidReason.ON_HOLD, "支払方法：" + PaymentMethod.STOPPED.label()));
        }
        if (entitlement.paymentMethod() != PaymentMethod.TRANSFER) {
            String method = entitlement.paymentMethod().label();
            return Optional.of(new Target.Obstacle(UnpaidReason.NOT_BY_TRANSFER, "支払方法：" + method));
        }
        if (target.isEmpty()) {
            return Optional.of(new Target.Obstacle(UnpaidReason.NO_ACCOUNT, "使用中の口座がありません。"));
        }
        Optional<Target.Obstacle> unreachable = target.get().obstacle(terms.master());
        if (unreachable.isEmpty() && deduction >= due) {
            return Optional.of(new Target.Obstacle(UnpaidReason.NOTHING_LEFT, "徴収額が支払額に達しています。"));
        }
        return unreachable;
    }

    /** The months that are due and not covered, as {@link MonthIndex}, ascending. */
    private List<Integer> openMonths() {
        int from = Integer.MAX_VALUE;
        int to = Integer.MIN_VALUE;
        for (Period period : facts.facts().entitled()) {
            from = Math.min(from, MonthIndex.of(period.first()));
            to = Math.max(to, MonthIndex.of(period.last()));
        }
        from = Math.max(from, terms.horizon());
        to = Math.min(to, MonthIndex.of(terms.months().last()));
        if (!past.whole()) {
            for (PastPayment payment : past.payments()) {
                from = payment.settling() ? Math.max(from, payment.last() + 1) : from;
            }
        }
        List<Integer> open = new ArrayList<>(2);
        for (int month = from; month <= to; month++) {
            if (!isCovered(month)) {
                open.add(month);
            }
        }
        return open;
    }

    private boolean isCovered(int month) {
        for (PastPayment payment : past.payments()) {
            if (payment.covers(month)) {
                return true;
            }
        }
        return false;
    }

    private boolean isHeld(YearMonth month) {
        return entitlement.isHeld(month)
                || entitlement.status() == CaseStatus.WITHHELD && entitlement.hold() == Hold.NONE;
    }

    private String reasonOfHold() {
        return entitlement.hold() == Hold.NONE
                ? "資格状態：" + entitlement.status().label()
                : "支払保留区分：" + entitlement.hold().label();
    }

    private int nextSequence() {
        String period = Columns.month(terms.paymentMonth());
        int highest = 0;
        for (PastPayment payment : past.payments()) {
            highest = payment.paymentMonth().equals(period) ? Math.max(highest, payment.sequence()) : highest;
        }
        return highest + 1;
    }

    /** 1 if nothing was ever paid, 2 if the latest payment went to another account, else 0（新規コード）. */
    private char newness(int account) {
        PastPayment latest = null;
        for (PastPayment payment : past.payments()) {
            if (payment.settling() && (latest == null || payment.last() > latest.last())) {
                latest = payment;
            }
        }
        if (latest == null) {
            return '1';
        }
        return latest.account() == account ? '0' : '2';
    }

    private void leaveUnpaid(MonthSpan months, long amount, UnpaidReason reason, String detail) {
        String shown = detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail;
        unpaid.add(new NewUnpaid(
                entitlement.ledger().value(), entitlement.recipient().value(), months, amount, reason, shown));
    }

    private static String sentences(Impossible impossible) {
        return impossible.findings().stream().map(Finding::message).collect(Collectors.joining());
    }

    private static long total(List<ChildMonth> rows) {
        long total = 0;
        for (ChildMonth row : rows) {
            total += row.amount().amount();
        }
        return total;
    }

    private static MonthSpan spanOf(List<ChildMonth> rows) {
        return MonthSpan.of(rows.get(0).month(), rows.get(rows.size() - 1).month());
    }

    /**
     * What came of it: a payment, entries for the unpaid list, both, or neither if nothing is due.
     *
     * @param rows what the payment is made of
     */
    record Settled(Optional<NewPayment> payment, List<ChildMonth> rows, List<NewUnpaid> unpaid) {}

    /**
     * A payment to be entered.
     *
     * @param planned for the months that fall due in the run
     * @param arrears for the months before them
     * @param breakdown what it is made of, as {@link Breakdown} writes it
     */
    record NewPayment(
            String ledger,
            String recipient,
            int sequence,
            MonthSpan months,
            int account,
            char newness,
            long planned,
            long arrears,
            long deducted,
            String breakdown) {

        long amount() {
            return planned + arrears - deducted;
        }
    }

    /** An entry of the unpaid list to be made. */
    record NewUnpaid(
            String ledger, String recipient, MonthSpan months, long amount, UnpaidReason reason, String detail) {}
}
