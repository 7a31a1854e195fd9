// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import static org.junit.Assert.assertEquals;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.Test;
import org.teate.counterparts.town.Address;
import org.teate.counterparts.town.Claim;
import org.teate.counterparts.town.Foreign;
import org.teate.counterparts.town.Name;
import org.teate.counterparts.town.Person;
import org.teate.counterparts.town.Ward;

/** Golden households, each with the months and the yen that the Act gives. */
public class ActTest {

    private static final YearMonth LONG_AGO = YearMonth.of(2010, 1);
    private static final LocalDate KNOWN = LocalDate.of(2010, 1, 1);

    private static Care child(int serial, String birth, boolean counted) {
        Person nobody = Person.NOBODY;
        Person child = new Person(
                serial,
                new Name("森", "翔", "モリ", "ショウ"),
                LocalDate.parse(birth),
                0,
                "1",
                new Person.Residence("", "", "", Address.NONE),
                nobody.registration(),
                Foreign.NOT,
                nobody.support());
        Ward ward = new Ward(child, "1", true, child.birth(), LocalDate.MAX, "", counted);
        return new Care(ward, LONG_AGO, Ledger.OPEN, counted ? LONG_AGO : Ledger.OPEN, KNOWN, KNOWN);
    }

    private static Ledger household(Care... cares) {
        Ledger.Opening opening = new Ledger.Opening(KNOWN, KNOWN, KNOWN, KNOWN);
        return new Ledger(
                1, Claim.NONE, opening, LONG_AGO, Ledger.OPEN, LocalDate.MAX, "", List.of(cares), Situation.NORMAL);
    }

    private static int yen(String month, Care... cares) {
        return household(cares).amount(YearMonth.parse(month));
    }

    private static int yen(String month, String... births) {
        Care[] cares = new Care[births.length];
        Arrays.setAll(cares, i -> child(i + 1, births[i], false));
        return yen(month, cares);
    }

    @Test
    public void theUnderThreeRateHoldsThroughTheMonthOfTheThirdBirthday() {
        assertEquals(15_000, yen("2026-05", "2023-05-31"));
        assertEquals(10_000, yen("2026-06", "2023-05-31"));
        assertEquals(15_000, yen("2026-05", "2023-05-01"));
    }

    @Test
    public void thirdAndLaterChildrenAreThirtyThousand() {
        assertEquals(10_000 + 10_000 + 30_000, yen("2026-10", "2012-02-02", "2015-03-03", "2018-04-04"));
        assertEquals(
                10_000 + 10_000 + 30_000 + 30_000,
                yen("2026-10", "2012-02-02", "2015-03-03", "2018-04-04", "2025-05-05"));
        assertEquals(15_000 + 15_000 + 30_000, yen("2026-10", "2024-06-06", "2024-06-06", "2026-08-08"));
    }

    @Test
    public void payEndsWithTheSchoolYearOfEighteen() {
        assertEquals(10_000, yen("2026-03", "2008-04-01"));
        assertEquals(0, yen("2026-04", "2008-04-01"));
        assertEquals(10_000, yen("2027-03", "2008-04-02"));
    }

    @Test
    public void aStudentWhoCountsMakesTheOthersLater() {
        Care student = child(1, "2006-05-05", true);
        Care second = child(2, "2010-05-05", false);
        Care third = child(3, "2014-05-05", false);
        assertEquals(10_000 + 30_000, yen("2026-10", student, second, third));
        assertEquals(0 + 10_000 + 10_000, yen("2026-10", child(1, "2006-05-05", false), second, third));
    }

    @Test
    public void nobodyCountsPastTheSchoolYearOfTwentyTwo() {
        Care student = child(1, "2004-04-01", true);
        Care second = child(2, "2010-05-05", false);
        Care third = child(3, "2014-05-05", false);
        assertEquals(40_000, yen("2026-03", student, second, third));
        assertEquals(20_000, yen("2026-04", student, second, third));
    }

    @Test
    public void aStudentAloneIsPaidNothing() {
        assertEquals(0, yen("2026-10", child(1, "2006-05-05", true)));
        assertEquals(
                0,
                household(child(1, "2006-05-05", true))
                        .month(YearMonth.of(2026, 10))
                        .size());
    }

    @Test
    public void ageClassesFollowEachOtherWithTheSchoolYears() {
        LocalDate birth = LocalDate.of(2004, 4, 2);
        List<String> last = List.of("2007-04", "2017-03", "2020-03", "2023-03", "2027-03");
        for (int i = 0; i < last.size(); i++) {
            assertEquals(i + 1, Act.ageClass(birth, YearMonth.parse(last.get(i))));
        }
        assertEquals(Act.GROWN_UP, Act.ageClass(birth, YearMonth.of(2027, 4)));
    }

    @Test
    public void thePayDayIsTheFifteenthOrTheFridayBefore() {
        assertEquals(LocalDate.of(2024, 12, 13), Calendar.payDay(YearMonth.of(2024, 12)));
        assertEquals(LocalDate.of(2026, 2, 13), Calendar.payDay(YearMonth.of(2026, 2)));
        assertEquals(LocalDate.of(2026, 12, 15), Calendar.payDay(YearMonth.of(2026, 12)));
    }

    @Test
    public void twelveMonthsOfHistoryAreSixPaymentMonths() {
        List<YearMonth> paid = Calendar.paid(LocalDate.of(2026, 11, 24), 12);
        assertEquals("[2025-12, 2026-02, 2026-04, 2026-06, 2026-08, 2026-10]", paid.toString());
        assertEquals(paid, paid.stream().sorted(Comparator.naturalOrder()).toList());
    }

    @Test(expected = IllegalArgumentException.class)
    public void theHistoryDoesNotReachBehindTheReform() {
        Calendar.paid(LocalDate.of(2026, 11, 24), 26);
    }
}
