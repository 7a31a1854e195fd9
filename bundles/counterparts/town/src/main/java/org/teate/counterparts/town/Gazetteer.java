// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.town;

import java.util.List;

/** The towns of Kanazawa and one town of every other municipality; house numbers are invented. Thread-safe. */
public final class Gazetteer {

    /** Kanazawa, with check digit (全国地方公共団体コード). */
    public static final String CITY = "172014";

    private static final List<String> HOUSES = List.of("コーポ", "メゾン", "ハイツ", "サンハイム", "グランドール", "パークサイド");
    private static final List<String> HOUSE_NAMES = List.of("若松", "犀川", "浅野", "卯辰", "けやき", "さくら", "みどり", "大手");

    private final List<String[]> towns = Text.rows("towns.csv");
    private final List<String[]> municipalities = Text.rows("municipalities.csv");
    private final List<String[]> near = municipalities.stream()
            .filter(row -> row[1].equals("石川県") || row[1].equals("富山県") || row[1].equals("福井県"))
            .toList();

    /** An address in the city. */
    public Address inTown(Dice dice) {
        int index = dice.between(0, towns.size() - 1);
        String[] town = towns.get(index);
        return new Address(
                town[0],
                CITY + Text.digits(index + 1L, 4),
                "石川県金沢市" + town[1] + plot(dice),
                dice.chance(0.35) ? building(dice) : "",
                CITY);
    }

    /** An address in another municipality, near by as often as not. */
    public Address elsewhere(Dice dice) {
        String[] row = dice.of(dice.chance(0.5) ? near : municipalities);
        return new Address(
                row[3], "", row[1] + row[2] + row[4] + plot(dice), dice.chance(0.3) ? building(dice) : "", row[0]);
    }

    private static String plot(Dice dice) {
        String number = Text.fullWidth(Integer.toString(dice.between(1, 60)));
        String second = Text.fullWidth(Integer.toString(dice.between(1, 30)));
        return switch (dice.between(0, 2)) {
            case 0 -> number + "番地" + second;
            case 1 -> Text.fullWidth(Integer.toString(dice.between(1, 5))) + "丁目" + number + "番" + second + "号";
            default -> number + "番地";
        };
    }

    private static String building(Dice dice) {
        return dice.of(HOUSES)
                + dice.of(HOUSE_NAMES)
                + Text.fullWidth(dice.between(1, 12) + "0" + dice.between(1, 8))
                + "号室";
    }
}
