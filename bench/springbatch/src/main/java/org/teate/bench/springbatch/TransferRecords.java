// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.bench.springbatch;

import java.nio.charset.Charset;

/** The records of a transfer file (全銀協規定形式 総合振込): 120 bytes each, one byte a character. */
final class TransferRecords {

    static final Charset CHARSET = Charset.forName("windows-31j");
    static final int LENGTH = 120;

    private TransferRecords() {}

    static String header(Months months) {
        StringBuilder record = new StringBuilder(LENGTH).append("1210");
        number(record, 1_700_000_001L, 10);
        text(record, "ｶﾅｻﾞﾜｼ", 40);
        text(record, months.payday(), 4);
        text(record, "0146", 4);
        text(record, "ﾎﾂｺｸ", 15);
        text(record, "101", 3);
        text(record, "ﾎﾝﾃﾝ", 15);
        text(record, "1", 1);
        text(record, "9000001", 7);
        return filled(record);
    }

    static String transfer(Payment payment) {
        Account account = payment.account();
        StringBuilder record = new StringBuilder(LENGTH).append('2');
        text(record, account.bankCode(), 4);
        text(record, account.bankKana(), 15);
        text(record, account.branchCode(), 3);
        text(record, account.branchKana(), 15);
        text(record, "0000", 4);
        text(record, account.type(), 1);
        text(record, account.number(), 7);
        text(record, account.holderKana(), 30);
        number(record, payment.amount(), 10);
        text(record, "0", 1);
        number(record, 1, 10);
        number(record, payment.recipientId(), 10);
        text(record, "7", 1);
        return filled(record);
    }

    static String trailer(long count, long total) {
        StringBuilder record = new StringBuilder(LENGTH).append('8');
        number(record, count, 6);
        number(record, total, 12);
        return filled(record);
    }

    static String end() {
        return filled(new StringBuilder(LENGTH).append('9'));
    }

    private static void number(StringBuilder record, long number, int width) {
        String digits = Long.toString(number);
        record.append("0".repeat(width - digits.length())).append(digits);
    }

    private static void text(StringBuilder record, String text, int width) {
        String fitting = text.length() > width ? text.substring(0, width) : text;
        record.append(fitting).append(" ".repeat(width - fitting.length()));
    }

    private static String filled(StringBuilder record) {
        return record.append(" ".repeat(LENGTH - record.length())).toString();
    }
}
