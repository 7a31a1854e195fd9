// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.Map;
import org.junit.Test;
import org.teate.rules.TaxRecord.Deduction;
import org.teate.rules.TaxRecord.Dependant;
import org.teate.rules.TaxRecord.Part;

public class IncomeAssessmentTest {

    @Test
    public void eightyThousandStandForSocialInsurance() {
        assertEquals(6_920_000, yen(2016, Map.of(Part.SALARY_AND_PENSION, 7_000_000L), Map.of()));
    }

    @Test
    public void everyPartOfTheIncomeCounts() {
        Map<Part, Long> incomes = Map.of(
                Part.SALARY_AND_PENSION, 1L,
                Part.OTHER_TOTAL, 10L,
                Part.RETIREMENT, 100L,
                Part.FORESTRY, 1_000L,
                Part.LAND, 10_000L,
                Part.LONG_TERM_TRANSFER, 100_000L,
                Part.SHORT_TERM_TRANSFER, 1_000_000L,
                Part.FUTURES, 10_000_000L,
                Part.TREATY_INTEREST, 100_000_000L,
                Part.TREATY_DIVIDENDS, 1_000_000_000L);

        assertEquals(1_111_111_111L - 80_000, yen(2016, incomes, Map.of()));
    }

    @Test
    public void deductionsAreTakenAsTheTaxTookThemOrPerPerson() {
        Map<Deduction, Long> deductions = Map.of(
                Deduction.CASUALTY, 10_000L,
                Deduction.MEDICAL, 20_000L,
                Deduction.SMALL_ENTERPRISE, 30_000L,
                Deduction.DISABLED, 2L,
                Deduction.SPECIALLY_DISABLED, 1L,
                Deduction.WORKING_STUDENT, 1L);

        assertEquals(
                7_000_000 - 80_000 - 60_000 - 2 * 270_000 - 400_000 - 270_000,
                yen(2016, Map.of(Part.OTHER_TOTAL, 7_000_000L), deductions));
    }

    @Test
    public void salaryAndPensionAreLessByAHundredThousandSinceTheIncomeOf2020() {
        assertEquals(6_920_000, yen(2019, Map.of(Part.SALARY_AND_PENSION, 7_000_000L), Map.of()));
        assertEquals(6_820_000, yen(2020, Map.of(Part.SALARY_AND_PENSION, 7_000_000L), Map.of()));
        assertEquals(
                "and never below nothing",
                920_000,
                yen(2020, Map.of(Part.SALARY_AND_PENSION, 50_000L, Part.OTHER_TOTAL, 1_000_000L), Map.of()));
    }

    @Test
    public void singleParentsTookThePlaceOfWidowsAndWidowersInPart() {
        Map<Part, Long> income = Map.of(Part.OTHER_TOTAL, 5_000_000L);

        assertEquals(4_650_000, yen(2019, income, Map.of(Deduction.WIDOWER, 1L)));
        assertEquals(4_570_000, yen(2019, income, Map.of(Deduction.SPECIAL_WIDOW, 1L)));
        assertEquals(4_920_000, yen(2020, income, Map.of(Deduction.WIDOWER, 1L)));
        assertEquals(4_650_000, yen(2020, income, Map.of(Deduction.WIDOW, 1L)));
        assertEquals(4_570_000, yen(2020, income, Map.of(Deduction.SINGLE_PARENT, 1L)));
        assertEquals(4_920_000, yen(2019, income, Map.of(Deduction.SINGLE_PARENT, 1L)));
    }

    @Test
    public void unmarriedParentsWereDeemedWidowsFrom2018To2021() {
        Map<Part, Long> income = Map.of(Part.OTHER_TOTAL, 5_000_000L);
        Map<Deduction, Long> deemed = Map.of(Deduction.DEEMED_WIDOW, 1L);

        assertEquals(4_920_000, yen(2016, income, deemed));
        assertEquals(4_650_000, yen(2017, income, deemed));
        assertEquals(4_920_000, yen(2020, income, deemed));
    }

    @Test
    public void transfersCountAfterTheirSpecialDeductionSince2018() {
        Map<Part, Long> income = Map.of(Part.LONG_TERM_TRANSFER, 40_000_000L, Part.OTHER_TOTAL, 5_000_000L);
        Map<Deduction, Long> home = Map.of(Deduction.TRANSFER, 30_000_000L);

        assertEquals(44_920_000, yen(2016, income, home));
        assertEquals(14_920_000, yen(2017, income, home));
    }

    @Test
    public void anIncomeIsNeverNegative() {
        assertEquals(0, yen(2016, Map.of(Part.OTHER_TOTAL, 50_000L), Map.of()));
    }

    @Test
    public void dependantsCountByTheOrderOfTheirYear() {
        Map<Dependant, Integer> dependants = Map.of(
                Dependant.OTHER_SPOUSE, 1,
                Dependant.RELATIVE, 2,
                Dependant.AGED_RELATIVE, 1,
                Dependant.NON_RESIDENT_RELATIVE, 1,
                Dependant.UNCLAIMED_CHILD, 1);

        assertEquals(new Income(2017, 0, 4, 1), dependants(2017, dependants));
        assertEquals("the spouse counts", new Income(2018, 0, 5, 1), dependants(2018, dependants));
        assertEquals("those abroad do not", new Income(2023, 0, 4, 1), dependants(2023, dependants));
        assertEquals(
                new Income(2018, 0, 0, 2),
                dependants(2018, Map.of(Dependant.AGED_SPOUSE, 1, Dependant.AGED_OTHER_SPOUSE, 1)));
    }

    @Test
    public void aYearThatNoLimitAsksForIsTheCallersBug() {
        assertThrows(IllegalArgumentException.class, () -> yen(2010, Map.of(), Map.of()));
        assertThrows(IllegalArgumentException.class, () -> yen(2024, Map.of(), Map.of()));
    }

    private static Income dependants(int year, Map<Dependant, Integer> dependants) {
        return IncomeAssessment.of(new TaxRecord(year, Map.of(), Map.of(), dependants));
    }

    private static long yen(int year, Map<Part, Long> incomes, Map<Deduction, Long> deductions) {
        return IncomeAssessment.of(new TaxRecord(year, incomes, deductions, Map.of()))
                .yen();
    }
}
