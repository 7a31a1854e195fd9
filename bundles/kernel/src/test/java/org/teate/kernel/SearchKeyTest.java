// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.kernel;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import org.junit.Test;

public class SearchKeyTest {

    @Test
    public void widthAndScriptOfKanaDoNotCount() {
        assertEquals("ヤマダハナコ", SearchKey.of("ヤマダ　ハナコ"));
        assertEquals("ヤマダハナコ", SearchKey.of("やまだ はなこ"));
        assertEquals("ヤマダハナコ", SearchKey.of("ﾔﾏﾀﾞ ﾊﾅｺ"));
    }

    @Test
    public void smallKanaAreFoundUnderLargeOnesAndVoicedMarksCount() {
        assertEquals(SearchKey.of("シヨウジ"), SearchKey.of("しょうじ"));
        assertNotEquals(SearchKey.of("ヤマダ"), SearchKey.of("ヤマタ"));
    }

    @Test
    public void theLongMarkStaysAndTheDotGoes() {
        assertEquals("メアリースミス", SearchKey.of("ﾒｱﾘｰ・ｽﾐｽ"));
    }

    @Test
    public void variantsOfACharacterAreOne() {
        assertEquals(SearchKey.of("高橋"), SearchKey.of("髙橋"));
        assertEquals(SearchKey.of("高橋"), SearchKey.of("髙𣘺"));
        assertEquals(SearchKey.of("山崎"), SearchKey.of("山﨑"));
        assertEquals(SearchKey.of("吉田"), SearchKey.of("𠮷田"));
        assertEquals(SearchKey.of("渡辺"), SearchKey.of("渡邉"));
        assertEquals(SearchKey.of("渡辺"), SearchKey.of("渡邊"));
    }

    @Test
    public void variationSelectorsAreDropped() {
        assertEquals("葛城", SearchKey.of("葛\uDB40\uDD01城"));
        assertEquals(SearchKey.of("神田"), SearchKey.of("\uFA19田"));
    }

    @Test
    public void latinNamesAreFoundInAnyCaseAndWidth() {
        assertEquals("SMITHJOHN", SearchKey.of("Ｓｍｉｔｈ　ｊｏｈｎ"));
        assertEquals("SMITHJOHN", SearchKey.of("smith, john"));
    }

    @Test
    public void aKeyHasItselfAsKey() {
        for (String name : new String[] {"髙橋 ﾋﾛｼ", "Straße", "齋藤 しょうこ", "\uE000田 太郎"}) {
            assertEquals(SearchKey.of(name), SearchKey.of(SearchKey.of(name)));
        }
    }

    @Test
    public void wildcardsOfADatabaseNeverGetThrough() {
        assertEquals("A", SearchKey.of("%A_\\'"));
        assertEquals("", SearchKey.of(" 　・-"));
    }
}
