// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.util.Set;

/**
 * A ledger as this system has booked it (W1).
 *
 * @param status 30 paid, 35 withheld, 50 ended
 * @param lastMonth empty while it has not ended
 * @param reason why it has ended, or why money is withheld or kept back, else empty
 * @param paidUpTo empty if no payment is known
 * @param lastDecision empty if it was told none
 */
public record Holding(
        String ledger,
        String recipient,
        String status,
        String firstMonth,
        String lastMonth,
        String reason,
        long monthly,
        int children,
        String paidUpTo,
        String lastDecision) {

    static final String PAID = "30";
    static final String WITHHELD = "35";
    static final String ENDED = "50";

    /** The report and documents that are owed. */
    private static final Set<String> WITHHOLDING = Set.of("01", "04");

    /** A ledger of which no more is known than whose it is and a month in which it was. */
    static Holding opened(String ledger, String recipient, String month) {
        return new Holding(ledger, recipient, PAID, month, "", "", 0, 0, "", "");
    }

    boolean hasEnded() {
        return status.equals(ENDED);
    }

    Holding revised(long newMonthly, int newChildren, String decision) {
        return new Holding(
                ledger, recipient, status, firstMonth, lastMonth, reason, newMonthly, newChildren, paidUpTo, decision);
    }

    Holding ended(String month, String why, String decision) {
        return new Holding(ledger, recipient, ENDED, firstMonth, month, why, 0, 0, paidUpTo, decision);
    }

    /** Only what the recipient owes the office (差止, Article 11) changes the status; else the money just waits (保留). */
    Holding heldBack(String why, String decision) {
        return in(WITHHOLDING.contains(why) ? WITHHELD : status, why, decision);
    }

    Holding released(String decision) {
        return in(PAID, "", decision);
    }

    private Holding in(String newStatus, String why, String decision) {
        return new Holding(
                ledger, recipient, newStatus, firstMonth, lastMonth, why, monthly, children, paidUpTo, decision);
    }

    /** An earlier month than is known changes nothing. */
    Holding paid(String upTo) {
        String later = upTo.compareTo(paidUpTo) > 0 ? upTo : paidUpTo;
        return new Holding(
                ledger, recipient, status, firstMonth, lastMonth, reason, monthly, children, later, lastDecision);
    }
}
