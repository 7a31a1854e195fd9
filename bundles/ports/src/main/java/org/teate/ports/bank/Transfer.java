// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.ports.bank;

import org.teate.kernel.Yen;

/**
 * One transfer as it was frozen when its payment run was approved.
 *
 * @param serial the transfer's number, unique in the city and never used again (顧客コード2), 1 to 9,999,999,999
 * @param bankCode four digits (被仕向銀行番号)
 * @param bankKana the bank's name in half-width kana, at most 15 bytes
 * @param branchCode three digits (被仕向支店番号)
 * @param branchKana the branch's name in half-width kana, at most 15 bytes
 * @param accountType 1 ordinary, 2 current, 4 savings, 9 other (預金種目)
 * @param accountNumber seven digits
 * @param holderKana the holder as the bank registered it, half-width kana
 * @param amount more than zero
 * @param newness 1 first payment to the account, 2 account changed since the last payment, 0 else (新規コード)
 */
public record Transfer(
        long serial,
        String bankCode,
        String bankKana,
        String branchCode,
        String branchKana,
        char accountType,
        String accountNumber,
        String holderKana,
        Yen amount,
        char newness) {

    /** Shows neither the account nor its holder, so that neither can reach a log. */
    @Override
    public String toString() {
        return "Transfer " + serial;
    }
}
