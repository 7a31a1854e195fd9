// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import java.time.LocalDate;

/**
 * The claim on which an entitlement was certified（認定請求）.
 *
 * @param claimedOn when it was made（申請日）
 * @param eventOn the event it followed, such as a birth（事由発生日）
 * @param completeOn when its papers were complete（受付確認日）
 * @param processedOn when it was last worked on（処理日）
 * @param certifiedOn when certification was decided（認定日）
 * @param enteredOn when certification was entered（認定処理日）
 */
public record Claim(
        LocalDate claimedOn,
        LocalDate eventOn,
        LocalDate completeOn,
        LocalDate processedOn,
        LocalDate certifiedOn,
        LocalDate enteredOn) {}
