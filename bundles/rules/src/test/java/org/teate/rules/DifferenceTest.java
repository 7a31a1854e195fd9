// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.Test;
import org.teate.kernel.BusinessDays;
import org.teate.kernel.Holidays;
import org.teate.kernel.MonthSpan;
import org.teate.kernel.Yen;
import org.teate.rules.Difference.ChildDifference;
import org.teate.rules.Difference.MonthDifference;
import org.teate.rules.RecordedFacts.RecordedChild;

/** Late facts, worked out by hand: what each changes, month by month. */
public class DifferenceTest {

    private static final Claimant PARENT = Claimant.individual(LocalDate.of(1978, 11, 30));

    @Test
    public void anIncomeCorrectedAboveTheUpperLimitTakesEverythingBackToJune() {
        List<Child> children = List.of(child("A", "2015-05-05"), child("B", "2018-08-08"));
        Facts before = facts(children, new Income(2022, 9_500_000, 3, 0));
        Facts after = new Facts(
                PARENT,
                List.of(period("2018-09", "2023-05"), Period.from(YearMonth.of(2024, 10))),
                children,
                List.of(new Income(2022, 9_800_000, 3, 0)));

        Difference difference = difference(before, after, "2023-06", "2024-01");

        assertEquals(8, difference.months().size());
        assertEquals(Yen.of(80_000), difference.overpaid());
        assertEquals(Yen.ZERO, difference.arrears());
        assertEquals(
                new MonthDifference(
                        YearMonth.of(2023, 6),
                        Yen.of(10_000),
                        Yen.ZERO,
                        List.of(
                                new ChildDifference(
                                        "A", BenefitKind.SPECIAL_ALLOWANCE, Yen.of(5_000), BenefitKind.NONE, Yen.ZERO),
                                new ChildDifference(
                                        "B",
                                        BenefitKind.SPECIAL_ALLOWANCE,
                                        Yen.of(5_000),
                                        BenefitKind.NONE,
                                        Yen.ZERO))),
                difference.months().get(0));
        assertEquals(
                "the new claim is paid from the reform on",
                Yen.of(20_000),
                ((Assessed) Act.enacted().assess(after, span("2024-10", "2024-10"))).total());
    }

    @Test
    public void aMoveThatBecameKnownTwoMonthsLater() {
        List<Child> children = List.of(child("A", "2024-01-10"));

        assertOverpaid(
                30_000,
                difference(
                        facts(children),
                        new Facts(PARENT, List.of(period("2024-02", "2025-03")), children, List.of()),
                        "2025-02",
                        "2025-05"));
    }

    @Test
    public void theEldestHadLeftTheHouseholdSoTheThirdBecameTheSecond() {
        Child b = child("B", "2013-08-08");
        Child c = child("C", "2016-11-11");
        Child stays = child("A", "2010-10-05");
        Child left = with("A", "2010-10-05", Spell.of(Circumstance.IN_CARE, month("2010-11"), month("2025-02")));

        Difference difference =
                difference(facts(List.of(stays, b, c)), facts(List.of(left, b, c)), "2025-02", "2025-05");

        assertOverpaid(3 * 30_000, difference);
        assertEquals(
                List.of("A", "C"),
                difference.months().get(0).children().stream()
                        .map(ChildDifference::child)
                        .toList());
    }

    @Test
    public void aStudentWhoIsSupportedNoLongerCostsTheThirdChildItsRate() {
        Child b = child("B", "2010-03-03");
        Child c = child("C", "2013-09-09");

        assertOverpaid(
                4 * 20_000,
                difference(
                        facts(List.of(supported("Z", "2004-06-07", "2027-03"), b, c)),
                        facts(List.of(supported("Z", "2004-06-07", "2025-07"), b, c)),
                        "2025-06",
                        "2025-11"));
    }

    @Test
    public void papersFiledInTimeAndFoundLateBringTheThirdChildItsRateBack() {
        Child b = child("B", "2010-03-03");
        Child c = child("C", "2013-09-09");
        Child forgotten = child("Z", "2006-06-07");
        Child counted = supported("Z", "2006-06-07", "2029-03");

        assertArrears(
                2 * 20_000,
                difference(facts(List.of(forgotten, b, c)), facts(List.of(counted, b, c)), "2025-03", "2025-05"));
    }

    @Test
    public void anIncomeCorrectedBelowTheOrdinaryLimitIsPaidUpForTheAllowanceYear() {
        List<Child> children = List.of(child("A", "2010-01-10"), child("B", "2013-02-10"));

        assertArrears(
                12 * 10_000,
                difference(
                        facts(children, new Income(2016, 7_400_000, 3, 0)),
                        facts(children, new Income(2016, 7_300_000, 3, 0)),
                        "2017-06",
                        "2018-05"));
    }

    @Test
    public void anIncomeCorrectedAboveTheOrdinaryLimitIsTakenBackForTheAllowanceYear() {
        List<Child> children = List.of(child("A", "2010-01-10"), child("B", "2013-02-10"));

        assertOverpaid(
                12 * 10_000,
                difference(
                        facts(children, new Income(2016, 7_000_000, 3, 0)),
                        facts(children, new Income(2016, 7_500_000, 3, 0)),
                        "2017-06",
                        "2018-05"));
    }

    @Test
    public void aChildThatLeftJapanBeforeTheReformIsJudgedMonthByMonthOnBothSides() {
        Income income = new Income(2023, 3_000_000, 4, 0);
        Child a = child("A", "2012-05-05");
        Child b = child("B", "2015-05-05");
        Child abroad = with("B", "2015-05-05", inCare("2015-06"), Spell.from(Circumstance.ABROAD, month("2024-09")));
        Child c = child("C", "2018-05-05");

        Difference difference =
                difference(facts(List.of(a, b, c), income), facts(List.of(a, abroad, c), income), "2024-08", "2024-11");

        assertEquals(
                List.of(Yen.of(-15_000), Yen.of(-30_000), Yen.of(-30_000)),
                difference.months().stream().map(MonthDifference::change).toList());
        assertOverpaid(75_000, difference);
    }

    @Test
    public void aPlacementFoundLateStopsThePaymentOfThatChildOnly() {
        Child a = child("A", "2012-08-08");
        Child placed = with("B", "2022-08-10", inCare("2022-09"), Spell.from(Circumstance.PLACED, month("2025-06")));

        assertOverpaid(
                2 * 15_000,
                difference(
                        facts(List.of(a, child("B", "2022-08-10"))), facts(List.of(a, placed)), "2025-05", "2025-07"));
    }

    @Test
    public void aCorrectedBirthDateMovesTheEndOfTheInfantRate() {
        Difference difference = difference(
                facts(List.of(child("A", "2022-05-31"))),
                facts(List.of(child("A", "2022-04-30"))),
                "2025-04",
                "2025-06");

        assertEquals(
                List.of(month("2025-05")),
                difference.months().stream().map(MonthDifference::month).toList());
        assertOverpaid(5_000, difference);
    }

    @Test
    public void aBirthDateCorrectedToTheFirstOfAprilEndsTheAllowanceAYearEarlier() {
        assertOverpaid(
                2 * 10_000,
                difference(
                        facts(List.of(child("A", "2007-04-02"))),
                        facts(List.of(child("A", "2007-04-01"))),
                        "2025-03",
                        "2025-05"));
    }

    @Test
    public void aForgottenTwinIsPaidUp() {
        assertArrears(
                3 * 15_000,
                difference(
                        facts(List.of(child("A", "2025-06-15"))),
                        facts(List.of(child("A", "2025-06-15"), child("B", "2025-06-15"))),
                        "2025-07",
                        "2025-09"));
    }

    @Test
    public void anOfficialWhoseEmployerPaidTooOwesTheCityAllMonthsOfBothActs() {
        List<Child> children = List.of(child("A", "2010-06-01"), child("C", "2019-09-09"));
        Income[] incomes = {
            new Income(2021, 3_000_000, 2, 0), new Income(2022, 3_000_000, 2, 0), new Income(2023, 3_000_000, 2, 0)
        };

        assertOverpaid(
                19 * 20_000,
                difference(
                        facts(children, incomes),
                        new Facts(PARENT, List.of(period("2019-10", "2023-04")), children, List.of(incomes)),
                        "2023-04",
                        "2024-11"));
    }

    @Test
    public void aDependantFoundLateLiftsTheLimit() {
        List<Child> children = List.of(child("A", "2015-05-05"));

        assertArrears(
                12 * 5_000,
                difference(
                        facts(children, new Income(2021, 7_100_000, 2, 0)),
                        facts(children, new Income(2021, 7_100_000, 3, 0)),
                        "2022-06",
                        "2023-05"));
    }

    @Test
    public void gainsAndLossesAreNotNettedAgainstEachOther() {
        Child a = child("A", "2012-01-07");
        Child until = with("B", "2022-05-31", Spell.of(Circumstance.IN_CARE, month("2022-06"), month("2025-02")));
        Child later = with("B", "2022-05-31", inCare("2025-02"));

        Difference difference = difference(facts(List.of(a, until)), facts(List.of(a, later)), "2025-01", "2025-04");

        assertEquals(Yen.of(2 * 15_000), difference.arrears());
        assertEquals(Yen.of(15_000), difference.overpaid());
    }

    @Test
    public void arrearsLapseAfterTwoYearsAndOverpaymentsAfterFive() {
        List<Child> children = List.of(child("A", "2012-05-05"));
        Income[] incomes = {
            new Income(2020, 3_000_000, 1, 0),
            new Income(2021, 3_000_000, 1, 0),
            new Income(2022, 3_000_000, 1, 0),
            new Income(2023, 3_000_000, 1, 0),
            new Income(2019, 3_000_000, 1, 0)
        };
        Facts paid = facts(children, incomes);
        Facts never = new Facts(PARENT, List.of(), children, List.of());
        LocalDate day = LocalDate.of(2026, 11, 23);
        BusinessDays banks = BusinessDays.ofBanks(Holidays.national());

        Difference arrears = difference(never, paid, "2020-06", "2026-03")
                .withoutLapsed(day, Prescription.ofPayments(), Prescription.ofRefunds(5), banks);
        Difference overpaid = difference(paid, never, "2020-06", "2026-03")
                .withoutLapsed(day, Prescription.ofPayments(), Prescription.ofRefunds(5), banks);

        assertEquals(
                "paid since December 2024",
                month("2024-10"),
                arrears.months().get(0).month());
        assertEquals(
                "paid since February 2022",
                month("2021-10"),
                overpaid.months().get(0).month());
    }

    @Test
    public void theSameFactsGiveNoDifference() {
        Facts facts = facts(List.of(child("A", "2015-05-05")));

        assertEquals(List.of(), difference(facts, facts, "2024-10", "2026-03").months());
    }

    @Test
    public void whatWasPaidCanBeReadBackAndCompared() {
        MonthSpan months = span("2024-10", "2024-11");
        Facts now = facts(List.of(child("A", "2015-05-05")));
        String paid = "1;202410,A:P1A10000,B:I2A15000;202411,A:P1A10000,B:I2A15000";

        assertOverpaid(
                30_000,
                Difference.between(
                        Breakdown.parse(paid), ((Assessed) Act.enacted().assess(now, months)).childMonths()));
    }

    @Test
    public void impossibleFactsOnEitherSideAreRefused() {
        Facts fine = facts(List.of(child("A", "2015-05-05")));
        Facts wrong = facts(List.of(child("A", "1970-05-05")));
        MonthSpan months = span("2024-10", "2024-11");

        assertTrue(Act.enacted().difference(fine, wrong, months) instanceof Impossible);
        assertTrue(Act.enacted().difference(wrong, fine, months) instanceof Impossible);
    }

    @Test
    public void anyPastStateOfTheFactsCanBeRecalled() {
        Instant certified = Instant.parse("2024-10-20T01:00:00Z");
        Instant corrected = Instant.parse("2025-06-02T01:00:00Z");
        Period open = Period.from(YearMonth.of(2024, 10));
        RecordedFacts recorded = new RecordedFacts(
                PARENT,
                List.of(
                        Recorded.since(certified, open).until(corrected),
                        Recorded.since(corrected, period("2024-10", "2025-03"))),
                List.of(new RecordedChild(
                        "A",
                        Recorded.since(certified, LocalDate.of(2015, 5, 5)),
                        List.of(Recorded.since(certified, inCare("2024-10"))))),
                List.of());

        assertEquals(List.of(open), recorded.asKnownAt(corrected.minusMillis(1)).entitled());
        assertEquals(List.of(), recorded.asKnownAt(certified.minusMillis(1)).children());
        assertOverpaid(2 * 10_000, (Difference)
                recorded.difference(Act.enacted(), certified, corrected, span("2025-02", "2025-05")));
    }

    private static void assertOverpaid(long yen, Difference difference) {
        assertEquals(Yen.of(yen), difference.overpaid());
        assertEquals(Yen.ZERO, difference.arrears());
    }

    private static void assertArrears(long yen, Difference difference) {
        assertEquals(Yen.of(yen), difference.arrears());
        assertEquals(Yen.ZERO, difference.overpaid());
    }

    private static Difference difference(Facts before, Facts after, String first, String last) {
        return (Difference) Act.enacted().difference(before, after, span(first, last));
    }

    private static Facts facts(List<Child> children, Income... incomes) {
        return new Facts(PARENT, List.of(Period.from(YearMonth.of(2012, 4))), children, List.of(incomes));
    }

    private static Child child(String key, String born) {
        return with(key, born, Spell.from(Circumstance.IN_CARE, YearMonth.from(LocalDate.parse(born))));
    }

    private static Child supported(String key, String born, String last) {
        return with(key, born, inCare("2012-04"), Spell.of(Circumstance.SUPPORTED, month("2024-10"), month(last)));
    }

    private static Child with(String key, String born, Spell... spells) {
        return Child.of(key, LocalDate.parse(born), spells);
    }

    private static Spell inCare(String first) {
        return Spell.from(Circumstance.IN_CARE, month(first));
    }

    private static Period period(String first, String last) {
        return Period.of(span(first, last));
    }

    private static MonthSpan span(String first, String last) {
        return MonthSpan.of(month(first), month(last));
    }

    private static YearMonth month(String month) {
        return YearMonth.parse(month);
    }
}
