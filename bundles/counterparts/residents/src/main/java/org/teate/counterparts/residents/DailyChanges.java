// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.residents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.teate.counterparts.town.Address;
import org.teate.counterparts.town.Dice;
import org.teate.counterparts.town.Family;
import org.teate.counterparts.town.Household;
import org.teate.counterparts.town.Newcomers;
import org.teate.counterparts.town.Person;
import org.teate.counterparts.town.Person.Registration;
import org.teate.counterparts.town.Person.Residence;
import org.teate.counterparts.town.Person.Support;
import org.teate.counterparts.town.Plan;
import org.teate.counterparts.town.Text;

/** What happens in the town in the days after the business date, day by day. Not thread-safe. */
final class DailyChanges {

    private static final int PURPOSE = 2;

    /** As in a city of 460,000 people on an ordinary day. */
    private static final double EVENTS_PER_PERSON_AND_DAY = 0.0004;

    /** Even a hamlet has something to tell. */
    private static final double LEAST_EVENTS_A_DAY = 8;

    private static final double PEOPLE_PER_FAMILY = 2.2;

    private final Plan plan;
    private final List<List<Change>> days = new ArrayList<>();
    private final Newcomers newcomers;
    private final double chance;
    private int numbers;
    private int children;

    DailyChanges(Plan plan, int days) {
        this.plan = plan;
        this.newcomers = new Newcomers(plan.seed());
        double events = Math.max(LEAST_EVENTS_A_DAY, plan.people() * EVENTS_PER_PERSON_AND_DAY);
        chance = Math.min(0.5, days * events * PEOPLE_PER_FAMILY / plan.people());
        for (int i = 0; i < days; i++) {
            this.days.add(new ArrayList<>());
        }
        arrivals((int) Math.ceil(events / 6));
    }

    private void arrivals(int aDay) {
        for (int i = 0; i < days.size() * aDay; i++) {
            LocalDate reported = plan.date().plusDays(1L + i / aDay);
            Dice dice = new Dice(plan.seed(), PURPOSE, -1L - i);
            LocalDate on = reported.minusDays(dice.between(0, 10));
            Family family = newcomers.family(i, on);
            int number = ++numbers;
            family.residents().forEach(person -> days.get(
                            (int) (reported.toEpochDay() - plan.date().toEpochDay() - 1))
                    .add(new Change(number, Person.NOBODY, person, "I", "01", on, reported)));
        }
    }

    /** Lets something happen to a family, or not; at most one thing in all the days. */
    void visit(Family family) {
        Dice dice = new Dice(plan.seed(), PURPOSE, family.serial());
        if (days.isEmpty() || family.households().isEmpty() || !dice.chance(chance)) {
            return;
        }
        int day = dice.between(1, days.size());
        LocalDate reported = plan.date().plusDays(day);
        Household household = family.households().get(0);
        List<Person> members = household.members();
        Person first = members.get(0);
        List<Change> changes = days.get(day - 1);
        int number = ++numbers;
        boolean mayBear = members.stream().anyMatch(person -> isMother(person, reported));
        if (mayBear && dice.chance(0.4)) {
            LocalDate born = reported.minusDays(dice.between(1, 14));
            Person child = newcomers.child(children++, household, born);
            changes.add(new Change(number, Person.NOBODY, child, "I", "03", born, reported));
        } else if (first.birth().isBefore(reported.minusYears(70)) && dice.chance(0.6)) {
            death(changes, number, members, reported.minusDays(dice.between(1, 6)), reported);
        } else {
            other(changes, number, members, reported, dice);
        }
    }

    private static boolean isMother(Person person, LocalDate day) {
        return person.sex().equals("2")
                && person.residence().relation().equals("03")
                && person.birth().isAfter(day.minusYears(42))
                && person.foreign().nationality().isEmpty();
    }

    /** The householder dies; whoever is next becomes the householder (世帯主変更). */
    private static void death(
            List<Change> changes, int number, List<Person> members, LocalDate on, LocalDate reported) {
        Person dead = members.get(0);
        changes.add(new Change(number, dead, struckOff(dead, "3", on, Address.NONE), "D", "14", on, reported));
        if (members.size() == 1) {
            return;
        }
        Person next = members.get(1);
        for (Person member : members.subList(1, members.size())) {
            Residence was = member.residence();
            String relation = member == next ? "01" : was.relation().equals("11") ? "11" : "99";
            Person moved = version(member).with(new Residence(was.household(), next.number(), relation, was.address()));
            changes.add(new Change(number, member, moved, "U", "22", on, reported));
        }
    }

    private void other(List<Change> changes, int number, List<Person> members, LocalDate reported, Dice dice) {
        boolean mother = members.size() > 1 && members.get(0).sex().equals("2");
        switch (dice.weighted(30, 20, 35, 10, mother ? 95 : 0)) {
            case 0 -> {
                Address next = newcomers.address(dice, false);
                LocalDate planned = reported.plusDays(dice.between(1, 14));
                each(changes, number, members, "11", reported, person -> leaving(person, planned, next));
            }
            case 1 -> {
                Address next = newcomers.address(dice, false);
                LocalDate on = reported.minusDays(dice.between(0, 7));
                for (Person member : members) {
                    changes.add(new Change(number, member, struckOff(member, "2", on, next), "D", "12", on, reported));
                }
            }
            case 2 -> {
                Address next = newcomers.address(dice, true);
                LocalDate on = reported.minusDays(dice.between(0, 10));
                each(changes, number, members, "21", on, reported, person -> within(person, on, next));
            }
            case 3 -> {
                Person person = members.get(members.size() - 1);
                Person renamed = version(person).with(person.name().withFamilyOf(newcomers.surname(dice)));
                changes.add(new Change(number, person, renamed, "U", "31", reported, reported));
            }
            default -> each(changes, number, members, "71", reported, person -> version(person)
                    .with(Support.since(reported)));
        }
    }

    private static void each(
            List<Change> changes,
            int number,
            List<Person> members,
            String reason,
            LocalDate on,
            Function<Person, Person> becomes) {
        each(changes, number, members, reason, on, on, becomes);
    }

    private static void each(
            List<Change> changes,
            int number,
            List<Person> members,
            String reason,
            LocalDate on,
            LocalDate reported,
            Function<Person, Person> becomes) {
        members.forEach(
                person -> changes.add(new Change(number, person, becomes.apply(person), "U", reason, on, reported)));
    }

    private static Person version(Person person) {
        Registration was = person.registration();
        return registered(person, was.state(), was.fixed(), was.lost(), was.next(), was.newKind());
    }

    private static Person struckOff(Person person, String state, LocalDate on, Address next) {
        String newKind = next == Address.NONE ? "" : "2";
        return registered(person, state, person.registration().fixed(), Text.day(on), next, newKind);
    }

    private static Person leaving(Person person, LocalDate planned, Address next) {
        return registered(person, "6", person.registration().fixed(), Text.day(planned), next, "1");
    }

    private static Person within(Person person, LocalDate on, Address address) {
        Residence was = person.residence();
        return registered(person, "1", on, "", Address.NONE, "")
                .with(new Residence(was.household(), was.householder(), was.relation(), address));
    }

    private static Person registered(
            Person person, String state, LocalDate fixed, String lost, Address next, String newKind) {
        Registration was = person.registration();
        return person.with(new Registration(
                was.kind(),
                state,
                was.became(),
                fixed,
                lost,
                was.previous(),
                next,
                newKind,
                was.readingOfficial(),
                was.version() + 1));
    }

    /** The changes of a day after the business date, from 0, in the order of their processing. */
    List<Change> of(int day) {
        return days.get(day).stream()
                .sorted(Comparator.comparingInt(Change::number))
                .toList();
    }
}
