// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.Test;
import org.teate.kernel.MonthSpan;
import org.teate.kernel.Yen;
import org.teate.rules.MonthlyRates.Rate;
import org.teate.rules.Simulation.Cost;
import org.teate.rules.Simulation.Impact;

public class SimulationTest {

    private static final YearMonth APRIL = YearMonth.of(2025, 4);
    private static final MonthSpan YEAR = MonthSpan.of(APRIL, APRIL.plusMonths(11));

    @Test
    public void aHigherRateCostsItsDifferenceForEveryChildOfTheClass() {
        Act dearer = Act.enacted()
                .amended(APRIL, law -> law.withRates(law.rates().with(AgeClass.UNDER_THREE, Rate.of(20_000, 30_000))));

        Impact impact = new Simulation(Act.enacted(), dearer, YEAR)
                .of(IntStream.range(0, 1_000)
                        .mapToObj(i -> family("2024-05-05"))
                        .parallel());

        assertEquals(1_000, impact.gaining());
        assertEquals(Yen.of(1_000 * 12 * 5_000), impact.total().change());
        assertEquals(
                new Cost(Yen.of(1_000 * 12 * 15_000), Yen.of(1_000 * 12 * 20_000)),
                impact.costs().get(AgeClass.UNDER_THREE));
    }

    @Test
    public void anIncomeLimitMakesLosersAndLeavesOthersAlone() {
        Act tested = Act.enacted()
                .amended(APRIL, law -> law.withLimits(new IncomeLimits(8_000_000, 10_000_000, 380_000, 60_000)));

        Impact impact = new Simulation(Act.enacted(), tested, MonthSpan.of(APRIL, APRIL))
                .of(List.of(earning(12_000_000), earning(3_000_000), family("2020-05-05")).stream());

        assertEquals(1, impact.losing());
        assertEquals(1, impact.unchanged());
        assertEquals("one has no income on record", 1, impact.refused());
        assertEquals(Yen.of(-10_000), impact.total().change());
    }

    @Test
    public void anotherAgeReachesOtherChildren() {
        Act longer = Act.enacted().amended(APRIL, law -> law.withAges(law.ages().withPaid(22))
                .withRates(law.rates().with(AgeClass.COLLEGE, Rate.of(10_000, 30_000))));
        Facts student = Facts.of(
                Claimant.individual(),
                Period.from(YearMonth.of(2024, 10)),
                List.of(Child.of(
                        "c1", LocalDate.of(2006, 5, 5), Spell.from(Circumstance.SUPPORTED, YearMonth.of(2025, 4)))));

        Impact impact = new Simulation(Act.enacted(), longer, YEAR).of(List.of(student).stream());

        assertEquals(Yen.of(120_000), impact.costs().get(AgeClass.COLLEGE).after());
    }

    @Test
    public void anAmendmentLeavesTheMonthsBeforeItAlone() {
        Act dearer =
                Act.enacted().amended(APRIL, law -> law.withRates(law.rates().withSpecial(Yen.of(1))));

        assertEquals(Act.enacted().at(APRIL.minusMonths(1)), dearer.at(APRIL.minusMonths(1)));
        assertEquals(APRIL, dearer.at(APRIL).orElseThrow().from());
    }

    @Test
    public void anAmendmentInThePastChangesEveryLaterVersion() {
        YearMonth then = YearMonth.of(2015, 4);
        Act act = Act.enacted().amended(then, law -> law.withRates(law.rates().withUnranked(Yen.of(7), Yen.of(7))));

        for (YearMonth month : List.of(then, YearMonth.of(2022, 6), YearMonth.of(2024, 10))) {
            assertEquals(Yen.of(7), act.at(month).orElseThrow().rates().unrankedOlder());
        }
        assertEquals(Regime.R2, act.at(YearMonth.of(2022, 6)).orElseThrow().regime());
        assertThrows(IllegalArgumentException.class, () -> Act.enacted().amended(YearMonth.of(2012, 3), law -> law));
    }

    @Test
    public void theEnactedVersionsChangeWhenTheLawDid() {
        Map<String, Regime> versions = Map.of(
                "2012-04", Regime.R0, "2012-05", Regime.R0, "2012-06", Regime.R1, "2022-05", Regime.R1, "2022-06",
                Regime.R2, "2024-09", Regime.R2, "2024-10", Regime.R3);

        versions.forEach((month, regime) -> assertEquals(
                regime, Act.enacted().at(YearMonth.parse(month)).orElseThrow().regime()));
        assertTrue(Act.enacted().at(YearMonth.of(2012, 3)).isEmpty());
    }

    private static Facts family(String born) {
        LocalDate day = LocalDate.parse(born);
        return Facts.of(
                Claimant.individual(),
                Period.from(YearMonth.of(2024, 10)),
                List.of(Child.of("c1", day, Spell.from(Circumstance.IN_CARE, YearMonth.from(day)))));
    }

    private static Facts earning(long yen) {
        Facts family = family("2020-05-05");
        return new Facts(family.claimant(), family.entitled(), family.children(), List.of(new Income(2023, yen, 1, 0)));
    }
}
