// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.pholser.junit.quickcheck.Property;
import com.pholser.junit.quickcheck.generator.InRange;
import com.pholser.junit.quickcheck.runner.JUnitQuickcheck;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.runner.RunWith;
import org.teate.kernel.MonthSpan;
import org.teate.kernel.Yen;

/** What holds for every household, month and amount. */
@RunWith(JUnitQuickcheck.class)
public class PropertiesTest {

    private static final int MONTHS = 236;
    private static final int TRIALS = 2_000;

    @Property(trials = TRIALS)
    public void theOrderInWhichChildrenAreGivenDoesNotChangeTheTotal(
            long seed, @InRange(min = "0", max = "235") int month) {
        Facts facts = new RandomHouseholds(seed).around(month(month));
        List<Child> shuffled = new ArrayList<>(facts.children());
        Collections.shuffle(shuffled, new Random(seed));

        assertEquals(
                total(facts, month),
                total(new Facts(facts.claimant(), facts.entitled(), shuffled, facts.incomes()), month));
    }

    @Property(trials = TRIALS)
    public void aSpanIsTheSumOfItsMonths(long seed) {
        Facts facts = withoutTest(seed);
        MonthSpan span = MonthSpan.of(YearMonth.of(2024, 10), YearMonth.of(2031, 11));
        long sum = span.months()
                .mapToLong(
                        each -> assess(facts, MonthSpan.of(each, each)).total().amount())
                .sum();

        assertEquals(sum, assess(facts, span).total().amount());
    }

    @Property(trials = TRIALS)
    public void sinceTheReformAnotherChildNeverLowersTheTotal(long seed, @InRange(min = "150", max = "235") int month) {
        Facts facts = new RandomHouseholds(seed).around(month(month));
        LocalDate born = month(month).atDay(1).minusDays(Math.floorMod(seed, 9_000));
        List<Child> more = new ArrayList<>(facts.children());
        more.add(Child.of("another", born, Spell.from(Circumstance.IN_CARE, YearMonth.from(born))));

        assertTrue(total(facts, month)
                        .compareTo(total(new Facts(facts.claimant(), facts.entitled(), more, facts.incomes()), month))
                <= 0);
    }

    @Property(trials = TRIALS)
    public void storedRowsAreReadBackAsTheyWere(long seed, @InRange(min = "0", max = "235") int month) {
        Facts facts = new RandomHouseholds(seed).around(month(month));
        List<ChildMonth> rows =
                assess(facts, MonthSpan.of(month(month), month(month))).childMonths();

        assertEquals(rows, Breakdown.parse(Breakdown.write(rows)));
    }

    @Property(trials = TRIALS)
    public void whatOneStateOwesTheOtherHasTooMuch(long seed, long other) {
        Facts before = withoutTest(seed);
        Facts after = withoutTest(other);
        MonthSpan span = MonthSpan.of(YearMonth.of(2024, 10), YearMonth.of(2026, 3));
        Difference there = (Difference) Act.enacted().difference(before, after, span);
        Difference back = (Difference) Act.enacted().difference(after, before, span);

        assertEquals(there.arrears(), back.overpaid());
        assertEquals(there.overpaid(), back.arrears());
        assertEquals(
                assess(after, span).total().minus(assess(before, span).total()),
                there.arrears().minus(there.overpaid()));
    }

    @Property(trials = TRIALS)
    public void noYenIsLostInASettlement(
            @InRange(min = "0", max = "1000000") long overpaid,
            @InRange(min = "0", max = "60000") long due,
            @InRange(min = "0", max = "60000") long atMost) {
        SortedMap<YearMonth, Yen> payments = new TreeMap<>();
        for (int i = 0; i < 6; i++) {
            payments.put(YearMonth.of(2025, 2).plusMonths(2L * i), Yen.of(due));
        }
        Settlement settlement = Settlement.of(Yen.of(overpaid), payments, Yen.of(atMost));

        Yen setOff =
                settlement.payments().stream().map(Settlement.Payment::setOff).reduce(Yen.ZERO, Yen::plus);
        assertEquals(Yen.of(overpaid), setOff.plus(settlement.toRefund()));
        assertTrue(settlement.payments().stream()
                .noneMatch(payment -> payment.toPay().isNegative()));
    }

    private static Facts withoutTest(long seed) {
        Facts facts = new RandomHouseholds(seed).around(YearMonth.of(2025, 6));
        return new Facts(
                Claimant.individual(), List.of(Period.from(YearMonth.of(2024, 10))), facts.children(), List.of());
    }

    private static YearMonth month(int index) {
        return YearMonth.of(2012, 4).plusMonths(index % MONTHS);
    }

    private static Yen total(Facts facts, int month) {
        return assess(facts, MonthSpan.of(month(month), month(month))).total();
    }

    private static Assessed assess(Facts facts, MonthSpan months) {
        return (Assessed) Act.enacted().assess(facts, months);
    }
}
