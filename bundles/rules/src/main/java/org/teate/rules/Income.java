// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

/**
 * The claimant's income of one year as assessed for the limits（旧法第5条）; needed for benefit months from June 2012 to
 * September 2024 only.
 *
 * <p>Immutable and thread-safe.
 *
 * @param year the calendar year in which it was earned: an allowance year from June of Y takes that of Y−1
 * @param yen the income after every deduction of the order（旧令第2条・第3条）, not negative
 * @param dependants the dependants（扶養親族等） of that year without the aged ones
 * @param agedDependants those of 70 or more（老人扶養親族・老人控除対象配偶者）
 */
public record Income(int year, long yen, int dependants, int agedDependants) {}
