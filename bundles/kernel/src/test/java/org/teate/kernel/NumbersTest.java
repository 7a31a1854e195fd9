// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.kernel;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Map;
import org.junit.Test;

public class NumbersTest {

    @Test
    public void theCheckDigitOfAnIndividualNumberIsComputedAsTheOrdinanceSays() {
        Map.of("12345678901", 8, "98765432109", 3, "11111111111", 8, "10000000001", 3, "99999999999", 6)
                .forEach((base, digit) -> assertEquals(base, (int) digit, IndividualNumber.checkDigit(base)));
    }

    @Test
    public void aRemainderOfOneOrLessGivesZero() {
        assertEquals(0, IndividualNumber.checkDigit("20000000000"));
        assertEquals(0, IndividualNumber.checkDigit("00000000000"));
    }

    @Test
    public void anIndividualNumberWithAWrongCheckDigitIsRefused() {
        assertTrue(IndividualNumber.isValid("123456789018"));
        assertFalse(IndividualNumber.isValid("123456789019"));
        assertFalse(IndividualNumber.isValid("１２３４５６７８９０１８"));
        assertThrows(IllegalArgumentException.class, () -> IndividualNumber.of("123456789019"));
    }

    @Test
    public void anIndividualNumberNeverPrintsItself() {
        assertFalse(IndividualNumber.of("123456789018").toString().matches(".*[0-9].*"));
    }

    @Test
    public void aRefusedNumberIsNotRepeatedInTheMessage() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> IndividualNumber.of("123456789019"));

        assertFalse(e.getMessage().contains("123456789019"));
    }

    @Test
    public void aLedgerNumberNoticesASlipOfOneDigit() {
        assertTrue(LedgerNumber.isValid(LedgerNumber.ofSerial(123_456).value()));
        assertFalse(LedgerNumber.isValid("0001234560"));
    }

    @Test
    public void anAddresseeNumberKeepsItsLeadingZeros() {
        assertEquals("000000000012345", AddresseeNumber.of("000000000012345").value());
        assertThrows(IllegalArgumentException.class, () -> AddresseeNumber.of("1234567890123456"));
        assertThrows(IllegalArgumentException.class, () -> AddresseeNumber.of("12A"));
    }
}
