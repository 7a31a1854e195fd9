// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Nationality and status of residence of a foreigner. What is not known is an empty string.
 *
 * @param nationality ISO 3166-1 alpha-3, {@code STL} stateless, {@code UNK} unknown
 * @param residenceStatus the code of the status (在留資格)
 * @param period the code of the period (在留期間), such as {@code 3Y}; {@code INDF} is without limit
 * @param periodTo the day on which it ends (在留期間の満了日)
 * @param cardNumber the residence card's number (在留カード番号)
 */
public record ForeignStatus(
        String nationality, String residenceStatus, String period, Optional<LocalDate> periodTo, String cardNumber) {}
