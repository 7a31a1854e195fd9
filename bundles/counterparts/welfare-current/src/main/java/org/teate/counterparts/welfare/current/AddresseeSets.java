// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.teate.counterparts.town.Address;
import org.teate.counterparts.town.Dice;
import org.teate.counterparts.town.Family;
import org.teate.counterparts.town.Foreign;
import org.teate.counterparts.town.Gaiji;
import org.teate.counterparts.town.Gazetteer;
import org.teate.counterparts.town.Person;
import org.teate.counterparts.town.Person.Registration;
import org.teate.counterparts.town.Person.Support;
import org.teate.counterparts.town.Text;
import org.teate.kernel.IndividualNumber;

/** Persons: M01 to M04, and M15 at the end. Not thread-safe. */
final class AddresseeSets {

    /** Numbers that begin so are for tests; the rest scatters the serials. */
    private static final String TEST_NUMBERS = "99";

    private static final long SCATTER = 618_033_989L;
    private static final LocalDate NUMBERS_BEGAN = LocalDate.of(2015, 10, 5);

    private final Rows sets;
    private final LocalDate date;
    private final Gaiji gaiji = new Gaiji();
    private final Gazetteer gazetteer = new Gazetteer();
    private final Map<String, Long> glyphUses = new TreeMap<>();

    AddresseeSets(Rows sets, LocalDate date) {
        this.sets = sets;
        this.date = date;
    }

    void add(Family family, Dice dice) {
        List<Person> persons = Stream.concat(family.residents(), family.outsiders().stream())
                .sorted(Comparator.comparingInt(Person::serial))
                .toList();
        persons.forEach(this::addAddressee);
        persons.stream()
                .filter(person -> !person.registration().state().equals("9"))
                .forEach(person -> sets.add(
                        LedgerLayouts.PERSON_NUMBER,
                        person.number(),
                        individualNumber(person),
                        Text.day(person.birth().isAfter(NUMBERS_BEGAN) ? person.birth() : NUMBERS_BEGAN)));
        persons.stream()
                .filter(person -> !person.residence().household().isEmpty())
                .sorted(Comparator.comparing(
                        (Person person) -> person.residence().household()))
                .forEach(this::addMember);
        addMailing(family.claim().recipient(), dice);
    }

    static String individualNumber(Person person) {
        String base = TEST_NUMBERS + Text.digits(person.serial() * SCATTER % 1_000_000_000L, 9);
        return base + IndividualNumber.checkDigit(base);
    }

    private void addAddressee(Person person) {
        Registration registration = person.registration();
        Foreign foreign = person.foreign();
        Address home = person.residence().address();
        Address previous = registration.previous();
        Address next = registration.next();
        String name = person.name().kanji();
        String degraded = gaiji.degrade(name);
        countGlyphs(name);
        sets.add(
                LedgerLayouts.ADDRESSEE,
                person.number(),
                registration.kind(),
                registration.state(),
                person.name().kana(),
                name,
                degraded,
                Text.flag(!degraded.equals(name)),
                foreign.aliasKanji(),
                foreign.aliasKana(),
                foreign.latinName(),
                person.birthText(),
                Integer.toString(person.birthPrecision()),
                person.sex(),
                home.postalCode(),
                home.text(),
                home.townCode(),
                home.municipality(),
                home.building(),
                lastReason(person),
                lastChange(person),
                registration.kind().equals("3") ? "" : lastChange(person),
                foreign.nationality(),
                foreign.status(),
                foreign.period(),
                foreign.periodTo(),
                foreign.card(),
                previous.text(),
                previous.building(),
                previous.municipality(),
                next.postalCode(),
                next.text(),
                next.building(),
                registration.newKind(),
                Text.flag(person.support().active()),
                person.support().from(),
                person.support().to(),
                Integer.toString(registration.version()));
    }

    private static String lastReason(Person person) {
        Registration registration = person.registration();
        if (registration.kind().equals("3")) {
            return "99";
        }
        return switch (registration.state()) {
            case "2" -> "12";
            case "3" -> "14";
            default -> {
                if (registration.fixed().isAfter(registration.became())) {
                    yield "21";
                }
                yield registration.became().equals(person.birth()) ? "03" : "01";
            }
        };
    }

    private static String lastChange(Person person) {
        Registration registration = person.registration();
        return registration.lost().isEmpty() ? Text.day(registration.fixed()) : registration.lost();
    }

    private void addMember(Person person) {
        sets.add(
                LedgerLayouts.HOUSEHOLD,
                person.residence().household(),
                person.number(),
                person.residence().relation(),
                person.residence().householder(),
                person.registration().state(),
                Text.day(person.registration().fixed()),
                person.registration().lost());
    }

    private void addMailing(Person recipient, Dice dice) {
        Support support = recipient.support();
        if (support.active() || dice.chance(0.01)) {
            Address address = gazetteer.inTown(dice);
            sets.add(
                    LedgerLayouts.MAILING_AND_CONTACT,
                    recipient.number(),
                    "1",
                    support.active() ? support.from() : Text.day(date.minusDays(dice.between(30, 900))),
                    "",
                    support.active() ? "3" : "1",
                    recipient.name().kanji(),
                    address.postalCode(),
                    address.text(),
                    address.building(),
                    Text.flag(support.active()),
                    "",
                    "",
                    "",
                    "1");
        }
        String since = Text.day(date.minusDays(dice.between(1, 900)));
        // no telephone exchange 000 exists, and example.jp is nobody's
        addContact(recipient, since, "2", "090-0000-" + Text.digits(recipient.serial() % 10_000, 4), "1");
        if (dice.chance(0.3)) {
            addContact(recipient, since, "4", "person" + recipient.serial() + "@example.jp", "2");
        }
    }

    private void addContact(Person recipient, String since, String kind, String value, String priority) {
        sets.add(
                LedgerLayouts.MAILING_AND_CONTACT,
                recipient.number(),
                "2",
                since,
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                kind,
                value,
                "",
                priority);
    }

    private void countGlyphs(String name) {
        for (Gaiji.Glyph glyph : gaiji.glyphs()) {
            if (name.contains(glyph.text())) {
                glyphUses.merge(glyph.code(), 1L, Long::sum);
            }
        }
    }

    /** M15: what the code points stand for and how often they were used. */
    void addGlyphs() {
        for (Gaiji.Glyph glyph : gaiji.glyphs()) {
            long uses = glyphUses.getOrDefault(glyph.code(), 0L);
            sets.add(LedgerLayouts.GAIJI, glyph.code(), glyph.text(), glyph.fallback(), Long.toString(uses));
        }
    }
}
