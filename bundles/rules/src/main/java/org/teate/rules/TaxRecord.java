// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.util.Map;

/**
 * What the municipal tax of one year says about a claimant（市町村民税の課税情報）, from which the income for the limits is
 * assessed.
 *
 * <p>Immutable and thread-safe.
 *
 * @param year the calendar year in which the income was earned
 * @param incomes the taxable incomes in yen; a part that is missing is none
 * @param deductions the deductions taken for the tax: yen where the order follows the tax, else the number of persons
 * @param dependants the number of dependants of each kind on 31 December
 */
public record TaxRecord(
        int year, Map<Part, Long> incomes, Map<Deduction, Long> deductions, Map<Dependant, Integer> dependants) {

    public TaxRecord {
        incomes = Map.copyOf(incomes);
        deductions = Map.copyOf(deductions);
        dependants = Map.copyOf(dependants);
    }

    /** The incomes that count（旧令第2条）. Listed shares taxed apart do not. */
    public enum Part implements Labelled {
        /** Of the total, what is salary or public pension（給与所得・公的年金等に係る雑所得）. */
        SALARY_AND_PENSION("給与所得及び公的年金等に係る雑所得"),
        /** The rest of the total（その他の総所得金額）. */
        OTHER_TOTAL("その他の総所得金額"),
        RETIREMENT("退職所得金額"),
        FORESTRY("山林所得金額"),
        LAND("土地等に係る事業所得等の金額"),
        LONG_TERM_TRANSFER("長期譲渡所得の金額"),
        SHORT_TERM_TRANSFER("短期譲渡所得の金額"),
        FUTURES("先物取引に係る雑所得等の金額"),
        TREATY_INTEREST("条約適用利子等の額"),
        TREATY_DIVIDENDS("条約適用配当等の額");

        private final String label;

        Part(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** The deductions that count（旧令第3条）. Social insurance, life insurance, spouse, dependants and basic do not. */
    public enum Deduction implements Labelled {
        /** Yen. */
        CASUALTY("雑損控除"),
        /** Yen. */
        MEDICAL("医療費控除"),
        /** Yen. */
        SMALL_ENTERPRISE("小規模企業共済等掛金控除"),
        /** Yen; deducted from transfers since June 2018. */
        TRANSFER("譲渡所得に係る特別控除"),
        /** Persons. */
        DISABLED("障害者控除"),
        /** Persons. */
        SPECIALLY_DISABLED("特別障害者控除"),
        /** One or none. */
        WIDOW("寡婦控除"),
        /** One or none. */
        WIDOWER("寡夫控除"),
        /** One or none. */
        SPECIAL_WIDOW("特別の寡婦控除"),
        /** One or none; for unmarried parents on application. */
        DEEMED_WIDOW("みなし寡婦（夫）控除"),
        /** One or none; for unmarried parents on application. */
        DEEMED_SPECIAL_WIDOW("みなし特別の寡婦控除"),
        /** One or none. */
        SINGLE_PARENT("ひとり親控除"),
        /** One or none. */
        WORKING_STUDENT("勤労学生控除");

        private final String label;

        Deduction(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** The dependants that raise a limit, while the order counts them. */
    public enum Dependant implements Labelled {
        /** A spouse who is deducted. */
        DEDUCTIBLE_SPOUSE("控除対象配偶者"),
        /** A spouse who shares the livelihood and is not deducted because of the claimant's income. */
        OTHER_SPOUSE("控除対象でない同一生計配偶者"),
        /** A spouse of 70 or more who is deducted. */
        AGED_SPOUSE("老人控除対象配偶者"),
        /** A spouse of 70 or more who shares the livelihood and is not deducted. */
        AGED_OTHER_SPOUSE("控除対象でない七十歳以上の同一生計配偶者"),
        /** A relative. */
        RELATIVE("扶養親族"),
        /** A relative of 70 or more. */
        AGED_RELATIVE("老人扶養親族"),
        /** A relative of 30 to 69 abroad who is not deducted. */
        NON_RESIDENT_RELATIVE("控除対象でない国外居住の扶養親族"),
        /** A child whom nobody has claimed and whom the claimant supported on 31 December. */
        UNCLAIMED_CHILD("扶養親族等でない児童で生計を維持したもの");

        private final String label;

        Dependant(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    long yen(Part part) {
        return incomes.getOrDefault(part, 0L);
    }

    long taken(Deduction deduction) {
        return deductions.getOrDefault(deduction, 0L);
    }

    int count(Dependant dependant) {
        return dependants.getOrDefault(dependant, 0);
    }
}
