// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.time.Month;
import java.time.YearMonth;
import org.teate.kernel.LegalBasis;

/** Nursery fees in arrears taken from the allowance without consent（特別徴収, 第22条・令第3条）. */
public final class SpecialCollection {

    /** The provision that allows it. */
    public static final LegalBasis BASIS = new LegalBasis("児童手当法第22条第1項・児童手当法施行令第3条");

    private SpecialCollection() {}

    /**
     * The fiscal year, from April on, whose fees may be taken from a benefit month: that of the payment month, but for
     * February and March the one before it.
     */
    public static int fiscalYearOfFees(YearMonth benefit) {
        int paidIn = fiscalYear(Instalments.paymentMonthOf(benefit));
        boolean endOfYear = benefit.getMonth() == Month.FEBRUARY || benefit.getMonth() == Month.MARCH;
        return endOfYear ? paidIn - 1 : paidIn;
    }

    private static int fiscalYear(YearMonth month) {
        return month.getMonthValue() >= Month.APRIL.getValue() ? month.getYear() : month.getYear() - 1;
    }
}
