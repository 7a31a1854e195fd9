// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

/**
 * The recipient's pension, health insurance and employer（年金・医療保険・勤務先）. What is not known is an empty string.
 *
 * @param employment whose contributions bear the cost
 * @param pension the public pension
 * @param insurer the health insurance
 * @param symbolAndNumber symbol and number of the insurance（記号番号）
 * @param employer the employer's name
 * @param employerPhone the employer's telephone number
 */
public record Insurance(
        EmploymentClass employment,
        PensionClass pension,
        Insurer insurer,
        String symbolAndNumber,
        String employer,
        String employerPhone) {}
