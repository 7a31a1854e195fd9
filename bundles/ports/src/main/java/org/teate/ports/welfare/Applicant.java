// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.ports.welfare;

import java.util.List;
import java.util.Optional;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.Yen;

/**
 * Household, tax and account of an applicant as the welfare system holds them（申請者情報）.
 *
 * @param number the person
 * @param name the name as that system writes it; the city's own characters (外字) may stand as code points of the private
 *     use area
 * @param kana the name in full-width katakana
 * @param birthDate {@code yyyymmdd}, {@code 00} for an unknown month or day
 * @param household the others of the household, in the order of their numbers
 * @param incomes the assessed incomes, latest year first
 * @param account where the allowance is paid, if it knows
 */
public record Applicant(
        AddresseeNumber number,
        String name,
        String kana,
        String birthDate,
        List<Member> household,
        List<Income> incomes,
        Optional<Account> account) {

    public Applicant {
        household = List.copyOf(household);
        incomes = List.copyOf(incomes);
    }

    /**
     * One other person of the household.
     *
     * @param relationCode the relation to the householder, 2 to 8 digits
     */
    public record Member(AddresseeNumber number, String name, String relationCode) {}

    /**
     * The income of one year.
     *
     * @param taxYear the fiscal year of the municipal tax
     * @param judged the income that is held against the limits
     */
    public record Income(int taxYear, Yen judged) {}

    /**
     * A bank account.
     *
     * @param type 1 普通, 2 当座, 4 貯蓄, 9 other
     * @param holderKana the holder in half-width kana, as the bank has it
     */
    public record Account(String bankCode, String branchCode, String type, String number, String holderKana) {

        /** Says nothing of the account. */
        @Override
        public String toString() {
            return "an account";
        }
    }

    /** Names only the number: the rest is about a person. */
    @Override
    public String toString() {
        return "Applicant " + number;
    }
}
