// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.Test;
import org.teate.kernel.Yen;
import org.teate.rules.Settlement.Payment;

/** Money around the amounts: set-off, special collection, shares of the cost. */
public class SettlementTest {

    private static final YearMonth DECEMBER = YearMonth.of(2024, 12);
    private static final YearMonth FEBRUARY = YearMonth.of(2025, 2);

    @Test
    public void anOverpaymentIsSetOffAgainstTheNextPaymentsUntilItIsGone() {
        Settlement settlement = Settlement.of(Yen.of(60_000), twoPayments(), Yen.of(Long.MAX_VALUE));

        assertEquals(
                List.of(
                        new Payment(DECEMBER, Yen.of(40_000), Yen.of(40_000)),
                        new Payment(FEBRUARY, Yen.of(40_000), Yen.of(20_000))),
                settlement.payments());
        assertEquals(Yen.of(20_000), settlement.payments().get(1).toPay());
        assertEquals(Yen.ZERO, settlement.toRefund());
    }

    @Test
    public void whatCannotBeSetOffIsRefunded() {
        assertEquals(
                Yen.of(20_000),
                Settlement.of(Yen.of(100_000), twoPayments(), Yen.of(Long.MAX_VALUE))
                        .toRefund());
        assertEquals(
                "where the recipient keeps some",
                Yen.of(80_000),
                Settlement.of(Yen.of(100_000), twoPayments(), Yen.of(10_000)).toRefund());
        assertEquals(
                "with no later payment",
                Yen.of(80_000),
                Settlement.of(Yen.of(80_000), new TreeMap<>(), Yen.of(10_000)).toRefund());
    }

    @Test
    public void negativeAmountsAreTheCallersBug() {
        assertThrows(IllegalArgumentException.class, () -> Settlement.of(Yen.of(-1), twoPayments(), Yen.of(10_000)));
    }

    @Test
    public void feesAreTakenFromTheMonthsOfTheirFiscalYear() {
        assertEquals(2025, SpecialCollection.fiscalYearOfFees(YearMonth.of(2025, 4)));
        assertEquals(2025, SpecialCollection.fiscalYearOfFees(YearMonth.of(2026, 1)));
        assertEquals("paid in April", 2025, SpecialCollection.fiscalYearOfFees(YearMonth.of(2026, 2)));
        assertEquals("paid in April", 2025, SpecialCollection.fiscalYearOfFees(YearMonth.of(2026, 3)));
    }

    @Test
    public void theSliceFollowsTheAgeAndNotTheRate() {
        ChildMonth thirdInfant =
                new ChildMonth("c", DECEMBER, AgeClass.UNDER_THREE, 3, BenefitKind.CHILD_ALLOWANCE, Yen.of(30_000));
        ChildMonth counted = new ChildMonth("c", DECEMBER, AgeClass.COLLEGE, 1, BenefitKind.NONE, Yen.ZERO);
        ChildMonth older =
                new ChildMonth("c", DECEMBER, AgeClass.PRIMARY, 1, BenefitKind.CHILD_ALLOWANCE, Yen.of(10_000));
        ChildMonth special =
                new ChildMonth("c", DECEMBER, AgeClass.UNDER_THREE, 0, BenefitKind.SPECIAL_ALLOWANCE, Yen.of(5_000));

        assertEquals(Optional.of(CostSlice.EMPLOYEE_UNDER_THREE), CostSlice.of(thirdInfant, FeeClass.EMPLOYEE));
        assertEquals(Optional.of(CostSlice.OTHER_UNDER_THREE), CostSlice.of(thirdInfant, FeeClass.NOT_EMPLOYEE));
        assertEquals(Optional.of(CostSlice.THREE_AND_OLDER), CostSlice.of(older, FeeClass.EMPLOYEE));
        assertEquals(Optional.of(CostSlice.SPECIAL), CostSlice.of(special, FeeClass.EMPLOYEE));
        assertEquals(Optional.empty(), CostSlice.of(counted, FeeClass.EMPLOYEE));
    }

    @Test
    public void theCityBearsItsShareByBenefitMonth() {
        YearMonth before = YearMonth.of(2024, 9);
        YearMonth since = YearMonth.of(2024, 10);
        Yen total = Yen.of(90_000);

        Map.of(
                        CostSlice.EMPLOYEE_UNDER_THREE, List.of(8_000L, 0L),
                        CostSlice.OTHER_UNDER_THREE, List.of(15_000L, 6_000L),
                        CostSlice.THREE_AND_OLDER, List.of(15_000L, 10_000L))
                .forEach((slice, yen) -> {
                    assertEquals(Yen.of(yen.get(0)), slice.sharesIn(before).cityPart(total, RoundingMode.UNNECESSARY));
                    assertEquals(Yen.of(yen.get(1)), slice.sharesIn(since).cityPart(total, RoundingMode.UNNECESSARY));
                });
        assertThrows(IllegalArgumentException.class, () -> CostSlice.SPECIAL.sharesIn(YearMonth.of(2012, 3)));
        assertThrows(IllegalArgumentException.class, () -> new CostSlice.Shares(1, 1, 1, 1, 1, 6));
    }

    private static TreeMap<YearMonth, Yen> twoPayments() {
        return new TreeMap<>(Map.of(DECEMBER, Yen.of(40_000), FEBRUARY, Yen.of(40_000)));
    }
}
