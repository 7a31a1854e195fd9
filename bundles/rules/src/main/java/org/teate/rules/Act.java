// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.teate.kernel.MonthSpan;

/**
 * The Child Allowance Act（児童手当法） with all its amendments: from facts to months.
 *
 * <p>Immutable and thread-safe.
 */
public final class Act {

    private static final Act ENACTED = new Act(enactedProvisions());

    private final List<Provisions> provisions;
    private final int[] firstMonths;

    private Act(List<Provisions> provisions) {
        this.provisions = List.copyOf(provisions);
        this.firstMonths = provisions.stream()
                .mapToInt(version -> Months.index(version.from()))
                .toArray();
    }

    /** The Act as Parliament has made it, from the benefit month of April 2012 on. */
    public static Act enacted() {
        return ENACTED;
    }

    /**
     * This Act with an amendment that never was（試算）: from {@code month} on every version is changed by {@code amendment}.
     *
     * @throws IllegalArgumentException if {@code month} is before the Act's first one
     */
    public Act amended(YearMonth month, UnaryOperator<Provisions> amendment) {
        Provisions inForce =
                at(month).orElseThrow(() -> new IllegalArgumentException("The Act does not reach back to " + month));
        List<Provisions> changed = new ArrayList<>();
        for (Provisions version : provisions) {
            if (version.from().isBefore(month)) {
                changed.add(version);
            }
        }
        changed.add(amendment.apply(inForce.startingIn(month)));
        for (Provisions version : provisions) {
            if (version.from().isAfter(month)) {
                changed.add(amendment.apply(version));
            }
        }
        return new Act(changed);
    }

    /** The version in force in a benefit month, or empty before April 2012. */
    public Optional<Provisions> at(YearMonth month) {
        return at(Months.index(month));
    }

    /**
     * Computes what is due for each child and month.
     *
     * @param facts the facts as the office holds them
     * @param months the benefit months to compute; those without entitlement give nothing
     * @return {@link Assessed}, or {@link Impossible} if the facts cannot be
     */
    public Assessment assess(Facts facts, MonthSpan months) {
        return new Assessor(this, facts).assess(months);
    }

    /**
     * Compares what is due by two states of the facts, such as before and after a late one became known.
     *
     * @return {@link Difference}, or {@link Impossible} if either state cannot be
     */
    public Comparison difference(Facts before, Facts after, MonthSpan months) {
        Assessment was = assess(before, months);
        Assessment is = assess(after, months);
        if (was instanceof Impossible refusal) {
            return refusal;
        }
        if (is instanceof Impossible refusal) {
            return refusal;
        }
        return Difference.between(((Assessed) was).childMonths(), ((Assessed) is).childMonths());
    }

    Optional<Provisions> at(int month) {
        for (int i = firstMonths.length - 1; i >= 0; i--) {
            if (firstMonths[i] <= month) {
                return Optional.of(provisions.get(i));
            }
        }
        return Optional.empty();
    }

    private static List<Provisions> enactedProvisions() {
        TreeSet<YearMonth> changes = new TreeSet<>();
        Stream.of(Regime.ENACTED, Ages.ENACTED, MonthlyRates.ENACTED, IncomeLimits.ENACTED)
                .forEach(table -> changes.addAll(table.changes()));
        return changes.stream()
                .map(month -> new Provisions(
                        month,
                        Regime.ENACTED.at(month).orElseThrow(),
                        Ages.ENACTED.at(month).orElseThrow(),
                        MonthlyRates.ENACTED.at(month).orElseThrow(),
                        IncomeLimits.ENACTED.at(month).orElseThrow()))
                .toList();
    }
}
