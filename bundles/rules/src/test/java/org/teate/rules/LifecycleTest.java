// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Set;
import org.junit.Test;
import org.teate.kernel.BusinessDays;
import org.teate.kernel.Holidays;
import org.teate.kernel.MonthSpan;

/** Start, change and end beyond what the tables show. */
public class LifecycleTest {

    private static final BusinessDays OFFICES = BusinessDays.ofOffices(Holidays.national());
    private static final FirstMonth FIRST_MONTH = new FirstMonth(Ground.all(), OFFICES);

    @Test
    public void aCityThatDoesNotAcceptAGroundPaysFromTheMonthAfterTheClaim() {
        LocalDate event = LocalDate.of(2025, 4, 30);
        LocalDate claim = LocalDate.of(2025, 5, 8);
        Set<Ground> strict = EnumSet.of(Ground.MOVE_IN, Ground.DISASTER);

        assertEquals(
                YearMonth.of(2025, 5),
                FIRST_MONTH.of(Ground.SEPARATION, event, claim).month());
        assertEquals(
                YearMonth.of(2025, 6),
                new FirstMonth(strict, OFFICES)
                        .of(Ground.SEPARATION, event, claim)
                        .month());
    }

    @Test
    public void afterALongObstacleTheFifteenDaysRunFromItsEndAndTheMonthsFromItsBeginning() {
        LocalDate quake = LocalDate.of(2024, 1, 1);
        LocalDate roadsOpen = LocalDate.of(2024, 2, 20);

        assertEquals(
                YearMonth.of(2024, 2),
                FIRST_MONTH
                        .of(Ground.DISASTER, quake, roadsOpen, LocalDate.of(2024, 3, 6))
                        .month());
        assertEquals(
                YearMonth.of(2024, 4),
                FIRST_MONTH
                        .of(Ground.DISASTER, quake, roadsOpen, LocalDate.of(2024, 3, 7))
                        .month());
    }

    @Test
    public void aCorrectedIncomeIsPaidBackToJuneIfClaimedWithinFifteenDaysOfTheNotice() {
        LocalDate endOfMay = LocalDate.of(2023, 5, 31);
        LocalDate notice = LocalDate.of(2024, 2, 20);

        assertEquals(
                YearMonth.of(2023, 6),
                FIRST_MONTH
                        .of(Ground.TAX_CORRECTION, endOfMay, notice, LocalDate.of(2024, 3, 6))
                        .month());
        assertEquals(
                YearMonth.of(2024, 4),
                FIRST_MONTH
                        .of(Ground.TAX_CORRECTION, endOfMay, notice, LocalDate.of(2024, 3, 7))
                        .month());
    }

    @Test
    public void noMonthIsPaidByTwoCitiesAndNoneIsLostIfTheClaimIsInTime() {
        for (LocalDate out = LocalDate.of(2025, 1, 1); out.getYear() == 2025; out = out.plusDays(1)) {
            YearMonth lastThere = LastMonth.paid(EndGround.MOVED_OUT, out).month();
            LocalDate deadline = FIRST_MONTH.deadline(out);

            assertEquals(
                    lastThere.plusMonths(1),
                    FIRST_MONTH.of(Ground.MOVE_IN, out, deadline).month());
        }
    }

    @Test
    public void existingRecipientsWereDeemedToClaimInOctober2024() {
        LocalDate late = LocalDate.of(2026, 1, 9);

        assertEquals(
                YearMonth.of(2024, 10),
                Transition2024.asEnacted().existing(late).month());
        assertEquals(
                "where the city has set a deadline",
                YearMonth.of(2026, 2),
                new Transition2024(LocalDate.of(2025, 3, 31)).existing(late).month());
    }

    @Test
    public void newClaimsReachedBackToOctober2024ForHalfAYear() {
        Transition2024 transition = Transition2024.asEnacted();

        assertEquals(
                YearMonth.of(2024, 10),
                transition.claimed(LocalDate.of(2025, 3, 31)).month());
        assertEquals(
                YearMonth.of(2025, 5),
                transition.claimed(LocalDate.of(2025, 4, 1)).month());
    }

    @Test
    public void aStudentWhosePapersCameInTimeIsCountedFromApril() {
        CollegeSeam seam = new CollegeSeam(15);
        LocalDate born = LocalDate.of(2007, 4, 1);

        assertEquals(
                YearMonth.of(2025, 4),
                seam.firstCounted(born, LocalDate.of(2025, 4, 15)).month());
        assertEquals(
                YearMonth.of(2025, 5),
                seam.firstCounted(born, LocalDate.of(2025, 4, 16)).month());
        assertEquals(
                "born a day later, a school year later",
                YearMonth.of(2026, 4),
                seam.firstCounted(born.plusDays(1), LocalDate.of(2026, 4, 1)).month());
        assertThrows(IllegalArgumentException.class, () -> new CollegeSeam(31));
    }

    @Test
    public void aRightLapsesAfterItsLastDay() {
        LocalDate payable = LocalDate.of(2024, 6, 14);
        Prescription payments = Prescription.ofPayments();

        assertFalse(payments.hasLapsed(payable, LocalDate.of(2026, 6, 14)));
        assertTrue(payments.hasLapsed(payable, LocalDate.of(2026, 6, 15)));
        assertEquals(
                "prolonged over a Sunday",
                LocalDate.of(2026, 6, 15),
                payments.prolongedTo(OFFICES).lastDay(payable));
        assertEquals(LocalDate.of(2029, 6, 14), Prescription.ofRefunds(5).lastDay(payable));
    }

    @Test
    public void onTheFirstOfJuneOnlyTheWayBackFromNothingNeedsAClaim() {
        BenefitKind full = BenefitKind.CHILD_ALLOWANCE;
        BenefitKind special = BenefitKind.SPECIAL_ALLOWANCE;
        BenefitKind none = BenefitKind.NONE;

        assertEquals(JuneSwitch.SAME, JuneSwitch.of(special, special));
        assertEquals(JuneSwitch.DEEMED_CLAIM, JuneSwitch.of(full, special));
        assertEquals(JuneSwitch.DEEMED_CLAIM, JuneSwitch.of(special, full));
        assertEquals(JuneSwitch.ENDS_IN_MAY, JuneSwitch.of(special, none));
        assertEquals(JuneSwitch.NEEDS_CLAIM, JuneSwitch.of(none, special));
    }

    @Test
    public void withoutTheStatusReportPaymentIsWithheldFromTheFeeYearOn() {
        assertEquals(YearMonth.of(2024, 6), Withholding.withheldFrom(2024));
        assertEquals(YearMonth.of(2025, 8), Withholding.withheldFrom(2025));
        assertEquals(
                "the payment of October",
                MonthSpan.of(YearMonth.of(2025, 8), YearMonth.of(2025, 9)),
                Withholding.firstWithheld(2025));
        assertThrows(IllegalArgumentException.class, () -> Withholding.withheldFrom(2011));
    }
}
