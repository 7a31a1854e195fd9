// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The form in which names are compared when somebody is looked for (検索用文字列).
 *
 * <p>Two spellings that a clerk takes for the same name have the same key: width, script of the kana, small kana,
 * spaces, dots, variation selectors and the common variants of a character do not count. Voiced marks do. For search
 * only: a key is never shown, printed or sent. Thread-safe.
 */
public final class SearchKey {

    /** A variant, then the character under which it is found. */
    private static final String VARIANTS = "髙高﨑崎嵜崎碕崎濵浜濱浜邊辺邉辺齋斉齊斉斎斉澤沢櫻桜廣広國国眞真德徳惠恵龍竜瀧滝淵渕渊渕"
            + "嶋島嶌島冨富𠮷吉𣘺橋槗橋萬万藏蔵圓円與与學学實実禮礼曾曽靜静鷗鴎栁柳桒桑舘館條条壽寿黑黒緖緒橫横步歩淸清"
            + "瀨瀬槇槙亞亜榮栄應応奧奥恆恒來来郞郎數数檜桧籠篭蘆芦藪薮籔薮檢検關関鐵鉄顯顕髮髪鷄鶏豐豊彥彦晉晋曉暁"
            + "會会鄕郷單単團団堯尭巖巌嶽岳峯峰增増狹狭獨独縣県總総莊荘薗園藝芸螢蛍裝装讓譲賴頼遙遥聰聡埜野穗穂彌弥祿禄乘乗佛仏傳伝"
            + "寶宝寳宝將将尙尚敎教栢柏桝枡燒焼稻稲絲糸繩縄薰薫藥薬衞衛觀観豫予鎭鎮鑛鉱靑青齡齢龜亀麥麦黃黄點点";

    private static final String SMALL = "ァィゥェォッャュョヮヵヶ";
    private static final String LARGE = "アイウエオツヤユヨワカケ";
    private static final int TO_KATAKANA = 'ア' - 'あ';

    private static final Map<Integer, Integer> FOLDED = folded();

    private SearchKey() {}

    /** The key of {@code text}; empty if nothing in it counts. The key of a key is itself. */
    public static String of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        StringBuilder key = new StringBuilder(plain.length());
        plain.codePoints()
                .filter(SearchKey::counts)
                .map(SearchKey::katakana)
                .map(c -> FOLDED.getOrDefault(c, c))
                .forEach(key::appendCodePoint);
        return key.toString();
    }

    /** Letters, digits and the characters of the city's own (外字) count; marks, spaces and dots do not. */
    private static boolean counts(int c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.PRIVATE_USE;
    }

    private static int katakana(int c) {
        return c >= 'ぁ' && c <= 'ゖ' ? c + TO_KATAKANA : c;
    }

    private static Map<Integer, Integer> folded() {
        int[] variants = VARIANTS.codePoints().toArray();
        Map<Integer, Integer> all = IntStream.range(0, variants.length / 2)
                .boxed()
                .collect(Collectors.toMap(pair -> variants[2 * pair], pair -> variants[2 * pair + 1]));
        for (int i = 0; i < SMALL.length(); i++) {
            all.put((int) SMALL.charAt(i), (int) LARGE.charAt(i));
        }
        return Map.copyOf(all);
    }
}
