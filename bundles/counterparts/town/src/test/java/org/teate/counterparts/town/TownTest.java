// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.town;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.Test;

public class TownTest {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 24);

    private static List<Family> families(Plan plan) {
        List<Family> families = new ArrayList<>();
        new Town(plan).forEach(families::add);
        return families;
    }

    private static long recipients(List<Family> families) {
        return families.stream().filter(Family::current).count();
    }

    private static int people(List<Family> families) {
        return families.stream().mapToInt(Family::residentCount).sum();
    }

    @Test
    public void aTownHasExactlyThePeopleAndRecipientsThatWereAskedFor() {
        for (int people : new int[] {10, 37, 1_000, 9_999}) {
            for (double share : new double[] {0, 0.05, Plan.USUAL_SHARE, 1.0 / 3, 0.4}) {
                for (long seed = 1; seed <= 3; seed++) {
                    Plan plan = new Plan(seed, people, (int) Math.min(people * share, people / 5 * 2), DATE);
                    List<Family> families = families(plan);
                    assertEquals(plan.toString(), people, people(families));
                    assertEquals(plan.toString(), plan.recipients(), recipients(families));
                }
            }
        }
    }

    @Test
    public void theSamePlanIsTheSameTown() {
        Plan plan = Plan.of(7, 2_000, Plan.USUAL_SHARE, DATE);
        assertEquals(families(plan), families(plan));
    }

    @Test
    public void anotherSeedIsAnotherTown() {
        assertNotEquals(
                families(Plan.of(7, 500, Plan.USUAL_SHARE, DATE)), families(Plan.of(8, 500, Plan.USUAL_SHARE, DATE)));
    }

    @Test
    public void noTwoPeopleAndNoTwoHouseholdsShareANumber() {
        Set<String> persons = new HashSet<>();
        Set<String> households = new HashSet<>();
        for (Family family : families(Plan.of(3, 20_000, 0.2, DATE))) {
            for (Person person : everybody(family).toList()) {
                assertTrue(person.number(), persons.add(person.number()));
            }
            for (Household household : family.households()) {
                assertTrue(household.number(), households.add(household.number()));
            }
        }
    }

    @Test
    public void theFirstMemberOfAHouseholdIsItsHouseholder() {
        for (Family family : families(Plan.of(3, 5_000, 0.2, DATE))) {
            for (Household household : family.households()) {
                Person first = household.members().get(0);
                assertEquals("01", first.residence().relation());
                for (Person member : household.members()) {
                    assertEquals(first.number(), member.residence().householder());
                    assertEquals(household.number(), member.residence().household());
                }
            }
        }
    }

    @Test
    public void nobodyIsBornOrMovesInAfterTheBusinessDate() {
        for (Family family : families(Plan.of(4, 20_000, 0.2, DATE))) {
            everybody(family).forEach(person -> {
                assertTrue(person.birth().isBefore(DATE));
                assertFalse(person.registration()
                        .fixed()
                        .isBefore(person.registration().became()));
                assertTrue(person.registration().fixed().isBefore(DATE));
            });
        }
    }

    @Test
    public void everyKindOfRecipientFamilyIsAmongTwoHundred() {
        List<Claim> claims = families(new Plan(5, 3_000, 260, DATE)).stream()
                .filter(Family::current)
                .map(Family::claim)
                .toList();
        has(claims, claim -> claim.recipient().support().active());
        has(claims, claim -> ward(claim, ward -> ward.endReason().equals("S08")));
        has(claims, claim -> ward(claim, ward -> ward.endReason().equals("S04")));
        has(claims, TownTest::twins);
        has(claims, claim -> claim.wards().size() >= 4);
        has(claims, claim -> ward(claim, ward -> isPast18(ward) && ward.counted()));
        has(claims, claim -> ward(claim, ward -> isPast18(ward) && !ward.counted()));
        has(
                claims,
                claim ->
                        ward(claim, ward -> !ward.together() && ward.endReason().isEmpty()));
        has(claims, claim -> claim.hasSpouse().equals("0"));
        has(claims, claim -> claim.hasSpouse().equals("1"));
        has(claims, claim -> claim.hasSpouse().equals("2"));
        has(claims, claim -> claim.hasSpouse().equals("3"));
        has(claims, claim -> ward(claim, ward -> ward.relation().equals("5")));
        has(claims, claim -> !claim.recipient().foreign().latinName().isEmpty());
        has(claims, claim -> !Gaiji.MS932
                .newEncoder()
                .canEncode(claim.recipient().name().kanji()));
        has(claims, claim -> ward(claim, ward -> isBornOn(ward, 4, 1)));
        has(
                claims,
                claim -> ward(
                        claim,
                        ward -> ward.child().birth().getDayOfMonth() == 1
                                && ward.child().birth().getMonthValue() != 4));
        has(
                claims,
                claim -> ward(claim, ward -> ward.since().isAfter(ward.child().birth())));
        has(
                claims,
                claim -> ward(claim, ward -> ward.child().residence().relation().equals("1111")));
    }

    @Test
    public void aliasesAndLatinNamesBelongToForeigners() {
        List<Person> foreigners = families(Plan.of(6, 20_000, Plan.USUAL_SHARE, DATE)).stream()
                .flatMap(Family::residents)
                .filter(person -> person.foreign() != Foreign.NOT)
                .toList();
        double share = foreigners.size() / 20_000.0;
        assertTrue("share " + share, share > 0.005 && share < 0.04);
        assertTrue(foreigners.stream()
                .anyMatch(person -> !person.foreign().aliasKanji().isEmpty()));
        assertTrue(foreigners.stream()
                .allMatch(person -> person.foreign().latinName().matches("[A-Z ]+")
                        && person.registration().kind().equals("2")));
    }

    @Test
    public void everyRecipientHasAChildOfTheActOnTheBusinessDate() {
        families(Plan.of(9, 30_000, 0.25, DATE)).stream()
                .filter(Family::current)
                .forEach(family -> assertTrue(
                        "family " + family.serial(),
                        ward(
                                family.claim(),
                                ward -> ward.until().equals(LocalDate.MAX)
                                        && !SchoolYear.lastMonth(ward.child().birth(), 18)
                                                .isBefore(YearMonth.from(DATE)))));
    }

    @Test
    public void aTownCanBeSeenFromAnyDate() {
        for (String date : List.of("2025-03-31", "2025-04-01", "2026-02-28", "2027-01-04")) {
            Plan plan = Plan.of(1, 3_000, Plan.USUAL_SHARE, LocalDate.parse(date));
            assertEquals(plan.recipients(), recipients(families(plan)));
        }
    }

    private static void has(List<Claim> claims, Predicate<Claim> property) {
        assertTrue(claims.stream().anyMatch(property));
    }

    private static boolean ward(Claim claim, Predicate<Ward> property) {
        return claim.wards().stream().anyMatch(property);
    }

    private static boolean isPast18(Ward ward) {
        return SchoolYear.lastMonth(ward.child().birth(), 18).isBefore(YearMonth.from(DATE));
    }

    private static boolean isBornOn(Ward ward, int month, int day) {
        LocalDate birth = ward.child().birth();
        return birth.getMonthValue() == month && birth.getDayOfMonth() == day;
    }

    private static boolean twins(Claim claim) {
        List<LocalDate> births =
                claim.wards().stream().map(ward -> ward.child().birth()).toList();
        return new HashSet<>(births).size() < births.size();
    }

    private static Stream<Person> everybody(Family family) {
        return Stream.concat(family.residents(), family.outsiders().stream());
    }
}
