// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.Test;
import org.teate.addressing.BirthDate.Precision;

public class ValuesTest {

    @Test
    public void aBirthDateSaysWhatOfItIsUnknown() {
        assertEquals("平成27年5月3日", BirthDate.of(LocalDate.of(2015, 5, 3)).label());
        assertEquals("平成27年5月日不詳", new BirthDate(LocalDate.of(2015, 5, 1), Precision.MONTH).label());
        assertEquals("昭和25年月日不詳", new BirthDate(LocalDate.of(1950, 1, 1), Precision.YEAR).label());
    }

    @Test
    public void anInexactBirthDateIsTheFirstDayPossible() {
        assertThrows(IllegalArgumentException.class, () -> new BirthDate(LocalDate.of(2015, 5, 3), Precision.MONTH));
        assertThrows(IllegalArgumentException.class, () -> new BirthDate(LocalDate.of(2015, 5, 1), Precision.YEAR));
    }

    @Test
    public void aRelationIsReadFromLeftToRight() {
        assertEquals("世帯主", new Relation("01").label());
        assertEquals("妻の父", new Relation("0321").label());
        assertEquals("子の妻", new Relation("1103").label());
        assertEquals("子", new Relation("0111").label());
    }

    @Test
    public void aRelationOfUnknownOrHalfStepsIsNone() {
        assertFalse(Relation.isValid(""));
        assertFalse(Relation.isValid("011"));
        assertFalse(Relation.isValid("98"));
        assertFalse(Relation.isValid("1111111111"));
        assertTrue(Relation.isValid("11111111"));
    }

    @Test
    public void anAddressIsALineAndAWithheldOneSaysSo() {
        assertEquals(
                "〒920-8577 金沢市見本町一丁目１番 見本荘２０１", new Address.Known("9208577", "172014", "金沢市見本町一丁目１番", "見本荘２０１").line());
        assertEquals("金沢市見本町", new Address.Known("", "", "金沢市見本町", "").line());
        assertEquals("（支援措置により非表示）", new Address.Withheld().line());
    }

    @Test
    public void aCodeIsFoundInItsListOrNot() {
        assertEquals(Optional.of(ChangeReason.DEATH), Coded.find(ChangeReason.class, "14"));
        assertEquals(Optional.empty(), Coded.find(ChangeReason.class, "55"));
    }
}
