// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.teate.ports.FeedRecord;

/** A record in the making: the values of a plain one, changed item by item. */
final class Row {

    private static final List<String> REGISTER =
            List.of(("recordId version op addresseeNumber householdNumber residentKind residentState nameKanji nameKana"
                            + " aliasKanji aliasKana latinName nameKanaOfficial birthDate birthPrecision sex relation1"
                            + " relation2 relation3 relation4 householderAddresseeNumber postalCode addressCode address"
                            + " buildingName previousPostalCode previousAddress previousBuildingName"
                            + " previousMunicipalityCode newPostalCode newAddress newBuildingName newMunicipalityCode"
                            + " newKind changeReason changeDate reportDate processedAt becameDate fixedDate lostDate"
                            + " nationality residenceStatus periodCode periodTo cardNumber supportMeasure supportFrom"
                            + " supportTo beforeImage")
                    .split(" "));
    private static final Map<String, Integer> REGISTER_POSITIONS = positions(REGISTER);

    private final Map<String, String> values = new TreeMap<>();
    private final Map<String, Integer> positions;

    private Row(Map<String, Integer> positions) {
        this.positions = positions;
    }

    /** A Japanese resident, alone in a household, as the register's full file has them. */
    static Row resident(int number) {
        return new Row(REGISTER_POSITIONS)
                .with("recordId", String.format("%024d", number))
                .with("version", "1")
                .with("op", "I")
                .with("addresseeNumber", number(number))
                .with("householdNumber", number(number))
                .with("residentKind", "1")
                .with("residentState", "1")
                .with("nameKanji", "髙橋　花子")
                .with("nameKana", "タカハシ　ハナコ")
                .with("nameKanaOfficial", "0")
                .with("birthDate", "19900401")
                .with("birthPrecision", "0")
                .with("sex", "2")
                .with("relation1", "01")
                .with("householderAddresseeNumber", number(number))
                .with("postalCode", "9200000")
                .with("addressCode", "1720140001")
                .with("address", "金沢市見本町一丁目１番")
                .with("changeReason", "99")
                .with("changeDate", "20261124")
                .with("processedAt", "20261123210000")
                .with("becameDate", "20100401")
                .with("fixedDate", "20200401")
                .with("supportMeasure", "0");
    }

    /** A record of a migration set, everything empty. */
    static Row of(String items) {
        return new Row(positions(List.of(items.split(" "))));
    }

    Row with(String item, String value) {
        if (!positions.containsKey(item)) {
            throw new IllegalArgumentException(item);
        }
        values.put(item, value);
        return this;
    }

    FeedRecord record() {
        List<String> all = new ArrayList<>(positions.size());
        positions.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(item -> all.add(values.getOrDefault(item.getKey(), "")));
        return new FeedRecord(1, positions, all);
    }

    static String number(int number) {
        return String.format("%015d", number);
    }

    private static Map<String, Integer> positions(List<String> items) {
        return IntStream.range(0, items.size()).boxed().collect(Collectors.toMap(items::get, position -> position));
    }
}
