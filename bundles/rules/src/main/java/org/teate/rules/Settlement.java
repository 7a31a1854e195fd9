// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.teate.kernel.LegalBasis;
import org.teate.kernel.Yen;

/**
 * An overpayment taken as paid in advance of later payments to the same recipient（内払, 第13条）.
 *
 * <p>Immutable and thread-safe.
 *
 * @param payments what becomes of each later payment, in order
 * @param toRefund what is left and has to be paid back（返納）
 */
public record Settlement(List<Payment> payments, Yen toRefund) {

    /** The provision that allows it. */
    public static final LegalBasis BASIS = new LegalBasis("児童手当法第13条");

    public Settlement {
        payments = List.copyOf(payments);
    }

    /**
     * A later payment.
     *
     * @param month the payment month
     * @param due what is due in it
     * @param setOff what of that was paid in advance
     */
    public record Payment(YearMonth month, Yen due, Yen setOff) {

        public Yen toPay() {
            return due.minus(setOff);
        }
    }

    /**
     * Sets an overpayment off against later payments, the earliest first.
     *
     * @param overpaid the overpayment, not negative
     * @param due what is due by payment month to the same recipient
     * @param atMost what may be set off in one payment, so that the recipient keeps something
     * @throws IllegalArgumentException if an amount is negative
     */
    public static Settlement of(Yen overpaid, SortedMap<YearMonth, Yen> due, Yen atMost) {
        if (overpaid.isNegative()
                || atMost.isNegative()
                || due.values().stream().anyMatch(Yen::isNegative)) {
            throw new IllegalArgumentException("Amounts to set off cannot be negative");
        }
        Yen left = overpaid;
        List<Payment> payments = new ArrayList<>();
        for (YearMonth month : due.keySet()) {
            Yen setOff = smallest(left, due.get(month), atMost);
            payments.add(new Payment(month, due.get(month), setOff));
            left = left.minus(setOff);
        }
        return new Settlement(payments, left);
    }

    private static Yen smallest(Yen a, Yen b, Yen c) {
        return Yen.of(Math.min(a.amount(), Math.min(b.amount(), c.amount())));
    }
}
