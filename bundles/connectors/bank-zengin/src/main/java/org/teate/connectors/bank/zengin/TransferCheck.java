// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.bank.zengin;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.teate.kernel.BankKanaField;
import org.teate.kernel.BankKanaResult;
import org.teate.kernel.BankKanaResult.Reason;
import org.teate.ports.bank.Transfer;

/**
 * The checks before sending that look at one transfer, or at one beside those before it.
 *
 * <p>Made for one order, because it remembers what it has seen. No message holds anything of the account or its holder
 * but a single character that cannot be written.
 */
final class TransferCheck {

    private static final String BANK_CODE = "被仕向銀行番号";
    private static final String BANK_NAME = "被仕向銀行名";
    private static final String BRANCH_CODE = "被仕向支店番号";
    private static final String BRANCH_NAME = "被仕向支店名";
    private static final String ACCOUNT_TYPE = "預金種目";
    private static final String ACCOUNT_NUMBER = "口座番号";
    private static final String HOLDER = "受取人名";
    private static final String AMOUNT = "振込金額";
    private static final String NEWNESS = "新規コード";
    private static final String TRANSFER = "振込";
    private static final String SERIAL = "顧客コード2";

    private static final long INVALID = -1;
    private static final long NO_BANK = 0;
    private static final long POST_BANK = 9900;
    private static final int POST_BANK_BRANCHES = 8;

    /** What makes two transfers the same payment: the account as one number of 15 digits, and the yen. */
    private record Credit(long account, long yen) {}

    private final BankContract contract;
    private final Findings findings;
    private final Set<Long> serials = new HashSet<>();
    private final Set<Credit> credits = new HashSet<>();
    private final Map<Long, String> bankNames = new HashMap<>();
    private final Map<Long, String> branchNames = new HashMap<>();

    TransferCheck(BankContract contract, Findings findings) {
        this.contract = contract;
        this.findings = findings;
        bankNames.put(Long.valueOf(contract.bankCode()), contract.bankKana());
        branchNames.put(Long.valueOf(contract.bankCode() + contract.branchCode()), contract.branchKana());
    }

    void check(Transfer transfer) {
        long bank = number(transfer, BANK_CODE, transfer.bankCode(), 4);
        long branch = number(transfer, BRANCH_CODE, transfer.branchCode(), 3);
        long account = number(transfer, ACCOUNT_NUMBER, transfer.accountNumber(), 7);
        code(transfer, ACCOUNT_TYPE, transfer.accountType(), "1249");
        code(transfer, NEWNESS, transfer.newness(), "012");
        bankName(transfer, BANK_NAME, transfer.bankKana());
        bankName(transfer, BRANCH_NAME, transfer.branchKana());
        holder(transfer);
        amount(transfer);
        serial(transfer);
        if (bank != INVALID && branch != INVALID) {
            bank(transfer, bank, branch);
            if (account != INVALID) {
                credit(transfer, ((bank * 1_000 + branch) * 10 + transfer.accountType() - '0') * 10_000_000 + account);
            }
        }
    }

    /** The number that the digits make, or {@link #INVALID}. */
    private long number(Transfer transfer, String item, String digits, int width) {
        long number = digits.length() == width ? 0 : INVALID;
        for (int at = 0; at < digits.length() && number != INVALID; at++) {
            int digit = digits.charAt(at) - '0';
            number = digit >= 0 && digit <= 9 ? number * 10 + digit : INVALID;
        }
        if (number == INVALID) {
            findings.block("V201", transfer, item, item + "は" + width + "桁の数字でなければなりません。");
        }
        return number;
    }

    private void code(Transfer transfer, String item, char code, String allowed) {
        if (allowed.indexOf(code) < 0) {
            findings.block("V205", transfer, item, item + "が総合振込で使えるコードではありません。");
        }
    }

    /** Banks do without these names, so one that is missing or cut does not hold the file up. */
    private void bankName(Transfer transfer, String item, String name) {
        if (name.isBlank()) {
            findings.warn("V604", transfer, item, item + "が空です。");
        }
        kana(transfer, item, name, BankKanaField.BRANCH, Widths.BANK_KANA);
    }

    private void holder(Transfer transfer) {
        if (transfer.holderKana().isBlank()) {
            findings.block("V604", transfer, HOLDER, HOLDER + "が空です。");
        }
        kana(transfer, HOLDER, transfer.holderKana(), BankKanaField.PARTY, Widths.HOLDER_KANA);
    }

    private void kana(Transfer transfer, String item, String name, BankKanaField field, int width) {
        if (!contract.kana().isValid(name, field)) {
            Optional<BankKanaResult.Refused> fault = contract.kana().faultIn(name, field);
            fault.ifPresent(refused -> findings.block(
                    refused.reason() == Reason.MARK ? "V206" : "V202", transfer, item, item + "の" + refused.message()));
        }
        if (name.length() > width) {
            findings.warn("V601", transfer, item, item + "が" + width + "文字を超えるため、はじめの" + width + "文字以内だけを書きます。");
        }
        if (name.startsWith(" ") && !name.isBlank()) {
            findings.warn("V203", transfer, item, item + "が空白で始まっています。");
        }
    }

    private void amount(Transfer transfer) {
        long yen = transfer.amount().amount();
        if (yen < 1) {
            findings.block("V602", transfer, AMOUNT, AMOUNT + "が1円以上ではありません。");
        } else if (yen > Widths.AMOUNT) {
            findings.block("V304", transfer, AMOUNT, AMOUNT + "が10桁に収まりません。");
        }
    }

    private void serial(Transfer transfer) {
        long serial = transfer.serial();
        if (serial < 1 || serial > Widths.CUSTOMER_CODE) {
            findings.block("V201", transfer, SERIAL, SERIAL + "（振込の通番）は1から9999999999まででなければなりません。");
        } else if (!serials.add(serial)) {
            findings.block("V307", transfer, SERIAL, "同じ通番の振込が、このファイルにもう1件あります。");
        }
    }

    /** As far as it can be told without a list of banks; {@code payments} checks against the list. */
    private void bank(Transfer transfer, long bank, long branch) {
        if (bank == NO_BANK) {
            findings.block("V401", transfer, BANK_CODE, "この番号の金融機関はありません。");
        }
        if (bank == POST_BANK && branch % 10 < POST_BANK_BRANCHES) {
            findings.block("V402", transfer, BRANCH_CODE, "ゆうちょ銀行の店番は8か9で終わります。");
        }
        sameName(transfer, BANK_NAME, transfer.bankKana(), bankNames, bank);
        sameName(transfer, BRANCH_NAME, transfer.branchKana(), branchNames, bank * 1_000 + branch);
    }

    private void sameName(Transfer transfer, String item, String name, Map<Long, String> names, Long number) {
        String earlier = names.putIfAbsent(number, name);
        if (earlier != null && !earlier.equals(name)) {
            findings.warn("V403", transfer, item, "このファイルでは、同じ番号に別の" + item + "も書かれています。");
        }
    }

    private void credit(Transfer transfer, long account) {
        if (!credits.add(new Credit(account, transfer.amount().amount()))) {
            findings.warn("V306", transfer, TRANSFER, "同じ口座へ同じ金額の振込が、このファイルにもう1件あります。");
        }
    }
}
