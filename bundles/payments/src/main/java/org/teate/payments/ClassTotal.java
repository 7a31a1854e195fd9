// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments;

import org.teate.kernel.Yen;
import org.teate.rules.AgeClass;

/**
 * What a run pays in one class, as the grant is claimed by it（交付金の区分, 第18条・第19条）. A child is counted by its age
 * class in each month and not by its amount.
 *
 * @param employed whether the recipient is an employee（被用者）; if not, 非被用者
 * @param ageClass the age class
 * @param rank 1, 2, or 3 for the third and later
 * @param recipients recipients with at least one child in the class
 * @param children children with at least one month in the class
 * @param childMonths months of children
 * @param amount the sum, before deductions
 */
public record ClassTotal(
        boolean employed, AgeClass ageClass, int rank, long recipients, long children, long childMonths, Yen amount) {}
