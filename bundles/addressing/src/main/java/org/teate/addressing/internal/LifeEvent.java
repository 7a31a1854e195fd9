// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.teate.addressing.ResidentChange;
import org.teate.kernel.AddresseeNumber;

/**
 * One change as the register told it.
 *
 * @param recordId what makes it itself
 * @param number whose it is
 * @param change what happened
 * @param processedAt when the register took it in
 * @param birth the person's birth date, the first day possible
 * @param householdNumber the household that is meant, empty if none is named
 * @param inLedger whether the existing ledger names the person
 */
record LifeEvent(
        String recordId,
        AddresseeNumber number,
        ResidentChange change,
        Optional<LocalDateTime> processedAt,
        LocalDate birth,
        String householdNumber,
        boolean inLedger) {}
