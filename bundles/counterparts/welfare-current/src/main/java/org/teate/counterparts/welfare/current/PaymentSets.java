// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.teate.counterparts.town.Banks;
import org.teate.counterparts.town.Dice;
import org.teate.counterparts.town.Person;
import org.teate.counterparts.town.Text;

/** Money: M10 to M12. Not thread-safe. */
final class PaymentSets {

    private static final String IN_USE = "1";
    private static final String DEFECTIVE = "2";
    private static final String REPLACED = "9";

    private final Rows sets;
    private final LocalDate date;
    private final PaymentHistory history;
    private final Banks banks = new Banks();

    PaymentSets(Rows sets, LocalDate date, PaymentHistory history) {
        this.sets = sets;
        this.date = date;
        this.history = history;
    }

    void add(Ledger ledger, Dice dice) {
        List<Account> accounts = accounts(ledger, dice);
        for (int i = 0; i < accounts.size(); i++) {
            addAccount(ledger, accounts, i, dice.chance(0.12) ? "2" : "1");
        }
        for (Payment payment : history.of(ledger)) {
            addPayment(ledger, accounts, payment);
            if (payment.deducted() > 0) {
                addDeduction(ledger, payment);
            }
        }
    }

    private List<Account> accounts(Ledger ledger, Dice dice) {
        Person holder = ledger.claim().recipient();
        Situation situation = ledger.situation();
        List<Account> accounts = new ArrayList<>();
        if (situation == Situation.NO_ACCOUNT) {
            return accounts;
        }
        LocalDate claimed = ledger.opening().claimedOn();
        accounts.add(Account.open(banks.any(dice), holder, ledger.serial(), 0, claimed, dice));
        if (situation == Situation.ACCOUNT_CHANGED || situation == Situation.PAID_AGAIN) {
            LocalDate since = history.secondAccountFrom();
            accounts.add(Account.open(banks.any(dice), holder, ledger.serial(), 1, since, dice));
        }
        if (situation == Situation.ACCOUNT_DEFECTIVE) {
            LocalDate since = date.minusDays(20);
            accounts.add(Account.open(banks.any(dice), holder, ledger.serial(), 1, since, dice));
        }
        return accounts;
    }

    private void addAccount(Ledger ledger, List<Account> accounts, int index, String source) {
        Account account = accounts.get(index);
        boolean last = index == accounts.size() - 1;
        boolean closed = last && ledger.situation() == Situation.ACCOUNT_CLOSED;
        LocalDate to = closed
                ? YearMonth.from(date).minusMonths(1).atEndOfMonth()
                : last ? date : accounts.get(index + 1).from().minusDays(1);
        boolean over = closed || !last;
        boolean defective = last
                && (ledger.situation() == Situation.TRANSFER_FAILED
                        || ledger.situation() == Situation.ACCOUNT_DEFECTIVE);
        LocalDate verified = account.from().plusDays(30);
        sets.add(
                LedgerLayouts.ACCOUNT,
                ledger.number(),
                Integer.toString(index + 1),
                account.branch().bank(),
                account.branch().code(),
                account.type(),
                account.number(),
                account.symbol(),
                account.symbolNumber(),
                account.holderKana(),
                account.holderKanji(),
                Text.day(account.from()),
                over ? Text.day(to) : "",
                source,
                over ? REPLACED : defective ? DEFECTIVE : IN_USE,
                verified.isBefore(date) && !defective ? Text.day(verified) : "");
    }

    private void addPayment(Ledger ledger, List<Account> accounts, Payment payment) {
        boolean counter = payment.account() == Payment.COUNTER;
        String[] to = {"", "", "", "", "", ""};
        if (!counter) {
            Account account = accounts.get(payment.account());
            to = new String[] {
                account.branch().bank(),
                account.branch().code(),
                account.type(),
                account.number(),
                account.holderKana(),
                account.holderKanji()
            };
        }
        sets.add(
                LedgerLayouts.PAYMENT,
                ledger.number(),
                Text.month(payment.period()),
                Integer.toString(payment.sequence()),
                Text.month(payment.from()),
                Text.month(payment.to()),
                counter ? "2" : "1",
                to[0],
                to[1],
                to[2],
                to[3],
                to[4],
                to[5],
                Integer.toString(payment.planned()),
                Integer.toString(payment.adjustment()),
                Integer.toString(payment.paid()),
                Text.day(payment.day()),
                payment.isPaid() ? Text.day(payment.day()) : "",
                payment.status());
    }

    private void addDeduction(Ledger ledger, Payment payment) {
        YearMonth period = payment.period();
        LocalDate applied = period.minusMonths(2).atDay(20);
        int fiscalYear = period.getMonthValue() >= 4 ? period.getYear() : period.getYear() - 1;
        sets.add(
                LedgerLayouts.DEDUCTION,
                ledger.number(),
                ledger.certificate(),
                Text.day(payment.day().minusDays(14)),
                Text.day(applied),
                PaymentHistory.lunchChild(ledger, payment.to())
                        .orElseThrow()
                        .ward()
                        .child()
                        .number(),
                "03",
                Text.day(applied.plusDays(7)),
                "",
                Text.month(period),
                "1",
                "50",
                Integer.toString(fiscalYear),
                Integer.toString(payment.deducted()),
                Text.digits(payment.to().getMonthValue(), 2),
                Text.day(applied),
                "",
                "");
    }
}
