// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.bank.zengin;

/** How much the fields that are checked can hold. */
final class Widths {

    /** Bytes of a bank's or a branch's name. */
    static final int BANK_KANA = 15;
    /** Bytes of a payee's name. */
    static final int HOLDER_KANA = 30;
    /** The most yen of one transfer (N10). */
    static final long AMOUNT = 9_999_999_999L;
    /** The greatest number in a customer code (N10). */
    static final long CUSTOMER_CODE = 9_999_999_999L;
    /** The most transfers of one file (N6). */
    static final int COUNT = 999_999;
    /** The most yen of one file (N12). */
    static final long TOTAL = 999_999_999_999L;

    private Widths() {}
}
