// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments;

/** Why a run does not pay somebody. */
public enum UnpaidReason {
    /** There is no account in use. */
    NO_ACCOUNT("口座の登録なし"),
    /** The account is marked as defective. */
    ACCOUNT_DEFECTIVE("口座不備"),
    /** The bank or the branch is not in the master, or no longer open. */
    BRANCH_GONE("金融機関・店舗なし"),
    /** The holder's name has a character that a bank file cannot carry. */
    KANA_INVALID("口座名義の文字不備"),
    /** The ledger is withheld or on hold（差止・支払保留）. */
    ON_HOLD("差止・支払保留"),
    /** The recipient is paid in cash, not by transfer. */
    NOT_BY_TRANSFER("口座振込以外の支払方法"),
    /** The facts on record cannot be assessed. */
    FACTS_REFUSED("台帳の記録の矛盾"),
    /** A record of an earlier payment could not be taken over, so that the same months might be paid twice. */
    PAST_IN_DOUBT("前の支払が未確認"),
    /** More was paid for the months, or is to be withheld, than is due. */
    NOTHING_LEFT("差引支払額なし");

    private final String label;

    UnpaidReason(String label) {
        this.label = label;
    }

    /** The reason on a page. */
    public String label() {
        return label;
    }
}
