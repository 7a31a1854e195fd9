// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.town;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The names that people of the town can have. Immutable and thread-safe. */
final class NameBook {

    private record Part(String kanji, String kana) {}

    private record Alien(
            String nationality, String sex, String latin, String kana, String aliasKanji, String aliasKana) {}

    private final List<Part> surnames =
            parts(Text.lines("surnames.txt").stream()).toList();
    private final List<Part> rare =
            parts(Text.lines("rare-surnames.txt").stream()).toList();
    private final Map<String, List<Part>> given = new HashMap<>();
    private final List<Alien> aliens =
            Text.lines("foreign-names.txt").stream().map(NameBook::alien).toList();

    NameBook() {
        for (String line : Text.lines("given-names.txt")) {
            given.computeIfAbsent(line.substring(0, 2), key -> new ArrayList<>())
                    .addAll(parts(Stream.of(line.substring(3))).toList());
        }
    }

    private static Stream<Part> parts(Stream<String> lines) {
        return lines.flatMap(line -> Stream.of(line.split(","))).map(entry -> {
            int space = entry.indexOf(' ');
            return new Part(entry.substring(0, space), entry.substring(space + 1));
        });
    }

    private static Alien alien(String line) {
        String[] fields = line.substring(4).split("\\|");
        String[] alias = fields[3].split(",");
        boolean hasAlias = alias.length == 2;
        return new Alien(
                line.substring(0, 3),
                fields[2].equals("M") ? "1" : "2",
                fields[0],
                fields[1],
                hasAlias ? alias[0] : "",
                hasAlias ? alias[1] : "");
    }

    /** A name of somebody born on {@code birth}. */
    Name japanese(Dice dice, String sex, LocalDate birth) {
        Part family = dice.ofRanked(surnames);
        int generation = birth.getYear() < 1975 ? 1 : birth.getYear() < 2000 ? 2 : 3;
        Part first = dice.ofRanked(given.get((sex.equals("1") ? "M" : "F") + generation));
        return new Name(family.kanji(), first.kanji(), family.kana(), first.kana());
    }

    /** The same given name with a family name that CP932 cannot write. */
    Name rare(Dice dice, Name name) {
        Part family = dice.of(rare);
        return new Name(family.kanji(), name.given(), family.kana(), name.givenKana());
    }

    /** What a foreign person of this sex is called, and what the register knows of foreigners. */
    Stranger foreigner(Dice dice, String sex, LocalDate date) {
        return stranger(
                dice, dice.of(aliens.stream().filter(a -> a.sex().equals(sex)).toList()), date);
    }

    /** A compatriot of {@code other}, with the same family name. */
    Stranger relative(Dice dice, String sex, LocalDate date, Stranger other) {
        List<Alien> same = aliens.stream().filter(a -> a.sex().equals(sex)).toList();
        List<Alien> compatriots = same.stream()
                .filter(a -> a.nationality().equals(other.foreign().nationality()))
                .toList();
        Stranger own = stranger(dice, dice.of(compatriots.isEmpty() ? same : compatriots), date);
        String latin =
                first(other.foreign().latinName()) + " " + rest(own.foreign().latinName());
        Foreign foreign = new Foreign(
                other.foreign().nationality(),
                latin,
                "",
                "",
                "KZ",
                other.foreign().period(),
                other.foreign().periodTo(),
                own.foreign().card());
        return new Stranger(own.name().withFamilyOf(other.name()), foreign);
    }

    /** A foreign person's name in the register's characters and what else is recorded. */
    record Stranger(Name name, Foreign foreign) {}

    private static Stranger stranger(Dice dice, Alien alien, LocalDate date) {
        String wide = Text.fullWidth(alien.latin());
        Name name = new Name(first(wide), rest(wide), first(alien.kana()), rest(alien.kana()));
        int status = dice.weighted(30, 15, 20, 15, 10, 10);
        String period = status == 0 ? "INDF" : List.of("1Y", "3Y", "5Y").get(dice.between(0, 2));
        String periodTo = status == 0 ? "" : Text.day(date.plusDays(dice.between(-20, 1_400)));
        String card = letters(dice) + Text.digits(dice.between(0, 99_999_999), 8) + letters(dice);
        return new Stranger(
                name,
                new Foreign(
                        alien.nationality(),
                        alien.latin(),
                        alien.aliasKanji(),
                        alien.aliasKana(),
                        List.of("EJ", "TJ", "GI", "NH", "S1", "K1").get(status),
                        period,
                        periodTo,
                        card));
    }

    private static String letters(Dice dice) {
        return "" + (char) dice.between('A', 'Z') + (char) dice.between('A', 'Z');
    }

    private static int gap(String name) {
        int wide = name.indexOf('　');
        return wide >= 0 ? wide : name.indexOf(' ');
    }

    private static String first(String name) {
        return name.substring(0, gap(name));
    }

    private static String rest(String name) {
        return name.substring(gap(name) + 1);
    }
}
