// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access;

/** One thing that a person may be allowed to do. */
public enum Permission {
    /** Search for people and open a person. */
    PERSON_VIEW("住民等の照会"),
    /** See the address of a person under protection (支援措置対象者). */
    PROTECTED_VIEW("支援措置対象者の照会"),
    /** See an Individual Number; given to a person, never by a role. */
    NUMBER_VIEW("個人番号の照会"),
    CASE_VIEW("受給者台帳の照会"),
    CASE_DRAFT("処分の起案"),
    CASE_APPROVE("処分の決裁"),
    PAYMENT_VIEW("支払の照会"),
    PAYMENT_DRAFT("支払の起案"),
    PAYMENT_APPROVE("支払の決裁"),
    WORK_VIEW("処理待ちの照会"),
    WORK_DO("処理待ちの処理"),
    EXCHANGE_VIEW("連携状況の照会"),
    EXCHANGE_IMPORT("連携ファイルの取込"),
    /** Approve that another system is not told what it has refused. */
    EXCHANGE_APPROVE("連携通知の取消の決裁"),
    /** Put a connector on trial or in use, or take one out of use. */
    CONNECTOR_SWAP("連携機能の切替"),
    /** Hand the data over to another system: every person's, Individual Numbers included. */
    MIGRATE("データ移行"),
    STATUS_VIEW("稼働状況の照会"),
    STAFF_ADMIN("利用者の管理"),
    AUDIT_VIEW("証跡の照会");

    private final String label;

    Permission(String label) {
        this.label = label;
    }

    /** What the permission is for, on a page. */
    public String label() {
        return label;
    }
}
