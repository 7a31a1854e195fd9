// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import java.time.LocalDate;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.Yen;

/**
 * An income of one year as assessed（所得情報）.
 *
 * @param person whose income
 * @param role recipient or spouse
 * @param taxYear the fiscal year of the municipal tax（課税年度）
 * @param version which assessment of that year, from 1
 * @param income the whole income
 * @param deductions what is deducted
 * @param judged the income that is held against the limits
 * @param outcome what it means for the limits
 * @param judgedOn when it was judged
 * @param source where it is known from
 */
public record IncomeAssessment(
        AddresseeNumber person,
        IncomeRole role,
        int taxYear,
        int version,
        Yen income,
        Yen deductions,
        Yen judged,
        IncomeClass outcome,
        LocalDate judgedOn,
        IncomeSource source) {}
