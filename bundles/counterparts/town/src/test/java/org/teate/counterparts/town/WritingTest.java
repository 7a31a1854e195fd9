// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.town;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.Test;

public class WritingTest {

    private final Gaiji gaiji = new Gaiji();

    @Test
    public void aCharacterOfTheCitysOwnGoesOutAsItsCodePoint() {
        assertEquals("\uE000田　翔", gaiji.degrade("\uD842\uDFB7田　翔"));
        assertEquals("渡\uE001　翔", gaiji.degrade("渡邉\uDB40\uDD02　翔"));
    }

    @Test
    public void aVariationSelectorThatNobodyKnowsIsDropped() {
        assertEquals("葛西", gaiji.degrade("葛\uDB40\uDD00西"));
    }

    @Test
    public void aCharacterWithoutAnyWayOutBecomesAGeta() {
        assertEquals("〓屋", gaiji.degrade("\uD844\uDE3D屋"));
    }

    @Test
    public void whatCp932KnowsStaysAsItIs() {
        assertEquals("髙橋﨑", gaiji.degrade("髙橋﨑"));
    }

    @Test
    public void aBankWritesNamesWithoutSmallLettersAndWithMarksOfTheirOwn() {
        assertEquals("ﾎﾝﾀﾞ ｼﾖｳﾀ", HalfWidth.of("ホンダ　ショウタ"));
        assertEquals("ﾊﾟ-ｸ ｶｵﾙ", HalfWidth.of("パーク　カヲル"));
        assertEquals("ｳﾞｱﾝ", HalfWidth.of("ヴァン"));
    }

    @Test
    public void aLongNameIsNeverCutBetweenALetterAndItsMark() {
        String cut = HalfWidth.of("ア".repeat(47) + "ガ");
        assertEquals(47, cut.length());
    }

    @Test
    public void kanjiIsNotReadAloud() {
        assertThrows(IllegalArgumentException.class, () -> HalfWidth.of("本多"));
    }

    @Test
    public void bornOn1AprilBelongsToTheYearBefore() {
        assertEquals(
                "2026-03", SchoolYear.lastMonth(LocalDate.of(2008, 4, 1), 18).toString());
        assertEquals(
                "2027-03", SchoolYear.lastMonth(LocalDate.of(2008, 4, 2), 18).toString());
    }

    @Test
    public void everyCommonNameFitsCp932AndHasAReading() {
        NameBook names = new NameBook();
        Dice dice = new Dice(1, 1, 1);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 5_000; i++) {
            Name name = names.japanese(dice, i % 2 == 0 ? "1" : "2", LocalDate.of(1950 + i % 76, 5, 5));
            assertTrue(name.kanji(), Gaiji.MS932.newEncoder().canEncode(name.kanji()));
            HalfWidth.of(name.kana());
            seen.add(name.kanji());
        }
        assertTrue(seen.size() > 2_000);
    }
}
