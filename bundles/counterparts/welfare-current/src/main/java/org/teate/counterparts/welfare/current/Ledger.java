// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.teate.counterparts.town.Claim;
import org.teate.kernel.LedgerNumber;

/**
 * A recipient's ledger (受給資格者台帳) on the business date.
 *
 * @param serial from 1
 * @param start first month of the allowance
 * @param end last month of the allowance, {@link #OPEN} while it is paid
 * @param endedOn day of the end, {@link LocalDate#MAX} while it is paid
 * @param endReason CL-REASON, empty while it is paid
 * @param cares eldest child first
 */
record Ledger(
        int serial,
        Claim claim,
        Opening opening,
        YearMonth start,
        YearMonth end,
        LocalDate endedOn,
        String endReason,
        List<Care> cares,
        Situation situation) {

    /** Later than any month. */
    static final YearMonth OPEN = YearMonth.of(9999, 12);

    private static final Comparator<Care> ELDEST_FIRST = Comparator.comparing(
                    (Care care) -> care.ward().child().birth())
            .thenComparing(care -> care.ward().child().serial());

    /**
     * How the ledger was opened.
     *
     * @param eventDate birth, move or reform
     */
    record Opening(LocalDate eventDate, LocalDate claimedOn, LocalDate confirmedOn, LocalDate decidedOn) {}

    Ledger {
        cares = cares.stream().sorted(ELDEST_FIRST).toList();
    }

    String number() {
        return LedgerNumber.ofSerial(serial).value();
    }

    /** 認定番号: fiscal year of the certification and serial. */
    String certificate() {
        YearMonth month = YearMonth.from(opening.decidedOn());
        int fiscalYear = month.getMonthValue() >= 4 ? month.getYear() : month.getYear() - 1;
        return String.format("%04d%07d", fiscalYear, serial);
    }

    boolean hasEnded() {
        return end.isBefore(OPEN);
    }

    /** The first month that the sets show in amounts. */
    YearMonth firstShown() {
        return start.isBefore(Act.REFORM) ? Act.REFORM : start;
    }

    /** The children who count in a month, eldest first, as far as the office knew by {@code knownBy}. */
    List<ChildMonth> month(YearMonth month, LocalDate knownBy) {
        List<ChildMonth> children = new ArrayList<>();
        if (month.isBefore(start) || month.isAfter(end)) {
            return children;
        }
        for (Care care : cares) {
            if (care.counts(month) && !care.knownOn().isAfter(knownBy)) {
                int rank = children.size() + 1;
                int ageClass = care.ageClass(month);
                children.add(new ChildMonth(care, rank, ageClass, Act.amount(rank, ageClass)));
            }
        }
        return children.stream().anyMatch(ChildMonth::isPaid) ? children : List.of();
    }

    /** Everything known today. */
    List<ChildMonth> month(YearMonth month) {
        return month(month, LocalDate.MAX);
    }

    int amount(YearMonth month, LocalDate knownBy) {
        return month(month, knownBy).stream().mapToInt(ChildMonth::amount).sum();
    }

    int amount(YearMonth month) {
        return amount(month, LocalDate.MAX);
    }
}
