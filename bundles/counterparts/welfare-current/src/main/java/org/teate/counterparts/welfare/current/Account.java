// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.time.LocalDate;
import org.teate.counterparts.town.Banks;
import org.teate.counterparts.town.Banks.Branch;
import org.teate.counterparts.town.Dice;
import org.teate.counterparts.town.HalfWidth;
import org.teate.counterparts.town.Person;
import org.teate.counterparts.town.Text;

/**
 * A recipient's account (支払先口座).
 *
 * @param type 1 普通, 2 当座, 4 貯蓄
 * @param number seven digits, invented: none begins with another digit than 9
 * @param symbol 記号 of Japan Post Bank, else empty
 * @param symbolNumber 番号 of Japan Post Bank, else empty
 * @param holderKana half width
 */
record Account(
        Branch branch,
        String type,
        String number,
        String symbol,
        String symbolNumber,
        String holderKana,
        String holderKanji,
        LocalDate from) {

    /** Odd and no multiple of five, so that every ledger's numbers differ. */
    private static final long SCATTER = 618_033;

    /**
     * Opens an account.
     *
     * @param index 0 for the first account of a ledger, 1 for the second
     */
    static Account open(Branch branch, Person holder, int ledgerSerial, int index, LocalDate from, Dice dice) {
        String number = "9" + Text.digits((ledgerSerial * 2L + index) * SCATTER % 1_000_000, 6);
        String kana = HalfWidth.of(holder.name().kana());
        String kanji = holder.name().kanji();
        if (!branch.bank().equals(Banks.YUCHO)) {
            String type = dice.chance(0.97) ? "1" : dice.chance(0.7) ? "4" : "2";
            return new Account(branch, type, number, "", "", kana, kanji, from);
        }
        // 記号・番号 to 店番・口座番号: the branch is the second and third digit of the symbol and an 8 or a 9
        boolean transfer = branch.code().endsWith("9");
        String symbol = (transfer ? "0" : "1") + branch.code().substring(0, 2) + dice.between(0, 9) + "0";
        return new Account(
                branch, transfer ? "2" : "1", number, symbol, transfer ? number : number + "1", kana, kanji, from);
    }
}
