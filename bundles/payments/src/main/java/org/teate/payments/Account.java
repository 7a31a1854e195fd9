// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An account to which a recipient is paid. A changed account is a new one; this never changes but for its end and state.
 *
 * @param sequence its place among the ledger's accounts, from 1
 * @param bankCode four digits
 * @param bankName the bank's name, its code if the master does not know it
 * @param branchCode three digits
 * @param branchName the branch's name, its code if the master does not know it
 * @param type the kind of deposit（預金種目）
 * @param lastDigits the last three digits of the account's number
 * @param holderKana the holder as the bank has it, half-width
 * @param holderKanji the holder in kanji, may be empty
 * @param validFrom since when it is used
 * @param validTo the last day on which it was used, if it was replaced
 * @param source whence it is known
 * @param state whether it can be used
 */
public record Account(
        int sequence,
        String bankCode,
        String bankName,
        String branchCode,
        String branchName,
        Type type,
        String lastDigits,
        String holderKana,
        String holderKanji,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        Source source,
        State state) {

    /** The number with all but its last three digits hidden. */
    public String maskedNumber() {
        return "****" + lastDigits;
    }

    /** Shows neither the account nor its holder, so that neither can reach a log. */
    @Override
    public String toString() {
        return "Account " + sequence;
    }

    /** The kind of deposit. */
    public enum Type {
        ORDINARY('1', "普通"),
        CURRENT('2', "当座"),
        SAVINGS('4', "貯蓄"),
        OTHER('9', "その他");

        private final char code;
        private final String label;

        Type(char code, String label) {
            this.code = code;
            this.label = label;
        }

        /** The digit under which bank files know it. */
        public char code() {
            return code;
        }

        public String label() {
            return label;
        }
    }

    /** Whence an account is known. */
    public enum Source {
        /** Stated by the recipient. */
        STATED('1', "届出"),
        /** Registered with the state（公金受取口座）. */
        REGISTERED('2', "公金受取口座");

        private final char code;
        private final String label;

        Source(char code, String label) {
            this.code = code;
            this.label = label;
        }

        /** The digit under which files know it. */
        public char code() {
            return code;
        }

        public String label() {
            return label;
        }
    }

    /** Whether an account can be used. */
    public enum State {
        IN_USE('1', "使用中"),
        DEFECTIVE('2', "口座不備"),
        REPLACED('9', "変更済");

        private final char code;
        private final String label;

        State(char code, String label) {
            this.code = code;
            this.label = label;
        }

        /** The digit under which files know it. */
        public char code() {
            return code;
        }

        public String label() {
            return label;
        }
    }
}
