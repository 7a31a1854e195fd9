// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.residents;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.teate.counterparts.residents.RegisterRecord.Event;
import org.teate.counterparts.town.Delivered;
import org.teate.counterparts.town.Family;
import org.teate.counterparts.town.FeedFile;
import org.teate.counterparts.town.Person;
import org.teate.counterparts.town.Plan;
import org.teate.counterparts.town.Text;
import org.teate.counterparts.town.Town;

/** What the resident register sends: everybody on the business date, then the changes of the days that follow. */
final class ResidentFiles {

    private static final LocalTime OPENING = LocalTime.of(8, 30);

    private final Plan plan;
    private final int days;
    private final RegisterRecord records = new RegisterRecord();

    /**
     * @param plan the town
     * @param days for how many days after the business date daily changes are sent
     */
    ResidentFiles(Plan plan, int days) {
        if (days < 0 || days > 366) {
            throw new IllegalArgumentException("0 to 366 days are expected, not " + days);
        }
        this.plan = plan;
        this.days = days;
    }

    /**
     * Writes IF-11 and one IF-10 a day.
     *
     * @param sequence number of the full file and of the first daily file
     */
    List<Delivered> write(Path folder, int sequence) {
        List<Delivered> files = new ArrayList<>();
        DailyChanges changes = new DailyChanges(plan, days);
        try (FeedFile full = new FeedFile(folder, RegisterRecord.FULL, plan.date(), sequence)) {
            new Town(plan).forEach(family -> {
                addAll(full, family);
                changes.visit(family);
            });
            files.add(full.deliver());
        }
        for (int day = 0; day < days; day++) {
            LocalDate date = plan.date().plusDays(day + 1L);
            try (FeedFile daily = new FeedFile(folder, RegisterRecord.DAILY, date, sequence + day)) {
                addAll(daily, date, changes.of(day));
                files.add(daily.deliver());
            }
        }
        return files;
    }

    private void addAll(FeedFile full, Family family) {
        String day = Text.day(plan.date());
        family.residents().sorted(Comparator.comparingInt(Person::serial)).forEach(person -> {
            String recordId = day + Text.digits(person.serial(), 12) + "0001";
            full.add(records.of(Person.NOBODY, person, new Event(recordId, "I", "99", day, "", day + "210000")));
        });
    }

    private void addAll(FeedFile daily, LocalDate date, List<Change> changes) {
        int number = 0;
        int member = 0;
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            boolean sameNumber = i > 0 && changes.get(i - 1).number() == change.number();
            member = sameNumber ? member + 1 : 1;
            number = sameNumber ? number : number + 1;
            LocalTime at = OPENING.plusSeconds(30_000L * i / changes.size());
            Event event = new Event(
                    Text.day(date) + Text.digits(number, 12) + Text.digits(member, 4),
                    change.op(),
                    change.reason(),
                    Text.day(change.on()),
                    Text.day(change.reportedOn()),
                    Text.day(date) + Text.digits(at.getHour() * 10_000L + at.getMinute() * 100L + at.getSecond(), 6));
            daily.add(records.of(change.before(), change.after(), event));
        }
    }
}
