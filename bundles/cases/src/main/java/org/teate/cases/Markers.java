// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import java.util.OptionalInt;

/**
 * What else is noted on the ledger.
 *
 * @param foreigner the recipient's right to stay（外国人区分）
 * @param lastReportYear the fiscal year of the last status report filed（現況最新提出年度）
 * @param donates whether something is donated（寄付有無）
 * @param speciallyCollected whether the city collects without consent（特徴有無, 第22条）
 * @param collected whether anything is collected at all（徴収有無, 第21条・第22条）
 */
public record Markers(
        ForeignerKind foreigner,
        OptionalInt lastReportYear,
        boolean donates,
        boolean speciallyCollected,
        boolean collected) {}
