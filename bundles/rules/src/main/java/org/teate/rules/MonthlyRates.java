// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.teate.kernel.Timeline;
import org.teate.kernel.Yen;

/**
 * The monthly amounts of one child（第6条第1項, 旧法附則第2条第2項）.
 *
 * <p>Immutable and thread-safe.
 *
 * @param ranked the amounts for an individual's child by age class; a class without an amount is not paid
 * @param unrankedInfant the amount for an infant in an institution or with a corporate guardian, who know no rank
 * @param unrankedOlder the amount for an older one there
 * @param special the flat amount above the ordinary income limit（特例給付）
 */
public record MonthlyRates(Map<AgeClass, Rate> ranked, Yen unrankedInfant, Yen unrankedOlder, Yen special) {

    static final Timeline<MonthlyRates> ENACTED = Table.read(
            """
            from    | under three   | primary school | junior high   | high school   | without rank  | 特例給付
                    | 1st,2nd 3rd+  | 1st,2nd 3rd+   | 1st,2nd 3rd+  | 1st,2nd 3rd+  | under3 older  |
            2012-04 | 15,000 15,000 | 10,000  15,000 | 10,000 10,000 |      0      0 | 15,000 10,000 | 5,000  # 平成24年法律第24号
            2024-10 | 15,000 30,000 | 10,000  30,000 | 10,000 30,000 | 10,000 30,000 | 15,000 10,000 |     0  # 令和6年法律第47号
            """,
            MonthlyRates::of);

    /** The rank from which the higher amount is due（第三子以降）. */
    static final int THIRD = 3;

    /**
     * The amounts of one age class.
     *
     * @param upToSecond for the first and the second counted
     * @param thirdOn for the third and later（第三子以降）
     */
    public record Rate(Yen upToSecond, Yen thirdOn) {

        public static Rate of(long upToSecond, long thirdOn) {
            return new Rate(Yen.of(upToSecond), Yen.of(thirdOn));
        }
    }

    public MonthlyRates {
        Map<AgeClass, Rate> all = new EnumMap<>(AgeClass.class);
        for (AgeClass ageClass : AgeClass.values()) {
            all.put(ageClass, ranked.getOrDefault(ageClass, Rate.of(0, 0)));
        }
        ranked = Collections.unmodifiableMap(all);
    }

    /** These rates with another one for a class. */
    public MonthlyRates with(AgeClass ageClass, Rate rate) {
        Map<AgeClass, Rate> changed = new EnumMap<>(ranked);
        changed.put(ageClass, rate);
        return new MonthlyRates(changed, unrankedInfant, unrankedOlder, special);
    }

    /** These rates with another amount where there is no rank. */
    public MonthlyRates withUnranked(Yen infant, Yen older) {
        return new MonthlyRates(ranked, infant, older, special);
    }

    /** These rates with another flat amount above the ordinary limit. */
    public MonthlyRates withSpecial(Yen amount) {
        return new MonthlyRates(ranked, unrankedInfant, unrankedOlder, amount);
    }

    Yen forRank(AgeClass ageClass, int rank) {
        Rate rate = ranked.get(ageClass);
        return rank >= THIRD ? rate.thirdOn : rate.upToSecond;
    }

    Yen withoutRank(AgeClass ageClass) {
        return ageClass == AgeClass.UNDER_THREE ? unrankedInfant : unrankedOlder;
    }

    private static MonthlyRates of(Table.Row row) {
        Map<AgeClass, Rate> ranked = Map.of(
                AgeClass.UNDER_THREE, Rate.of(row.number(1), row.number(2)),
                AgeClass.PRIMARY, Rate.of(row.number(3), row.number(4)),
                AgeClass.JUNIOR_HIGH, Rate.of(row.number(5), row.number(6)),
                AgeClass.HIGH_SCHOOL, Rate.of(row.number(7), row.number(8)));
        return new MonthlyRates(ranked, Yen.of(row.number(9)), Yen.of(row.number(10)), Yen.of(row.number(11)));
    }
}
