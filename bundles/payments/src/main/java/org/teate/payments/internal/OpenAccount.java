// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.sql.Date;

/**
 * An account with its number in the open, as files carry it.
 *
 * @param validTo null while in use
 * @param verifiedOn null if the bank was never asked
 */
record OpenAccount(
        String ledger,
        int sequence,
        String bankCode,
        String branchCode,
        String type,
        String number,
        String yuchoSymbol,
        String yuchoNumber,
        String holderKana,
        String holderKanji,
        Date validFrom,
        Date validTo,
        String source,
        String status,
        Date verifiedOn) {

    static OpenAccount of(AccountTable.Row row, AccountCipher cipher) {
        return new OpenAccount(
                row.ledger(),
                row.sequence(),
                row.bankCode(),
                row.branchCode(),
                row.type(),
                cipher.open(row.ledger(), row.sequence(), row.sealedNumber()),
                row.yuchoSymbol(),
                row.sealedYuchoNumber().isEmpty()
                        ? ""
                        : cipher.open(row.ledger(), row.sequence(), row.sealedYuchoNumber()),
                row.holderKana(),
                row.holderKanji(),
                row.validFrom(),
                row.validTo(),
                row.source(),
                row.status(),
                row.verifiedOn());
    }

    AccountTable.Row sealed(AccountCipher cipher) {
        return new AccountTable.Row(
                ledger,
                sequence,
                bankCode,
                branchCode,
                type,
                cipher.seal(ledger, sequence, number),
                number.substring(number.length() - 3),
                yuchoSymbol,
                yuchoNumber.isEmpty() ? "" : cipher.seal(ledger, sequence, yuchoNumber),
                holderKana,
                holderKanji,
                validFrom,
                validTo,
                source,
                status,
                verifiedOn);
    }

    String key() {
        return ledger + "/" + sequence;
    }

    /** Whether it is the same account of the same bank, whoever holds it. */
    boolean isSameAccount(String otherBank, String otherBranch, String otherType, String otherNumber) {
        return bankCode.equals(otherBank)
                && branchCode.equals(otherBranch)
                && type.equals(otherType)
                && number.equals(otherNumber);
    }

    /** Whether money sent to either arrives at the same holder's account. */
    boolean isSameTarget(OpenAccount other) {
        return isSameAccount(other.bankCode, other.branchCode, other.type, other.number)
                && holderKana.equals(other.holderKana);
    }

    /** Shows neither the account nor its holder, so that neither can reach a log. */
    @Override
    public String toString() {
        return "Account " + key();
    }
}
