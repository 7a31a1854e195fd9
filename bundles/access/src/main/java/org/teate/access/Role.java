// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access;

import static org.teate.access.Permission.*;

import java.util.EnumSet;
import java.util.Set;

/** What a person is in the office, and what that allows. */
public enum Role {
    /** Keeps cases and drafts decisions and payments (担当者). */
    CLERK("担当者", PERSON_VIEW, CASE_VIEW, CASE_DRAFT, PAYMENT_VIEW, PAYMENT_DRAFT, WORK_VIEW, WORK_DO, EXCHANGE_VIEW),
    /** Approves what another person has drafted (決裁者). */
    APPROVER(
            "決裁者",
            PERSON_VIEW,
            PROTECTED_VIEW,
            CASE_VIEW,
            CASE_APPROVE,
            PAYMENT_VIEW,
            PAYMENT_APPROVE,
            WORK_VIEW,
            EXCHANGE_VIEW,
            EXCHANGE_APPROVE),
    /** Runs the server, exchanges and accounts (システム管理者). */
    OPERATOR("システム管理者", STATUS_VIEW, EXCHANGE_VIEW, EXCHANGE_IMPORT, CONNECTOR_SWAP, MIGRATE, WORK_VIEW, STAFF_ADMIN),
    /** Reads the audit trail (監査担当者). */
    AUDITOR("監査担当者", AUDIT_VIEW, STATUS_VIEW, PAYMENT_VIEW, EXCHANGE_VIEW);

    private final String label;
    private final Set<Permission> permissions;

    Role(String label, Permission... permissions) {
        this.label = label;
        this.permissions = Set.copyOf(EnumSet.of(permissions[0], permissions));
    }

    /** The role's name on a page. */
    public String label() {
        return label;
    }

    public Set<Permission> permissions() {
        return permissions;
    }
}
