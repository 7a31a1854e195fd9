// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.util.Optional;
import org.teate.payments.Account;
import org.teate.payments.Banks;
import org.teate.ports.bank.Finding;

/**
 * Looks again, before money is sent, at what may have changed since the payment was calculated: weeks may lie between.
 *
 * <p>The codes are those of the checks before sending: V401 bank and V402 branch are in the master, V703 the account is in
 * use.
 */
final class Recheck {

    private static final String IN_USE = String.valueOf(Account.State.IN_USE.code());

    private final BankMaster.Snapshot master;

    Recheck(BankMaster.Snapshot master) {
        this.master = master;
    }

    /**
     * Why the payment must not be sent, if it must not.
     *
     * @param serial the payment's
     * @param state the code of the account's state as it is now
     */
    Optional<Finding> of(long serial, String bankCode, String branchCode, String state) {
        if (!state.equals(IN_USE)) {
            String label = Codes.accountState(state).orElseThrow().label();
            return Optional.of(finding("V703", serial, "口座", "計算の後に、口座の状態が「" + label + "」に変わりました。"));
        }
        if (master.isOpen(bankCode, branchCode)) {
            return Optional.empty();
        }
        Banks.Bank bank = master.banks().get(bankCode);
        return Optional.of(
                bank == null || !bank.open()
                        ? finding("V401", serial, "被仕向銀行番号", "金融機関 " + bankCode + " が現在のマスタにありません。")
                        : finding("V402", serial, "被仕向支店番号", "店舗 " + bankCode + "-" + branchCode + " が現在のマスタにありません。"));
    }

    private static Finding finding(String code, long serial, String item, String message) {
        return new Finding(code, serial, item, message, true);
    }
}
