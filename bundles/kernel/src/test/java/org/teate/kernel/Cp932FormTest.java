// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.kernel;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.Test;

public class Cp932FormTest {

    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final String VARIANT = "\u845B\uDB40\uDD00"; // 葛 with VS17
    private static final String OWN = "\uE001";

    @Test
    public void aNameInOrdinaryCharactersStaysAsItIs() {
        Cp932Form form = Cp932Form.of("髙﨑　一郎", Map.of());

        assertEquals("髙﨑　一郎", form.text());
        assertTrue(form.isExact());
    }

    @Test
    public void oneOfTheCitysOwnCharactersStandsForExactlyItsVariant() {
        Cp932Form form = Cp932Form.of(VARIANT + "城", Map.of(VARIANT, OWN));

        assertEquals(OWN + "城", form.text());
        assertTrue("the form says the same as the name", form.isExact());
        assertEquals("[外字E001]城", form.legible());
    }

    @Test
    public void aVariantThatTheCityLacksLosesItsSelectorAndIsListed() {
        Cp932Form form = Cp932Form.of(VARIANT + "城", Map.of());

        assertEquals("葛城", form.text());
        assertEquals(List.of(new Cp932Form.Substitution(VARIANT, "葛", "異体字選択子の省略")), form.substitutions());
    }

    @Test
    public void aCharacterOutsideCp932IsReplacedAsTheReductionMapSays() {
        Cp932Form form = Cp932Form.of("𠮷𣘺", Map.of());

        assertEquals("吉橋", form.text());
        assertEquals(
                List.of(
                        new Cp932Form.Substitution("𠮷", "吉", "JIS包摂規準・UCS統合規則"),
                        new Cp932Form.Substitution("𣘺", "橋", "戸籍統一文字情報の親字・正字")),
                form.substitutions());
        assertTrue(form.lost().isEmpty());
    }

    @Test
    public void whatNoTableHasIsListedAsLost() {
        Cp932Form form = Cp932Form.of("山😀", Map.of());

        assertEquals("山〓", form.text());
        assertEquals(List.of("😀"), form.lost());
        assertFalse(form.isExact());
    }

    @Test
    public void signsThatUnicodeHasTwiceAreTheSameSign() {
        Cp932Form form = Cp932Form.of("\u301C\u2212\u2016", Map.of());

        assertEquals("\uFF5E\uFF0D\u2225", form.text());
        assertTrue(form.isExact());
    }

    @Test
    public void everyFormCanBeWrittenInCp932() {
        String every = IntStream.concat(IntStream.range(0x3400, 0xA000), IntStream.range(0x20000, 0x32000))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        assertTrue(CP932.newEncoder().canEncode(Cp932Form.of(every, Map.of()).text()));
    }
}
