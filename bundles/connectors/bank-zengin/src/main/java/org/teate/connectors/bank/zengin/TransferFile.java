// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.bank.zengin;

import org.teate.ports.bank.Transfer;
import org.teate.ports.bank.TransferOrder;

/**
 * The records of a transfer file in their order: a header, the transfers, a trailer, the end（全銀協規定形式 総合振込）.
 *
 * <p>What each record holds is told by the order of the calls; the widths are the standard's and add up to 120 bytes.
 */
final class TransferFile {

    private static final char HEADER = '1';
    private static final char TRANSFER = '2';
    private static final char TRAILER = '8';
    private static final char END = '9';
    private static final int OTHER_RECORDS = 3;
    private static final char JIS = '0';

    private final BankContract contract;
    private final TransferOrder order;
    private final Records records;

    private TransferFile(BankContract contract, TransferOrder order) {
        this.contract = contract;
        this.order = order;
        this.records =
                new Records(order.transfers().size() + OTHER_RECORDS, contract.framing(), contract.endOfFileMark());
    }

    /** @param order one against which {@link OrderCheck} has nothing that blocks */
    static byte[] of(BankContract contract, TransferOrder order) {
        TransferFile file = new TransferFile(contract, order);
        file.header();
        order.transfers().forEach(file::transfer);
        file.trailer();
        file.records.constant(END).end();
        return file.records.file();
    }

    private void header() {
        records.constant(HEADER)
                .text(contract.businessType(), 2)
                .constant(JIS)
                .text(contract.clientCode(), 10)
                .text(contract.clientKana(), 40)
                .number(order.payday().getMonthValue(), 2)
                .number(order.payday().getDayOfMonth(), 2)
                .text(contract.bankCode(), 4)
                .text(contract.bankKana(), Widths.BANK_KANA)
                .text(contract.branchCode(), 3)
                .text(contract.branchKana(), Widths.BANK_KANA)
                .constant(contract.accountType())
                .text(contract.accountNumber(), 7)
                .end();
    }

    private void transfer(Transfer transfer) {
        records.constant(TRANSFER)
                .text(transfer.bankCode(), 4)
                .text(transfer.bankKana(), Widths.BANK_KANA)
                .text(transfer.branchCode(), 3)
                .text(transfer.branchKana(), Widths.BANK_KANA)
                .text(contract.clearingHouse().text, 4)
                .constant(transfer.accountType())
                .text(transfer.accountNumber(), 7)
                .text(transfer.holderKana(), Widths.HOLDER_KANA)
                .number(transfer.amount().amount(), 10)
                .constant(transfer.newness())
                .number(order.batch(), 10)
                .number(transfer.serial(), 10)
                .constant(contract.designation())
                .end();
    }

    private void trailer() {
        records.constant(TRAILER)
                .number(order.transfers().size(), 6)
                .number(order.total().amount(), 12)
                .end();
    }
}
