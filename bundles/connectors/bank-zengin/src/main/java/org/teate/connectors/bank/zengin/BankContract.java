// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.bank.zengin;

import org.teate.kernel.BankKana;
import org.teate.kernel.BankKanaField;

/**
 * What the city and its bank have agreed on (指定金融機関との契約): who orders the transfers (振込依頼人), from which account,
 * and the freedoms that the standard leaves.
 *
 * @param businessType two digits (種別コード), {@code 21} unless the bank wants its own
 * @param clientCode ten digits (委託者コード)
 * @param clientKana at most 40 bytes (委託者名)
 * @param accountType 1 ordinary, 2 current or 9 other (預金種目)
 * @param designation 7 by wire, 8 by document, or 0 or a space where the bank ignores it (振込指定区分)
 * @param maxTransfers the most transfers that the bank takes in one file
 * @param daysAhead how many business days ahead of the payday the bank takes a file at the most
 */
record BankContract(
        String businessType,
        String clientCode,
        String clientKana,
        String bankCode,
        String bankKana,
        String branchCode,
        String branchKana,
        char accountType,
        String accountNumber,
        ClearingHouse clearingHouse,
        char designation,
        Framing framing,
        boolean endOfFileMark,
        BankKana kana,
        int maxTransfers,
        int daysAhead) {

    private static final int CLIENT_KANA = 40;

    /** @throws IllegalArgumentException if a setting does not fit its field; the message never shows the account */
    static BankContract of(ZenginTransfers.Config config) {
        BankKana kana = new BankKana(config.allowWo(), false);
        return new BankContract(
                digits("businessType", config.businessType(), 2),
                digits("clientCode", config.clientCode(), 10),
                kana("clientKana", config.clientKana(), kana, BankKanaField.PARTY, CLIENT_KANA),
                digits("bankCode", config.bankCode(), 4),
                kana("bankKana", config.bankKana(), kana, BankKanaField.BRANCH, Widths.BANK_KANA),
                digits("branchCode", config.branchCode(), 3),
                kana("branchKana", config.branchKana(), kana, BankKanaField.BRANCH, Widths.BANK_KANA),
                oneOf("accountType", config.accountType(), "129"),
                digits("accountNumber", config.accountNumber(), 7),
                config.clearingHouse(),
                designation(config.designation()),
                config.framing(),
                config.endOfFileMark(),
                kana,
                between("maxTransfers", config.maxTransfers(), Widths.COUNT),
                between("daysAhead", config.daysAhead(), 366));
    }

    private static String digits(String key, String setting, int width) {
        if (setting == null || !setting.matches("[0-9]{" + width + "}")) {
            throw new IllegalArgumentException(key + " must be " + width + " digits");
        }
        return setting;
    }

    private static String kana(String key, String setting, BankKana kana, BankKanaField field, int width) {
        if (setting == null || setting.isBlank() || setting.length() > width || !kana.isValid(setting, field)) {
            throw new IllegalArgumentException(key + " must be 1 to " + width + " half-width characters for a bank");
        }
        return setting;
    }

    private static char oneOf(String key, String setting, String allowed) {
        if (setting == null || setting.length() != 1 || !allowed.contains(setting)) {
            throw new IllegalArgumentException(key + " must be one of \"" + allowed + '"');
        }
        return setting.charAt(0);
    }

    /** A setting that is empty stands for the space, which a configuration file cannot end with. */
    private static char designation(String setting) {
        return setting.isEmpty() ? ' ' : oneOf("designation", setting, "780");
    }

    private static int between(String key, int setting, int most) {
        if (setting < 1 || setting > most) {
            throw new IllegalArgumentException(key + " must be 1 to " + most);
        }
        return setting;
    }

    /** Shows nothing of the account. */
    @Override
    public String toString() {
        return "BankContract " + clientCode;
    }
}
