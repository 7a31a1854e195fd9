// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.util.Optional;
import org.teate.kernel.BankKana;
import org.teate.kernel.BankKanaField;
import org.teate.kernel.BankKanaResult;
import org.teate.payments.UnpaidReason;

/**
 * An account to which money may be sent.
 *
 * @param sequence its place among the ledger's accounts
 * @param usable whether it is in use; else it is defective
 */
record Target(int sequence, String bankCode, String branchCode, String holderKana, boolean usable) {

    /** Why no money can be sent there, if it cannot. */
    Optional<Obstacle> obstacle(BankMaster.Snapshot master) {
        if (!usable) {
            return Optional.of(new Obstacle(UnpaidReason.ACCOUNT_DEFECTIVE, "口座が不備として登録されています。"));
        }
        if (!master.isOpen(bankCode, branchCode)) {
            String place = bankCode + "-" + branchCode;
            return Optional.of(new Obstacle(UnpaidReason.BRANCH_GONE, "金融機関・店舗 " + place + " が現在のマスタにありません。"));
        }
        if (holderKana.isBlank()) {
            return Optional.of(new Obstacle(UnpaidReason.KANA_INVALID, "口座名義人カナがありません。"));
        }
        return BankKana.STRICT
                .faultIn(holderKana, BankKanaField.PARTY)
                .map(BankKanaResult.Refused::message)
                .map(fault -> new Obstacle(UnpaidReason.KANA_INVALID, "口座名義人カナの" + fault));
    }

    /** Shows neither the account nor its holder, so that neither can reach a log. */
    @Override
    public String toString() {
        return "Target " + sequence;
    }

    /** Why somebody is not paid. */
    record Obstacle(UnpaidReason reason, String detail) {}
}
