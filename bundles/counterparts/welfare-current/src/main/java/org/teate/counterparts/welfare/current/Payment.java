// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A payment as it was made, or was to be made.
 *
 * @param period month of payment
 * @param sequence 1 regular, 2 paid again after it had come back, 3 correction of earlier months
 * @param account index of the ledger's account, -1 for the counter
 * @param deducted what M12 takes from it
 * @param status 40 paid, 50 come back, 80 withheld
 */
record Payment(
        YearMonth period,
        int sequence,
        YearMonth from,
        YearMonth to,
        int account,
        int planned,
        int adjustment,
        int deducted,
        LocalDate day,
        String status)
        implements Comparable<Payment> {

    static final int COUNTER = -1;

    static final String PAID = "40";
    static final String CAME_BACK = "50";
    static final String WITHHELD = "80";

    boolean isPaid() {
        return status.equals(PAID);
    }

    int paid() {
        return isPaid() ? planned + adjustment - deducted : 0;
    }

    @Override
    public int compareTo(Payment other) {
        int byPeriod = period.compareTo(other.period);
        return byPeriod != 0 ? byPeriod : Integer.compare(sequence, other.sequence);
    }
}
