// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.kernel;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.teate.kernel.BankKanaField.BRANCH;
import static org.teate.kernel.BankKanaField.EDI;
import static org.teate.kernel.BankKanaField.PARTY;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.Test;
import org.teate.kernel.BankKanaResult.Change;
import org.teate.kernel.BankKanaResult.Normalized;
import org.teate.kernel.BankKanaResult.Reason;
import org.teate.kernel.BankKanaResult.Refused;
import org.teate.kernel.BankKanaResult.Severity;

public class BankKanaTest {

    private static final BankKana STRICT = BankKana.STRICT;

    @Test
    public void aNameThatABankTakesStaysTheSameObject() {
        String holder = "ﾜﾀﾅﾍﾞ ｼﾖｳﾀ";
        Normalized result = normalized(holder, PARTY, 30);

        assertSame(holder, result.text());
        assertEquals(Severity.NONE, result.severity());
    }

    @Test
    public void hiraganaAndFullWidthKanaBecomeHalfWidthAndTheMarksBytesOfTheirOwn() {
        assertEquals("ﾜﾀﾅﾍﾞ ｼﾖｳﾀ", text("わたなべ　しょうた"));
        assertEquals("ﾜﾀﾅﾍﾞ ｼﾖｳﾀ", text("ワタナベ　ショウタ"));
        assertEquals("ｳﾞｱﾝ ﾊﾟｵﾛ", text("ヴァン パオロ"));
        assertEquals(Severity.FORM, normalized("ワタナベ", PARTY, 30).severity());
    }

    @Test
    public void smallKanaBecomeLargeInEitherWidth() {
        assertEquals("ｷﾖｳﾏﾂｼﾖｳｶｹﾜ", text("キョウマッショウヵヶヮ"));
        assertEquals("ｶﾅｻﾞﾜｼﾔｸｼﾖ", text("ｶﾅｻﾞﾜｼﾔｸｼｮ"));
        assertEquals(Set.of(Change.SMALL_KANA), normalized("ｼｮｳ", PARTY, 30).changes());
    }

    @Test
    public void everyKindOfLongVowelOrDashBecomesTheHyphen() {
        for (String dash : "ー ― － ‐ – — − ｰ -".split(" ")) {
            assertEquals("ﾏﾘ- ﾛ-ﾘﾝｸﾞ", text("マリ" + dash + " ロ" + dash + "リング"));
        }
    }

    @Test
    public void aMiddleDotBecomesASpaceOrWhereTheBankWantsItAPeriod() {
        assertEquals("ｱﾝﾅ ﾏﾘｱ", text("アンナ・マリア"));
        BankKana period = new BankKana(false, true);
        assertEquals("ｱﾝﾅ.ﾏﾘｱ", ((Normalized) period.normalize("アンナ・マリア", PARTY, 30)).text());
        assertEquals("ｱ ｲ", ((Normalized) period.normalize("ア・イ", BRANCH, 15)).text());
    }

    @Test
    public void woBecomesOWhichAPersonMustConfirm() {
        Normalized result = normalized("カヲル", PARTY, 30);

        assertEquals("ｶｵﾙ", result.text());
        assertEquals(Severity.MATERIAL, result.severity());
    }

    @Test
    public void woStaysWhereTheBankTakesItAndInFreeText() {
        assertEquals("ｶｦﾙ", ((Normalized) new BankKana(true, false).normalize("カヲル", PARTY, 30)).text());
        assertEquals("ｶｦﾙ", normalized("カヲル", EDI, 20).text());
        assertFalse(STRICT.isValid("ｶｦﾙ", PARTY));
        assertTrue(new BankKana(true, false).isValid("ｶｦﾙ", PARTY));
    }

    @Test
    public void oldKanaAreReadAsTodayAndThoseNobodyUsesAreRefused() {
        assertEquals("ｲﾉｳｴ ﾖｼｴ", text("ヰノウヱ よしゑ"));
        assertEquals(Reason.MARK, refused("ヷ").reason());
        assertEquals(Reason.CHARACTER, refused("ヾ").reason());
    }

    @Test
    public void latinLettersBecomeCapitalAndSpacesOne() {
        assertEquals("NGUYEN VAN AN", text("  Ｎｇｕｙｅｎ　  van an "));
        assertEquals(
                EnumSet.of(Change.WIDTH, Change.CASE, Change.SPACE),
                normalized(" ａ", PARTY, 30).changes());
    }

    @Test
    public void kanjiAreNeverReadAndThePlaceIsNamed() {
        assertEquals(new Refused(3, '辺', Reason.CHARACTER), STRICT.normalize("ワタ辺", PARTY, 30));
        assertEquals(new Refused(2, 0x20BB7, Reason.CHARACTER), STRICT.normalize("ア𠮷ア", PARTY, 30));
        assertEquals("3文字目の「辺」は銀行のファイルに使えません。", refused("ワタ辺").message());
        assertEquals("1文字目の「U+0009」は銀行のファイルに使えません。", refused("\tア").message());
    }

    @Test
    public void aCharacterThatHidesAKanjiIsRefusedAtItsOwnPlace() {
        assertEquals(new Refused(3, '㈱', Reason.CHARACTER), STRICT.normalize("アア㈱", PARTY, 30));
    }

    @Test
    public void aMarkMustFollowAKanaThatCanCarryIt() {
        assertEquals(new Refused(2, 'ﾟ', Reason.MARK), STRICT.normalize("ｶﾟ", PARTY, 30));
        assertEquals(Reason.MARK, refused("゛ア").reason());
        assertEquals("ｶﾞ", text("カ゛"));
        assertEquals(Optional.of(new Refused(1, 'ﾞ', Reason.MARK)), STRICT.faultIn("ﾞｱ", PARTY));
        assertEquals(Optional.of(new Refused(2, 'ﾞ', Reason.MARK)), STRICT.faultIn("ﾅﾞ", PARTY));
        assertEquals(Optional.empty(), STRICT.faultIn("ｳﾞﾎﾟｶﾞﾄﾞ", PARTY));
    }

    @Test
    public void eachFieldHasItsOwnSymbols() {
        assertTrue(STRICT.isValid("A-1", BRANCH));
        assertFalse(STRICT.isValid("A.1", BRANCH));
        assertTrue(STRICT.isValid("ｶ)A.(1-", PARTY));
        assertFalse(STRICT.isValid("A/1", PARTY));
        assertTrue(STRICT.isValid("\\｢A｣/1", EDI));
        assertFalse(STRICT.isValid("A,1", EDI));
        assertEquals("\\｢A｣", normalized("￥「Ａ」", EDI, 20).text());
    }

    @Test
    public void smallKanaAndTheLongVowelMarkAreValidNowhere() {
        for (BankKanaField field : BankKanaField.values()) {
            for (char c : "ｧｨｩｪｫｬｭｮｯｰａa漢".toCharArray()) {
                assertFalse(STRICT.isValid("ｱ" + c, field));
            }
        }
    }

    @Test
    public void aLongNameIsCutButNeverBetweenAKanaAndItsMark() {
        assertEquals("ｱｲｶﾞ", normalized("アイガキ", PARTY, 4).text());
        assertEquals("ｱｲ", normalized("アイガキ", PARTY, 3).text());
        assertEquals("ｱｲ", normalized("アイ ガキ", PARTY, 3).text());
        assertEquals(Severity.TRUNCATED, normalized("アイガキ", PARTY, 3).severity());
        assertEquals("ｱｲ", BankKana.cut("ｱｲｶﾞ", 3));
        assertThrows(IllegalArgumentException.class, () -> BankKana.cut("ｱ", 0));
    }

    @Test
    public void aNameNeverShowsInALog() {
        assertFalse(normalized("ワタナベ", PARTY, 30).toString().contains("ﾜ"));
    }

    @Test
    public void whatWasNormalizedIsValidFitsAndIsNotChangedAgain() {
        String alphabet = "ぁアがｶﾞﾊﾟ ヴヲヰー・－aＡ1（).ｰｬ　ヶ";
        Random random = new Random(172_014);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(12), 0, alphabet.length()).forEach(at -> text.append(alphabet.charAt(at)));
            BankKanaField field = BankKanaField.values()[round % 3];
            if (STRICT.normalize(text.toString(), field, 8) instanceof Normalized once) {
                assertTrue(STRICT.isValid(once.text(), field));
                assertTrue(once.text().length() <= 8);
                assertSame(once.text(), ((Normalized) STRICT.normalize(once.text(), field, 8)).text());
            }
        }
    }

    private static String text(String given) {
        return normalized(given, PARTY, 30).text();
    }

    private static Normalized normalized(String given, BankKanaField field, int maxBytes) {
        return (Normalized) STRICT.normalize(given, field, maxBytes);
    }

    private static Refused refused(String given) {
        return (Refused) STRICT.normalize(given, PARTY, 30);
    }
}
