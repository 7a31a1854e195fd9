// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.time.YearMonth;
import org.teate.kernel.Timeline;
import org.teate.rules.TaxRecord.Deduction;
import org.teate.rules.TaxRecord.Dependant;
import org.teate.rules.TaxRecord.Part;

/**
 * The income that is held against the limits（所得の額, 旧令第2条・第3条）, by the version of the order for the allowance year that
 * uses it.
 *
 * <p>Immutable and thread-safe.
 */
public final class IncomeAssessment {

    /** The flat deduction, those per person, and what is taken off salary and pension; {@code -} is not (yet) deducted. */
    private static final Timeline<Table.Row> DEDUCTIONS = Table.read(
            """
            from    | flat   | disabled special | widow   widower special | deemed  special | single  | student | salary  | transfer
            2012-06 | 80,000 | 270,000  400,000 | 270,000 270,000 350,000 | -       -       | -       | 270,000 | -       | -
            2018-06 | 80,000 | 270,000  400,000 | 270,000 270,000 350,000 | 270,000 350,000 | -       | 270,000 | -       | 1    # 平成30年政令第176号
            2021-06 | 80,000 | 270,000  400,000 | 270,000 -       -       | -       -       | 350,000 | 270,000 | 100,000 | 1    # 令和2年政令第381号
            """,
            row -> row);

    /** Which dependants count beside deductible spouses, relatives and unclaimed children; 1 is yes. */
    private static final Timeline<Table.Row> DEPENDANTS = Table.read(
            """
            from    | other spouse | non-resident relative
            2012-06 | -            | 1
            2019-06 | 1            | 1  # 平成29年政令第299号
            2024-06 | 1            | -  # 令和6年政令第184号
            """,
            row -> row);

    private static final int[] PER_PERSON_COLUMNS = {2, 3, 4, 5, 6, 7, 8, 9, 10};
    private static final Deduction[] PER_PERSON = {
        Deduction.DISABLED,
        Deduction.SPECIALLY_DISABLED,
        Deduction.WIDOW,
        Deduction.WIDOWER,
        Deduction.SPECIAL_WIDOW,
        Deduction.DEEMED_WIDOW,
        Deduction.DEEMED_SPECIAL_WIDOW,
        Deduction.SINGLE_PARENT,
        Deduction.WORKING_STUDENT
    };
    private static final int FLAT = 1;
    private static final int SALARY = 11;
    private static final int TRANSFER = 12;

    private final TaxRecord tax;
    private final Table.Row deductions;
    private final Table.Row dependants;

    private IncomeAssessment(TaxRecord tax, YearMonth june) {
        this.tax = tax;
        this.deductions = inForce(DEDUCTIONS, june);
        this.dependants = inForce(DEPENDANTS, june);
    }

    /**
     * Assesses a year's income for the allowance year that begins in the June after it.
     *
     * @throws IllegalArgumentException if no allowance year used the year's income: before 2011 or after 2023
     */
    public static Income of(TaxRecord tax) {
        YearMonth june = YearMonth.of(tax.year() + 1, 6);
        if (!IncomeLimits.ENACTED.at(june).map(IncomeLimits::areTested).orElse(false)) {
            throw new IllegalArgumentException("No limit is held against the income of " + tax.year());
        }
        IncomeAssessment assessment = new IncomeAssessment(tax, june);
        return new Income(
                tax.year(),
                Math.max(0, assessment.incomes() - assessment.deducted()),
                assessment.dependants(),
                assessment.agedDependants());
    }

    private long incomes() {
        long salary = Math.max(0, tax.yen(Part.SALARY_AND_PENSION) - valueOf(SALARY));
        long transfers = tax.yen(Part.LONG_TERM_TRANSFER) + tax.yen(Part.SHORT_TERM_TRANSFER);
        long taxedTransfers =
                deductions.isEmpty(TRANSFER) ? transfers : Math.max(0, transfers - tax.taken(Deduction.TRANSFER));
        return salary
                + taxedTransfers
                + tax.yen(Part.OTHER_TOTAL)
                + tax.yen(Part.RETIREMENT)
                + tax.yen(Part.FORESTRY)
                + tax.yen(Part.LAND)
                + tax.yen(Part.FUTURES)
                + tax.yen(Part.TREATY_INTEREST)
                + tax.yen(Part.TREATY_DIVIDENDS);
    }

    private long deducted() {
        long sum = valueOf(FLAT)
                + tax.taken(Deduction.CASUALTY)
                + tax.taken(Deduction.MEDICAL)
                + tax.taken(Deduction.SMALL_ENTERPRISE);
        for (int i = 0; i < PER_PERSON.length; i++) {
            sum += valueOf(PER_PERSON_COLUMNS[i]) * tax.taken(PER_PERSON[i]);
        }
        return sum;
    }

    private int dependants() {
        return tax.count(Dependant.DEDUCTIBLE_SPOUSE)
                + tax.count(Dependant.RELATIVE)
                + tax.count(Dependant.UNCLAIMED_CHILD)
                + (dependants.isEmpty(1) ? 0 : tax.count(Dependant.OTHER_SPOUSE))
                + (dependants.isEmpty(2) ? 0 : tax.count(Dependant.NON_RESIDENT_RELATIVE));
    }

    private int agedDependants() {
        return tax.count(Dependant.AGED_SPOUSE)
                + tax.count(Dependant.AGED_RELATIVE)
                + (dependants.isEmpty(1) ? 0 : tax.count(Dependant.AGED_OTHER_SPOUSE));
    }

    private long valueOf(int column) {
        return deductions.isEmpty(column) ? 0 : deductions.number(column);
    }

    private static Table.Row inForce(Timeline<Table.Row> table, YearMonth june) {
        return table.at(june).orElseThrow();
    }
}
