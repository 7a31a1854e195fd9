// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import org.teate.kernel.MonthSpan;
import org.teate.rules.Instalments;

/**
 * What a run pays by: the same for every ledger.
 *
 * @param run the run's number
 * @param paymentMonth the month of payment
 * @param months the benefit months that fall due in it
 * @param horizon the first month that a run may pay, see {@link MonthIndex}: before it everything was settled by the system
 *     whose history was taken over
 * @param payday the day on which accounts are credited
 * @param master banks and branches
 */
record Terms(
        long run, YearMonth paymentMonth, MonthSpan months, int horizon, LocalDate payday, BankMaster.Snapshot master) {

    /** The payment month before this one. */
    YearMonth previousPaymentMonth() {
        return Instalments.paymentMonthOf(months.first().minusMonths(1));
    }
}
