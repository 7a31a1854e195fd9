// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments;

/** Where a payment run stands. */
public enum RunState {
    /** The server is at it. */
    CALCULATING("計算中"),
    /** It was cut off and waits to be resumed. */
    INTERRUPTED("中断"),
    /** It is calculated and waits for approval. */
    CALCULATED("決裁待ち"),
    /** It found nothing to pay; there is nothing to approve. */
    NOTHING_DUE("支払対象なし"),
    /** It is approved; the file is to be made. */
    APPROVED("決裁済"),
    /** The file is made and waits for approval. */
    FILE_MADE("振込データ承認待ち"),
    /** The file is approved and on its way to the bank. */
    FILE_APPROVED("承認済"),
    /** It was sent back; its payments are void. */
    CANCELLED("取消");

    private final String label;

    RunState(String label) {
        this.label = label;
    }

    /** The state's name on a page. */
    public String label() {
        return label;
    }
}
