// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.teate.kernel.BusinessDays;
import org.teate.kernel.Yen;

/**
 * What late facts change, month by month（追給・過払）. Each month is judged by its own version of the Act（なお従前の例による）.
 *
 * <p>Immutable and thread-safe.
 *
 * @param months the months in which the amount of a child or its kind changes, in order; empty if nothing does
 */
public record Difference(List<MonthDifference> months) implements Comparison {

    public Difference {
        months = List.copyOf(months);
    }

    /**
     * One benefit month that changes.
     *
     * @param month the benefit month
     * @param before what was due, or paid
     * @param after what is due now
     * @param children the children that change
     */
    public record MonthDifference(YearMonth month, Yen before, Yen after, List<ChildDifference> children) {

        public MonthDifference {
            children = List.copyOf(children);
        }

        /** What is still to be paid, negative if too much was. */
        public Yen change() {
            return after.minus(before);
        }
    }

    /**
     * One child that changes in a month.
     *
     * @param child the child's key
     * @param kindBefore what was paid for it
     * @param before how much
     * @param kindAfter what is due for it now
     * @param after how much
     */
    public record ChildDifference(String child, BenefitKind kindBefore, Yen before, BenefitKind kindAfter, Yen after) {

        private boolean isOne() {
            return kindBefore != kindAfter || !before.equals(after);
        }
    }

    /**
     * The difference between the rows of two calculations, of which one may be {@linkplain Breakdown#parse read back} from
     * what was paid.
     */
    public static Difference between(List<ChildMonth> before, List<ChildMonth> after) {
        Map<YearMonth, Map<String, ChildMonth>> was = byMonth(before);
        Map<YearMonth, Map<String, ChildMonth>> is = byMonth(after);
        List<MonthDifference> months = Stream.concat(was.keySet().stream(), is.keySet().stream())
                .distinct()
                .sorted()
                .map(month -> month(month, was.getOrDefault(month, Map.of()), is.getOrDefault(month, Map.of())))
                .filter(month -> !month.children().isEmpty())
                .toList();
        return new Difference(months);
    }

    /**
     * The months whose difference can still be claimed on a day, counted from the regular pay day of each（時効）.
     *
     * @param payments how long arrears can be claimed
     * @param refunds how long the city can claim back
     */
    public Difference withoutLapsed(LocalDate day, Prescription payments, Prescription refunds, BusinessDays banks) {
        return new Difference(months.stream()
                .filter(month -> {
                    LocalDate paid = Instalments.payDay(Instalments.paymentMonthOf(month.month()), banks);
                    return !(month.change().isNegative() ? refunds : payments).hasLapsed(paid, day);
                })
                .toList());
    }

    /** What is to be paid in addition（追給）, months that lose left aside. */
    public Yen arrears() {
        return sum(change -> !change.isNegative());
    }

    /** What was paid too much（過払）, as a positive amount, months that gain left aside. */
    public Yen overpaid() {
        return Yen.ZERO.minus(sum(Yen::isNegative));
    }

    private Yen sum(Predicate<Yen> which) {
        return months.stream().map(MonthDifference::change).filter(which).reduce(Yen.ZERO, Yen::plus);
    }

    private static MonthDifference month(YearMonth month, Map<String, ChildMonth> was, Map<String, ChildMonth> is) {
        List<ChildDifference> children = Stream.concat(was.keySet().stream(), is.keySet().stream())
                .distinct()
                .sorted()
                .map(child -> new ChildDifference(
                        child, kind(was, child), amount(was, child), kind(is, child), amount(is, child)))
                .filter(ChildDifference::isOne)
                .toList();
        return new MonthDifference(month, total(was), total(is), children);
    }

    private static BenefitKind kind(Map<String, ChildMonth> rows, String child) {
        return rows.containsKey(child) ? rows.get(child).kind() : BenefitKind.NONE;
    }

    private static Yen amount(Map<String, ChildMonth> rows, String child) {
        return rows.containsKey(child) ? rows.get(child).amount() : Yen.ZERO;
    }

    private static Yen total(Map<String, ChildMonth> rows) {
        return rows.values().stream().map(ChildMonth::amount).reduce(Yen.ZERO, Yen::plus);
    }

    private static Map<YearMonth, Map<String, ChildMonth>> byMonth(List<ChildMonth> rows) {
        Map<YearMonth, Map<String, ChildMonth>> months = new TreeMap<>();
        for (ChildMonth row : rows) {
            months.computeIfAbsent(row.month(), month -> new LinkedHashMap<>()).put(row.child(), row);
        }
        return months;
    }
}
